import type { BlockCell } from '../cohorts/describe-block-cell.ts';
import type { MissingThing } from '../cohorts/list-missing.ts';
import type { DeadlineRow } from '../deadlines/compute-deadlines.ts';
import { capitalise, formatLongDay, formatTime, numberInWords } from '../french-format.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import type { Decision } from '../reason.ts';
import type { Readiness } from './check-readiness.ts';

export interface ProgressCell {
  readonly blockCode: string;
  readonly blockName: string;
  readonly cell: BlockCell;
}

export interface NextSlot {
  readonly day: PlainDate;
  readonly startMinute: MinuteOfDay;
  readonly endMinute: MinuteOfDay;
  readonly title: string;
  readonly room: string | null;
  readonly trainerName: string | null;
}

export const missingLineKinds = ['block', 'credential', 'hours'] as const;

export interface MissingLine {
  readonly kind: (typeof missingLineKinds)[number];
  /** `null` when it concerns the whole certification. */
  readonly blockCode: string | null;
  /** What is missing, in the sentence of the certificates page. */
  readonly text: string;
  /** Where it stands and what comes next, for the learner: full sentences. */
  readonly steps: readonly string[];
  /** Nothing to do but go on: the block is taught, or its jury is to come. */
  readonly isOnItsWay: boolean;
}

export interface NextThing {
  readonly kind: 'slot' | 'deadline';
  readonly on: PlainDate;
  /** « Lundi 23 novembre 2026, 9 h – 12 h 30 » */
  readonly title: string;
  readonly text: string;
}

export interface Progress {
  readonly headline: string;
  readonly missing: readonly MissingLine[];
  /** What goes on beside it: « Il vous reste des cours et des épreuves dans un bloc. Le jury du … » */
  readonly afterwards: string | null;
  readonly next: NextThing | null;
}

/**
 * The learner's page in three answers: where I stand, what is missing before the certificate, what
 * is next. What is missing is what `checkStanding` found, no more and no less: the office reads the
 * same lines. `next` is the next half-day, else the next operative deadline.
 */
export function describeProgress(input: {
  readonly readiness: Decision<Readiness>;
  readonly outcome: 'certificate' | 'attestation';
  /** In the framework's order. */
  readonly cells: readonly ProgressCell[];
  readonly nextSlot: NextSlot | null;
  readonly nextJuryOn: PlainDate | null;
  readonly deadlines: readonly DeadlineRow[];
  readonly today: PlainDate;
}): Progress {
  const { readiness, outcome, cells, nextSlot, nextJuryOn, deadlines, today } = input;
  const missing = listMissingLines(readiness, cells, nextJuryOn, nextSlot !== null);
  return {
    headline: writeHeadline(readiness, outcome, cells, missing),
    missing,
    afterwards: writeAfterwards(missing, cells, nextJuryOn),
    next: nextSlot ? describeSlot(nextSlot) : nextDeadline(deadlines, today),
  };
}

const blockRule = 'certificate.block-acquired';
const credentialRule = 'certificate.credential-valid';
const askForTraining = 'Demandez une formation ou un recyclage à votre centre.';

function listMissingLines(
  { reasons }: Decision<Readiness>,
  cells: readonly ProgressCell[],
  nextJuryOn: PlainDate | null,
  isTaught: boolean,
): readonly MissingLine[] {
  const hasCredential = reasons.some(({ rule, met }) => !met && rule === credentialRule);
  const blocks = reasons
    .filter(({ rule }) => rule === blockRule)
    .flatMap(({ met, facts }, index): MissingLine[] => {
      const own = cells[index];
      if (met || !own) return [];
      const { steps, isOnItsWay } = listSteps(own.cell, hasCredential, nextJuryOn);
      return [{ kind: 'block', blockCode: own.blockCode, text: facts, steps, isOnItsWay }];
    });
  const others = reasons
    .filter(({ rule, met }) => !met && rule !== blockRule)
    .map(({ rule, facts }): MissingLine => {
      const isCredential = rule === credentialRule;
      const kind = isCredential ? 'credential' : 'hours';
      const steps = isCredential ? [askForTraining] : [];
      const isOnItsWay = kind === 'hours' && isTaught;
      return { kind, blockCode: null, text: facts, steps, isOnItsWay };
    });
  return [...others, ...blocks];
}

/** Where a block that is not acquired stands, and what it still needs before the jury. */
function listSteps(
  cell: BlockCell,
  hasCredential: boolean,
  nextJuryOn: PlainDate | null,
): Pick<MissingLine, 'steps' | 'isOnItsWay'> {
  const { state, label, fact, missing, isUnderWay } = cell;
  const toDo = (...steps: string[]) => ({ steps, isOnItsWay: false });
  if (state === 'acquired') return toDo();
  if (state === 'not_acquired' || state === 'lapsed')
    return toDo('Votre centre vous inscrit à une nouvelle session.');
  if (state === 'not_acquired_proposed')
    // No jury has spoken: the learner is not told of a proposal as of a failure.
    return toDo(`Une épreuve à repasser : ${fact}. Votre centre vous dira quand.`);
  if (state === 'ready') {
    const jury = nextJuryOn ? ` le ${formatLongDay(nextJuryOn)}` : '';
    return { steps: [`Prêt, ${fact} : le jury se prononce${jury}.`], isOnItsWay: true };
  }
  const shown = missing.filter(
    ({ kind, isHolding, isPressing }) =>
      (isUnderWay ? isPressing : isHolding) &&
      kind !== 'decision' &&
      kind !== 'hours' &&
      !(kind === 'credential' && hasCredential),
  );
  const things = shown.map(writeForLearner);
  const steps = isUnderWay || things.length === 0 ? [`${label}, ${fact}.`, ...things] : things;
  return { steps, isOnItsWay: things.length === 0 };
}

function writeForLearner({ kind, text, isPressing }: MissingThing): string {
  if (kind === 'credential' && isPressing) return `Votre ${text}. ${askForTraining}`;
  const own = kind === 'appraisal' ? text.replace('du tuteur', 'de votre tuteur') : text;
  return `${own}.`;
}

function writeHeadline(
  { outcome: readiness, reasons }: Decision<Readiness>,
  outcome: 'certificate' | 'attestation',
  cells: readonly ProgressCell[],
  missing: readonly MissingLine[],
): string {
  if (readiness === 'ready') {
    return outcome === 'certificate'
      ? 'Votre certificat peut être délivré'
      : 'Votre attestation peut être délivrée';
  }
  const open = cells.filter(({ cell }) => cell.state !== 'acquired');
  const isReady = open.length > 0 && open.every(({ cell }) => cell.state === 'ready');
  if (isReady && reasons.every(({ rule, met }) => met || rule === blockRule)) {
    return `Votre dossier est prêt pour le jury, qui se prononce sur ${countBlocks(open.length)}`;
  }
  const count = missing.filter(({ isOnItsWay }) => !isOnItsWay).length;
  if (count === 0) return 'Votre formation suit son cours, rien à régler';
  // « Il manque » would be read as all that is left.
  if (count < missing.length)
    return `${capitalise(countThings(count))} à régler, le reste suit son cours`;
  const title = outcome === 'certificate' ? 'certificat' : 'attestation';
  return `Avant votre ${title}, il manque ${countThings(count)}`;
}

/** What goes on by itself: the blocks that are still taught, and those that the jury will see. */
function writeAfterwards(
  missing: readonly MissingLine[],
  cells: readonly ProgressCell[],
  nextJuryOn: PlainDate | null,
): string | null {
  const taught = cells.filter(({ cell }) => cell.isUnderWay);
  const isAssessed = taught.some(({ cell }) =>
    cell.missing.some(({ kind }) => kind === 'assessment'),
  );
  const onTheirWay = missing.filter(({ kind, isOnItsWay }) => kind === 'block' && isOnItsWay);
  const lessons = isAssessed ? 'des cours et des épreuves' : 'des cours';
  const sentences = [
    ...(taught.length > 0 ? [`Il vous reste ${lessons} dans ${countBlocks(taught.length)}.`] : []),
    ...(onTheirWay.length > 0 && nextJuryOn !== null
      ? [
          `Le jury du ${formatLongDay(nextJuryOn)} se prononce ensuite sur ${countBlocks(onTheirWay.length)}.`,
        ]
      : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : null;
}

const countBlocks = (count: number): string =>
  count === 1 ? 'un bloc' : `${numberInWords(count)} blocs`;

const countThings = (count: number): string =>
  `${numberInWords(count)} ${count < 2 ? 'chose' : 'choses'}`;

function describeSlot(slot: NextSlot): NextThing {
  const day = formatLongDay(slot.day);
  const time = `${formatTime(slot.startMinute)} – ${formatTime(slot.endMinute)}`;
  const place = [slot.title, slot.room, slot.trainerName].filter((part) => part !== null);
  return {
    kind: 'slot',
    on: slot.day,
    title: `${capitalise(day)}, ${time}`,
    text: place.join(' · '),
  };
}

function nextDeadline(rows: readonly DeadlineRow[], today: PlainDate): NextThing | null {
  const ahead = rows
    .filter(({ isOperative, dueOn }) => isOperative && dueOn >= today)
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const [first] = ahead;
  if (!first) return null;
  const day = formatLongDay(first.dueOn);
  return {
    kind: 'deadline',
    on: first.dueOn,
    title: capitalise(day),
    text: first.sentence,
  };
}
