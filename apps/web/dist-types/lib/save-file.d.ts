/** Hands a file to the browser's downloads. */
export declare function saveFile(name: string, content: Blob): void;
