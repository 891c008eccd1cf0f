import {
  type AppraisalStanding,
  requestOf,
  tellAppraisal,
  tellRenewal,
} from '../appraisals/appraisal-standing.ts';
import type { BlockAssessments } from '../assessments/assess.ts';
import {
  type HeldCredential,
  isCredentialValidOn,
  longestCredential,
  shortCredentialName,
} from '../assessments/credentials.ts';
import type { CompetenceBlock, CredentialRule, Framework } from '../frameworks/framework.ts';
import {
  capitalise,
  countNoun,
  formatDay,
  formatMinutes,
  formatNearDay,
  formatShortDay,
} from '../french-format.ts';
import type { HoursDone } from '../hours-done.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Decision } from '../reason.ts';
import type { BlockProposal } from '../vocabulary.ts';
import { writeCredentialEnd } from './explain-credentials.ts';

export const missingKinds = ['assessment', 'credential', 'appraisal', 'hours', 'decision'] as const;
export type MissingKind = (typeof missingKinds)[number];

export interface MissingThing {
  readonly kind: MissingKind;
  /** A sentence without full stop, for lists. */
  readonly text: string;
  /** The same in a few words, for the cell, with its detail. */
  readonly label: string;
  readonly detail: string;
  /** Whether it keeps the block from being ready for the jury. */
  readonly isHolding: boolean;
  /**
   * Whether it presses even while the block is still taught: an attestation held already that will
   * have ended by the jury, which no lesson ahead announces.
   */
  readonly isPressing: boolean;
}

/** Share of the hours due below which a learner is asked to catch up (Q13: warn, never block). */
export const attendanceWarningRate = 0.8;

/**
 * What one learner still needs for one block: épreuves that can still count, the credential that
 * stands for an épreuve (held, and valid on the next jury's day), the tutor's appraisal, hours (what
 * only waits for a trainer's signature asks nothing of the learner), the jury's decision. What
 * presses comes first, then what holds the block back.
 */
export function listMissing(
  input: {
    readonly framework: Framework;
    readonly block: CompetenceBlock;
    readonly hours: HoursDone;
    readonly appraisal: AppraisalStanding;
    readonly credentials: readonly HeldCredential[];
    readonly nextEvaluationOn: PlainDate | null;
    readonly nextJuryOn: PlainDate | null;
    readonly tutorName: string | null;
    readonly today: PlainDate;
  },
  summary: BlockAssessments,
  proposal: Decision<BlockProposal>,
): readonly MissingThing[] {
  const { block, hours } = input;
  const credentials = missingCredentials(input);
  return [
    ...credentials.filter(({ isPressing }) => isPressing),
    ...missingAssessments(block, summary, input.nextEvaluationOn),
    ...credentials.filter(({ isPressing }) => !isPressing),
    ...missingAppraisal(input),
    ...missingHours(hours),
    ...(proposal.outcome === 'incomplete' ? [] : [awaitedDecision]),
  ];
}

const awaitedDecision: MissingThing = {
  kind: 'decision',
  text: 'La décision du jury',
  label: 'Manque la décision du jury',
  detail: '',
  isHolding: false,
  isPressing: false,
};

function missingAssessments(
  block: CompetenceBlock,
  summary: BlockAssessments,
  nextEvaluationOn: PlainDate | null,
): readonly MissingThing[] {
  const toTake = block.assessments.filter(
    ({ code, credentialCode }) => credentialCode === null && summary.missing.includes(code),
  );
  if (toTake.length === 0) return [];
  const label = `${countNoun(toTake.length, 'épreuve')} à passer`;
  const detail = nextEvaluationOn === null ? '' : `le ${formatShortDay(nextEvaluationOn)}`;
  const isNeeded =
    summary.acquired < summary.required ||
    toTake.some(({ code }) => summary.mandatoryMissing.includes(code));
  return [
    {
      kind: 'assessment',
      text: `${label} ${detail}`.trim(),
      label,
      detail,
      isHolding: isNeeded,
      isPressing: false,
    },
  ];
}

function missingCredentials(input: {
  readonly framework: Framework;
  readonly block: CompetenceBlock;
  readonly credentials: readonly HeldCredential[];
  readonly nextJuryOn: PlainDate | null;
  readonly today: PlainDate;
}): readonly MissingThing[] {
  const { framework, block, credentials, today } = input;
  const juryOn = input.nextJuryOn ?? today;
  return framework.credentials
    .filter(({ code }) => block.assessments.some(({ credentialCode }) => credentialCode === code))
    .flatMap((rule) => {
      const held = longestCredential(rule.code, credentials, juryOn);
      if (held !== null && isCredentialValidOn(held, juryOn)) return [];
      return [missingCredential(rule, held, today, input.nextJuryOn)];
    });
}

function missingCredential(
  rule: CredentialRule,
  held: HeldCredential | null,
  today: PlainDate,
  juryOn: PlainDate | null,
): MissingThing {
  const name = shortCredentialName(rule);
  const thing = { kind: 'credential' as const, label: `Manque ${name}`, isHolding: true };
  if (held === null) {
    const detail = 'attestation à obtenir';
    return { ...thing, text: `${rule.name} : ${detail}`, detail, isPressing: false };
  }
  const verb = held.expiresOn <= today ? 'expirée depuis le' : 'expire le';
  return {
    ...thing,
    text: writeCredentialEnd(rule, held, juryOn, today),
    detail: `${verb} ${formatNearDay(held.expiresOn, today)}`,
    isPressing: true,
  };
}

function missingAppraisal(input: {
  readonly appraisal: AppraisalStanding;
  readonly tutorName: string | null;
  readonly today: PlainDate;
}): readonly MissingThing[] {
  const { appraisal, tutorName, today } = input;
  if (appraisal.state === 'not_needed') return [];
  const isAsked = requestOf(appraisal)?.state !== 'interrupted';
  const who = tutorName !== null && isAsked ? ` (${tutorName})` : '';
  if (appraisal.state === 'signed') {
    if (appraisal.renewal === null) return [];
    const { detail, participle } = tellAppraisal(appraisal.renewal, tutorName, today);
    const text = `Une nouvelle appréciation du tuteur${who}, ${participle}. Celle du ${formatDay(appraisal.signedOn)} compte en attendant`;
    const label = capitalise(tellRenewal(appraisal.renewal));
    return [{ kind: 'appraisal', text, label, detail, isHolding: false, isPressing: false }];
  }
  const { label, detail, participle } = tellAppraisal(appraisal, tutorName, today);
  const text = `L’appréciation du tuteur${who}, ${participle}`;
  return [{ kind: 'appraisal', text, label, detail, isHolding: true, isPressing: false }];
}

function missingHours(hours: HoursDone): readonly MissingThing[] {
  const { due, done, missing, unsigned } = hours;
  if (missing === 0) return [];
  const apart = unsigned === 0 ? '' : `, ${formatMinutes(unsigned)} notées, à signer`;
  return [
    {
      kind: 'hours',
      text: `${formatMinutes(missing)} de formation${apart}`,
      label: `Rattrapage ${formatMinutes(minutesToCatchUp(hours))}`,
      detail: `${formatMinutes(done)} sur ${formatMinutes(due)}${apart}`,
      isHolding: false,
      isPressing: false,
    },
  ];
}

const minutesToCatchUp = ({ missing, unsigned }: HoursDone): number =>
  Math.max(0, missing - unsigned);

/**
 * « rattrapage 16 h » below 80 % of the hours due, `null` above: a warning, the block stays ready
 * (Q13). What only waits for a trainer's signature is done.
 */
export function warnOfHours(hours: HoursDone): string | null {
  const toCatchUp = minutesToCatchUp(hours);
  if (hours.due - toCatchUp >= hours.due * attendanceWarningRate) return null;
  return `rattrapage ${formatMinutes(toCatchUp)}`;
}
