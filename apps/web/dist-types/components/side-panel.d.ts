import { type ReactNode } from 'react';
interface SidePanelProps {
    readonly title: string;
    /** What is explained: « Bonnet Maxime · B2 Prise en charge administrative ». */
    readonly overline?: ReactNode;
    /** Last words at the bottom: « Le jury décide. Cette proposition ne l’engage pas. » */
    readonly footer?: ReactNode;
    readonly onClose: () => void;
    readonly children: ReactNode;
}
/** Explains what is selected, at the right of the page; on narrow screens it slides over it. */
export declare function SidePanel({ title, overline, footer, onClose, children }: SidePanelProps): import("react").JSX.Element;
export {};
