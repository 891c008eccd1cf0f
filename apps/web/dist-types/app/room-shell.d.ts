/** The whole screen for one deliberation: no navigation, the page brings everything (RoomPage). */
export declare function RoomShell(): import("react").JSX.Element;
