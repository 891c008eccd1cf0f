import { type ReactNode } from 'react';
interface RoomPageProps {
    /** « Candidat 4 sur 14 — Bonnet Maxime ». */
    readonly title: string;
    /** « Jury paritaire · 18 décembre 2026 · RNCP 40913 ». */
    readonly overline: ReactNode;
    /** At the right of the top: parity, who is here. */
    readonly badges?: ReactNode;
    /** The list at the left. */
    readonly list: ReactNode;
    readonly listLabel: string;
    /** At the left of the bottom: who is present, who steps aside. */
    readonly notes?: ReactNode;
    /** At the right of the bottom: back, next. */
    readonly actions: ReactNode;
    readonly children: ReactNode;
}
/** The screen of a deliberation: whom it is about at the top, everyone at the left, next at the bottom. */
export declare function RoomPage({ title, overline, badges, listLabel, ...parts }: RoomPageProps): import("react").JSX.Element;
export {};
