/** A duration in minutes as « 3 h 30 », never broken over two lines. */
export declare function Hours({ minutes }: {
    readonly minutes: number;
}): import("react").JSX.Element;
