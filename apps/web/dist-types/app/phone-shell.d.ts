/** One column without navigation; each page brings its own top through PhonePage. */
export declare function PhoneShell(): import("react").JSX.Element;
