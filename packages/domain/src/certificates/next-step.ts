import type { BlockCell } from '../cohorts/describe-block-cell.ts';
import type { MissingKind, MissingThing } from '../cohorts/list-missing.ts';
import type { DeadlineRow } from '../deadlines/compute-deadlines.ts';
import { formatLongDay, formatTime, numberInWords } from '../french-format.ts';
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

export interface MissingLine {
  readonly kind: MissingKind | 'resit';
  /** `null` when it concerns the whole certification. */
  readonly blockCode: string | null;
  /** A full sentence for the learner. */
  readonly text: string;
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
  readonly next: NextThing | null;
}

/**
 * The learner's page in three answers: where I stand, what is missing before the certificate, what
 * is next. A block still being taught lacks nothing yet, save an attestation that will have ended by
 * the jury; hours and the jury's
 * decision are shown elsewhere. `next` is the next half-day, else the next operative deadline.
 */
export function describeProgress(input: {
  readonly readiness: Decision<Readiness>;
  readonly outcome: 'certificate' | 'attestation';
  readonly cells: readonly ProgressCell[];
  readonly nextSlot: NextSlot | null;
  readonly deadlines: readonly DeadlineRow[];
  readonly today: PlainDate;
}): Progress {
  const { readiness, outcome, cells, nextSlot, deadlines, today } = input;
  const missing = readiness.outcome === 'ready' ? [] : listMissingLines(readiness, cells);
  return {
    headline: writeHeadline(readiness.outcome, outcome, cells, missing.length),
    missing,
    next: nextSlot ? describeSlot(nextSlot) : nextDeadline(deadlines, today),
  };
}

function listMissingLines(
  readiness: Decision<Readiness>,
  cells: readonly ProgressCell[],
): readonly MissingLine[] {
  const lines = cells.flatMap(linesOfCell);
  if (lines.some(({ kind }) => kind === 'credential')) return lines;
  const isTaught = cells.every(({ cell }) => !cell.isUnderWay);
  const credentials = readiness.reasons.filter(
    ({ rule, met }) => isTaught && !met && rule === 'certificate.credential-valid',
  );
  return [
    ...lines,
    ...credentials.map(({ facts }) => ({
      kind: 'credential' as const,
      blockCode: null,
      text: facts,
    })),
  ];
}

function linesOfCell({ blockCode, blockName, cell }: ProgressCell): readonly MissingLine[] {
  if (cell.state === 'acquired') return [];
  if (cell.state === 'not_acquired' || cell.state === 'not_acquired_proposed') {
    const text = `${blockName} : ${cell.label.toLowerCase()} (${cell.fact}). Votre centre vous inscrira à une nouvelle session.`;
    return [{ kind: 'resit', blockCode, text }];
  }
  const shown = cell.missing.filter(
    ({ kind, isHolding, isPressing }) =>
      (cell.isUnderWay ? isPressing : isHolding) && kind !== 'decision' && kind !== 'hours',
  );
  return shown.map((thing) => ({
    kind: thing.kind,
    blockCode,
    text: writeForLearner(thing, blockName),
  }));
}

function writeForLearner({ kind, text, isPressing }: MissingThing, blockName: string): string {
  if (kind === 'credential') {
    return isPressing ? `Votre ${text}. Demandez un recyclage à votre centre.` : `${text}.`;
  }
  const plain = kind === 'appraisal' ? text.replace('du tuteur', 'de votre tuteur') : text;
  return `${blockName} : ${plain.charAt(0).toLowerCase()}${plain.slice(1)}.`;
}

function writeHeadline(
  readiness: Readiness,
  outcome: 'certificate' | 'attestation',
  cells: readonly ProgressCell[],
  count: number,
): string {
  const title = outcome === 'certificate' ? 'certificat' : 'attestation';
  if (readiness === 'ready') {
    return outcome === 'certificate'
      ? 'Votre certificat peut être délivré'
      : 'Votre attestation peut être délivrée';
  }
  if (count > 0) return `Avant votre ${title}, il manque ${countThings(count)}`;
  if (cells.some(({ cell }) => cell.isUnderWay)) {
    return 'Votre formation suit son cours, rien ne manque aujourd’hui';
  }
  return outcome === 'certificate'
    ? 'Votre dossier est prêt pour le jury'
    : 'Il reste des heures à faire avant votre attestation';
}

const countThings = (count: number): string =>
  `${numberInWords(count)} ${count < 2 ? 'chose' : 'choses'}`;

function describeSlot(slot: NextSlot): NextThing {
  const day = formatLongDay(slot.day);
  const time = `${formatTime(slot.startMinute)} – ${formatTime(slot.endMinute)}`;
  const place = [slot.title, slot.room, slot.trainerName].filter((part) => part !== null);
  return {
    kind: 'slot',
    on: slot.day,
    title: `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${time}`,
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
    title: `${day.charAt(0).toUpperCase()}${day.slice(1)}`,
    text: first.sentence,
  };
}
