import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { Finding } from '../finding.ts';
import type { Assessment, Framework } from '../frameworks/framework.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import {
  type AssessmentResult,
  isAssessmentAcquired,
  type Marks,
  marksExpected,
} from './assess.ts';

/** When a learner is in training. */
export interface TrainingStay {
  readonly state: EnrolmentState;
  readonly startsOn: PlainDate;
  /** Last day; of an abandonment when the state says so. */
  readonly endsOn: PlainDate | null;
}

export interface AttemptInput {
  readonly framework: Framework;
  readonly assessment: Assessment;
  /** The attempts in force at this épreuve, in any order. */
  readonly recorded: readonly AssessmentResult[];
  /** The attempt being written: one of `recorded` to correct it, the next number to add one. */
  readonly attempt: number;
  readonly heldOn: PlainDate;
  readonly today: PlainDate;
  /** Day on which a jury acquired the block; `null` while it has not. */
  readonly blockAcquiredOn: PlainDate | null;
  readonly stay: TrainingStay;
}

/**
 * Whether an attempt at an épreuve may be written down. Attempts are numbered from 1 without a gap
 * and follow each other in time; only a failed épreuve is sat again unless the version asks for the
 * whole block (Q2); what led a jury to acquire a block no longer changes (S1:L176); nobody sits one
 * before they enter nor after they have given up. Paths point into `AttemptInput`.
 */
export function checkAttempt(input: AttemptInput): readonly Finding[] {
  const { assessment, heldOn, today, blockAcquiredOn } = input;
  if (assessment.credentialCode !== null) {
    const message = `Cette épreuve s’acquiert par une attestation ${assessment.credentialCode} : enregistrez l’attestation.`;
    return [error('attempt.credential-instead', '/assessment', message, 'S1:L155')];
  }
  if (blockAcquiredOn !== null) {
    const message = `Ce bloc est acquis depuis le jury du ${formatDay(blockAcquiredOn)} : ses épreuves ne changent plus.`;
    return [error('attempt.block-acquired', '/attempt', message, 'S1:L176')];
  }
  if (heldOn > today) {
    const message = 'Cette date est à venir : notez l’épreuve une fois passée.';
    return [error('attempt.held', '/heldOn', message, 'S1:L178')];
  }
  return [...checkStay(input), ...checkNumber(input), ...checkOrder(input)];
}

/** Last day on which the learner may sit an épreuve, as far as `today`. */
export const lastSittingDay = ({ state, endsOn }: TrainingStay, today: PlainDate): PlainDate =>
  state === 'withdrawn' && endsOn !== null && endsOn < today ? endsOn : today;

/** A day that is recorded already is not asked again: the entry may have been put right since. */
function checkStay(input: AttemptInput): readonly Finding[] {
  const { recorded, attempt, heldOn, today, stay } = input;
  if (recorded.some((one) => one.attempt === attempt && one.heldOn === heldOn)) return [];
  const refuse = (rule: string, message: string) => [error(rule, '/heldOn', message, 'W3')];
  if (heldOn < stay.startsOn)
    return refuse(
      'attempt.after-entry',
      `Cette personne n’est entrée en formation que le ${formatDay(stay.startsOn)} : vérifiez la date de l’épreuve.`,
    );
  const last = lastSittingDay(stay, today);
  if (heldOn <= last) return [];
  return refuse(
    'attempt.before-withdrawal',
    `Cette personne a abandonné la formation le ${formatDay(last)} : une épreuve passée ensuite n’est pas notée.`,
  );
}

const error = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});

const lastOf = (recorded: readonly AssessmentResult[]): AssessmentResult | undefined =>
  recorded.toSorted((one, other) => one.attempt - other.attempt).at(-1);

function checkNumber(input: AttemptInput): readonly Finding[] {
  const { framework, assessment, recorded, attempt } = input;
  if (recorded.some((result) => result.attempt === attempt)) return [];
  const last = lastOf(recorded);
  const next = (last?.attempt ?? 0) + 1;
  const refuse = (rule: string, message: string) => [error(rule, '/attempt', message, 'Q2')];
  if (attempt !== next) return refuse('attempt.numbered', `Le prochain passage est le n° ${next}.`);
  const { maxAttempts, scope } = framework.resit;
  if (maxAttempts !== null && attempt > maxAttempts) {
    const allowed = countNoun(maxAttempts, 'passage');
    return refuse('attempt.maximum', `Ce référentiel n’autorise que ${allowed} par épreuve.`);
  }
  if (!last || scope === 'whole_block') return [];
  const isAcquired = recorded.some((result) => isAssessmentAcquired(assessment, result, false));
  if (isAcquired) {
    return refuse(
      'attempt.already-acquired',
      'Cette épreuve est déjà acquise : seules les épreuves non acquises se repassent.',
    );
  }
  if (isComplete(assessment, last.marks)) return [];
  return refuse(
    'attempt.previous-finished',
    `Le passage n° ${last.attempt} n’est pas entièrement noté : complétez-le d’abord.`,
  );
}

const isComplete = (assessment: Assessment, marks: Marks): boolean =>
  marksExpected(assessment).every(({ key }) => Object.hasOwn(marks, key));

function checkOrder({ recorded, attempt, heldOn }: AttemptInput): readonly Finding[] {
  const clash = recorded.find(
    (other) =>
      (other.attempt < attempt && other.heldOn > heldOn) ||
      (other.attempt > attempt && other.heldOn < heldOn),
  );
  if (!clash) return [];
  const message = `Le passage n° ${clash.attempt} a eu lieu le ${formatDay(clash.heldOn)} : les passages se suivent dans l’ordre des dates.`;
  return [error('attempt.in-order', '/heldOn', message, 'DOMAIN 4.4')];
}
