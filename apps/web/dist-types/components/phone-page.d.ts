import { type ReactNode } from 'react';
interface PhonePageProps {
    readonly title: string;
    /** Above the title on the dark top, under it on the light one. */
    readonly overline?: ReactNode;
    /** The state of saving, at the top right: « Enregistré à 12 h 41 ». */
    readonly status?: ReactNode;
    /** Under the title: a progress line. */
    readonly summary?: ReactNode;
    /** Buttons that stay at the bottom, under the thumb. */
    readonly actions?: ReactNode;
    readonly tone?: 'light' | 'dark';
    readonly children: ReactNode;
}
/** A page of one column: what it is at the top, what to do at the bottom. */
export declare function PhonePage({ tone, actions, children, ...top }: PhonePageProps): import("react").JSX.Element;
export {};
