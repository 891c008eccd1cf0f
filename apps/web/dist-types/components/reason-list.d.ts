import type { Reason } from '@jalon/domain';
/** Why a decision came out as it did: each rule met or not, the facts, and where the rule is written. */
export declare function ReasonList({ reasons }: {
    readonly reasons: readonly Reason[];
}): import("react").JSX.Element;
