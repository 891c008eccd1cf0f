/**
 * One remark on data that somebody typed or that the rules produced. The screen lands it on the
 * field that `path` names and shows `message` as it is.
 */
export interface Finding {
  /** Stable code of the rule, `noun.rule-in-kebab-case`. */
  readonly rule: string;
  /**
   * An error stops the act; a warning is shown and the person decides; an information is worth
   * knowing where nothing is wrong.
   */
  readonly severity: 'error' | 'warning' | 'information';
  /** JSON pointer into the checked value, e.g. `/blocks/0/modules/2/minutes`; `` for the whole. */
  readonly path: string;
  /** A full French sentence: what, why, and what to do now. */
  readonly message: string;
  /** Where the rule is written, e.g. « S1:L174 ». */
  readonly source: string;
  /** When a total is too high: what is counted, and by how much (minutes, or days of a rhythm). */
  readonly excess?: { readonly of: string; readonly by: number };
}

/** Whether it is there to be weighed before the act, and does not stop it. */
export const isWarning = ({ severity }: Finding): boolean => severity === 'warning';

/** Whether a list of findings stops the act: at least one of them is an error. */
export const hasError = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');
