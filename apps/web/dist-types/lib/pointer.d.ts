/** A JSON pointer as a form path: `/rows/3/email` becomes `rows.3.email`; `` and `/` the whole. */
export declare const pointerToPath: (pointer: string) => string;
/** Whether a form's values have something at this path, even an empty value. */
export declare function hasPath(values: unknown, path: string): boolean;
