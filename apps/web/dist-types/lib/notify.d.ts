/** Says in a corner that something is done; loaded at its first use. Office pages only. */
export declare function notifyDone(message: string): Promise<void>;
