/** Everything a page stands on: the look, the cache of reads, the routes. */
export declare function App(): import("react").JSX.Element;
