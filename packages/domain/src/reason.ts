/**
 * Why a decision came out as it did: one rule, whether it was met, the facts as a French sentence
 * that a coordinator can read aloud, and the text the rule comes from.
 */
export interface Reason {
  /** Stable code of the rule, `noun.rule-in-kebab-case`. */
  readonly rule: string;
  readonly met: boolean;
  /** A full French sentence: « 2 épreuves acquises sur 4, il en faut 3. » */
  readonly facts: string;
  /** Where the rule is written, e.g. « RNCP 40913, S1:L132 ». */
  readonly source: string;
}

/** An outcome and every reason that led to it, met or not. */
export interface Decision<Outcome extends string> {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
}
