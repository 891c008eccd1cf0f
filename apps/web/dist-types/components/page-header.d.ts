import { type ReactNode } from 'react';
interface PageHeaderProps {
    /** A sentence that says the state of the page; also the title of the browser's tab. */
    readonly title: string;
    /** What stands above the title: a date, or links up « Cohortes › RNCP 40913 · 279 h ». */
    readonly overline?: ReactNode;
    /** Buttons; one of them `variant="filled"` at most. */
    readonly actions?: ReactNode;
}
/** The top of a page. A navigation puts the focus on its title. */
export declare function PageHeader({ title, overline, actions }: PageHeaderProps): import("react").JSX.Element;
export {};
