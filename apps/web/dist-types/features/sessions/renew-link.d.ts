import type { ProblemError } from '../../lib/problem-error.ts';
interface RenewLinkProps {
    readonly token: string;
    /** Why the first link no longer opens. */
    readonly problem: ProblemError;
}
/** A used or expired link is no dead end: one tap sends a new one to the same address. */
export declare function RenewLink({ token, problem }: RenewLinkProps): import("react").JSX.Element;
export {};
