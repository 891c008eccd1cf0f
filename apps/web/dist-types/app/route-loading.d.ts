/** A page on its way. */
export declare function RouteLoading(): import("react").JSX.Element;
