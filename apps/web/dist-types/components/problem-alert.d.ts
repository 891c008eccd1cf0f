interface ProblemAlertProps {
    /** Whatever was thrown; `null` shows nothing. */
    readonly problem: unknown;
    readonly onRetry?: (() => void) | undefined;
}
/** What happened, why, and what to do now. */
export declare function ProblemAlert({ problem, onRetry }: ProblemAlertProps): import("react").JSX.Element | null;
export {};
