import {
  type AppraisalStanding,
  type AskedAppraisal,
  findAppraisalStanding,
  tellRenewal,
} from '../appraisals/appraisal-standing.ts';
import type { SignedAppraisal } from '../appraisals/check-tutor-condition.ts';
import {
  type AssessmentResult,
  type BlockAssessments,
  summariseBlockAssessments,
} from '../assessments/assess.ts';
import type { HeldCredential } from '../assessments/credentials.ts';
import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import { countNoun, formatMinutes, formatShortDay } from '../french-format.ts';
import { type HoursDone, tellHours } from '../hours-done.ts';
import { proposeFromSummary } from '../juries/propose-block-result.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { Decision } from '../reason.ts';
import type { BlockProposal } from '../vocabulary.ts';
import { listMissing, type MissingThing, warnOfHours } from './list-missing.ts';
import type { BlockRecord } from './record-block.ts';

export const blockCellStates = [
  'acquired',
  'ready',
  'missing',
  'not_acquired_proposed',
  'dispensed',
  'not_acquired',
  'lapsed',
  'in_progress',
] as const;
export type BlockCellState = (typeof blockCellStates)[number];

export interface BlockCellInput {
  readonly framework: Framework;
  readonly block: CompetenceBlock;
  /** Minutes of this block. */
  readonly hours: HoursDone;
  readonly appraisals: readonly SignedAppraisal[];
  /** Requests to tutors that are not signed yet. */
  readonly asked: readonly AskedAppraisal[];
  readonly results: readonly AssessmentResult[];
  readonly credentials: readonly HeldCredential[];
  readonly decision: BlockRecord | null;
  /** Minutes of training that a granted dispensation takes off this block; 0 for none. */
  readonly dispensedMinutes: number;
  /** The proposal when the caller has it already; computed when absent. */
  readonly proposal?: Decision<BlockProposal>;
  readonly nextEvaluationOn: PlainDate | null;
  /** The next jury: credentials must be valid on that day (Q6). */
  readonly nextJuryOn: PlainDate | null;
  readonly tutorName: string | null;
  readonly today: PlainDate;
}

/** One cell of the readiness board: what it says, the fact under it, what is missing and why. */
export interface BlockCell {
  readonly state: BlockCellState;
  readonly label: string;
  readonly fact: string;
  readonly missing: readonly MissingThing[];
  /** Still being taught: nothing is assessed yet and hours remain to be done. */
  readonly isUnderWay: boolean;
  /** The jury's decision by which it stands; `null` while no jury has decided. */
  readonly decision: BlockRecord | null;
  /** First day on which an acquired block no longer counts; `null` for ever, or when it is not held. */
  readonly keptUntil: PlainDate | null;
  /** Where its épreuves stand today. */
  readonly assessments: BlockAssessments;
  readonly appraisal: AppraisalStanding;
  readonly proposal: Decision<BlockProposal>;
}

/**
 * One learner's cell for one block, in French. A block that the jury refused, or that is kept no
 * longer (DOMAIN 4.4), shows so until something newer is recorded. Hours short of what is due never hold a block back (Q13): below 80 %
 * once its épreuves are acquired, the ready cell asks to catch up. Credentials are judged on the
 * next jury's day, today when none is known: one that will have ended by then shows even while the
 * block is still taught (Q6). No day arithmetic here: 500 learners × 4 blocks must take milliseconds.
 */
export function describeBlockCell(input: BlockCellInput): BlockCell {
  const { framework, block, results, appraisals, credentials, decision, hours, today } = input;
  const refusedOn = decision?.refusedOn ?? null;
  const assessments = summariseBlockAssessments(block, results, credentials, today, {
    scope: framework.resit.scope,
    refusedOn,
  });
  const proposal =
    input.proposal ??
    proposeFromSummary({
      framework,
      block,
      summary: assessments,
      appraisals,
      onDate: today,
      refusedOn,
      hours,
    });
  const appraisal = findAppraisalStanding({ ...input, refusedOn });
  const keptUntil = decision?.keptUntil ?? null;
  if (decision?.decision === 'acquired' && (keptUntil === null || today < keptUntil)) {
    const from = decision.acquiredAt ?? decision.carriedFrom;
    const fact = from
      ? `${from}, ${decision.equivalence ? 'équivalence' : 'repris'}`
      : `jury du ${formatShortDay(decision.decidedOn)}`;
    const face = { state: 'acquired', label: 'Acquis', fact, decision, keptUntil } as const;
    return { ...face, missing: [], isUnderWay: false, assessments, appraisal, proposal };
  }
  const missing = listMissing({ ...input, appraisal }, assessments, proposal);
  const isTaught = isUnderWay(input, proposal.outcome);
  const face = chooseFace(input, assessments, proposal.outcome, missing, isTaught);
  const { state, label, fact } = tellPressingRenewal(face, appraisal);
  const rest = { missing, isUnderWay: isTaught, assessments, appraisal, proposal };
  return { state, label, fact, decision, keptUntil: null, ...rest };
}

/**
 * Whether the block needs a tutor's appraisal before a jury, and nobody has asked for it. What was
 * asked of a tutor who is no longer in post is told on its own.
 */
export const isAppraisalToAsk = ({
  state,
  appraisal,
}: Pick<BlockCell, 'state' | 'appraisal'>): boolean =>
  state !== 'acquired' && (appraisal.state === 'not_asked' || appraisal.state === 'incomplete');

type Face = Pick<BlockCell, 'state' | 'label' | 'fact'>;

/** A ready block stays so while a later appraisal is late or to be asked again, as the morning says. */
function tellPressingRenewal(face: Face, appraisal: AppraisalStanding): Face {
  const renewal = appraisal.state === 'signed' ? appraisal.renewal : null;
  const isPressing = renewal !== null && (renewal.isLate || renewal.state === 'interrupted');
  if (face.state !== 'ready' || !isPressing) return face;
  return { ...face, fact: `${face.fact} · ${tellRenewal(renewal)}` };
}

function chooseFace(
  input: BlockCellInput,
  summary: BlockAssessments,
  outcome: BlockProposal,
  missing: readonly MissingThing[],
  isTaught: boolean,
): Face {
  const { decision, hours, dispensedMinutes } = input;
  if (decision?.decision === 'not_acquired' && !hasNews(input, decision.decidedOn)) {
    const fact = `jury du ${formatShortDay(decision.decidedOn)} · à représenter`;
    return { state: 'not_acquired', label: 'Non acquis', fact };
  }
  const lapsed = lapsedFace(input);
  if (lapsed) return lapsed;
  if (outcome === 'not_acquired') {
    return { state: 'not_acquired_proposed', label: 'Non acquis proposé', fact: whyNot(summary) };
  }
  const isPressed = missing.some(({ isPressing }) => isPressing);
  if (!isPressed && dispensedMinutes > 0 && hours.due === 0 && !hasResult(input)) {
    const rest = summary.total > 0 ? ' · épreuves à passer' : '';
    return { state: 'dispensed', label: 'Dispensé', fact: formatMinutes(dispensedMinutes) + rest };
  }
  const underWay = underWayFace(hours);
  const held = missingFace(missing, summary) ?? readyFace(summary, hours);
  // What presses comes first, but the block is still being taught.
  const face = !isTaught
    ? held
    : isPressed
      ? { ...held, fact: `${held.fact} · ${underWay.label.toLowerCase()}, ${underWay.fact}` }
      : underWay;
  if (dispensedMinutes === 0) return face;
  return { ...face, fact: `${face.fact} · dispense ${formatMinutes(dispensedMinutes)}` };
}

/** Acquired once, kept no longer, and nothing recorded since; `null` otherwise. */
function lapsedFace(input: BlockCellInput): Face | null {
  const { decision, today } = input;
  const until = decision?.decision === 'acquired' ? (decision.keptUntil ?? null) : null;
  if (!decision || until === null || until > today || hasNews(input, addDays(until, -1)))
    return null;
  const since = formatShortDay(decision.decidedOn);
  return {
    state: 'lapsed',
    label: 'Plus conservé',
    fact: `acquis le ${since}, jusqu’au ${formatShortDay(addDays(until, -1))} · à représenter`,
  };
}

/** Something of this block was recorded after the jury's decision. */
const hasNews = ({ block, results, appraisals }: BlockCellInput, since: PlainDate): boolean =>
  appraisals.some(({ blockCode, signedOn }) => blockCode === block.code && signedOn > since) ||
  results.some((result) => result.heldOn > since && isOfBlock(result, block));

const hasResult = ({ block, results }: BlockCellInput): boolean =>
  results.some((result) => isOfBlock(result, block));

const isOfBlock = ({ assessmentCode }: AssessmentResult, { assessments }: CompetenceBlock) =>
  assessments.some(({ code }) => code === assessmentCode);

const isUnderWay = (input: BlockCellInput, outcome: BlockProposal): boolean =>
  outcome === 'incomplete' && !hasResult(input) && input.hours.missing > 0;

const underWayFace = (hours: HoursDone): Face => ({
  state: 'in_progress',
  label: hours.done === 0 ? 'À venir' : 'En cours',
  fact: tellHours(hours),
});

function readyFace({ acquired, total }: BlockAssessments, hours: HoursDone): Face {
  const fact = total > 0 ? `${countNoun(acquired, 'épreuve')} sur ${total}` : tellHours(hours);
  const warning = warnOfHours(hours);
  return { state: 'ready', label: 'Prêt', fact: warning ? `${fact} · ${warning}` : fact };
}

/** The first thing that keeps the block from being ready; `null` when nothing does. */
function missingFace(missing: readonly MissingThing[], summary: BlockAssessments): Face | null {
  const first = missing.find(({ isHolding }) => isHolding);
  if (!first) return null;
  return {
    state: 'missing',
    label: first.label,
    fact:
      first.detail || `${summary.acquired} sur ${summary.total}, il en faut ${summary.required}`,
  };
}

function whyNot(summary: BlockAssessments): string {
  const { acquired, required, total, missing, mandatoryMissing } = summary;
  if (acquired + missing.length < required)
    return `${acquired} sur ${total}, il en faut ${required}`;
  if (mandatoryMissing.some((code) => !missing.includes(code))) {
    return 'épreuve obligatoire non acquise';
  }
  return 'appréciation du tuteur : non acquise';
}
