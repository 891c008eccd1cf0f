import type { Finding } from '../finding.ts';
import { formatDay, formatLongDay, formatMinutes, formatTime } from '../french-format.ts';
import { type PlainDate, weekdayOf } from '../plain-date.ts';
import { evaluationRule, isEvaluationTooEarly } from './evaluation-order.ts';
import { listDayOffReasons, type OpeningRules } from './find-day-off.ts';
import { isPositioned, maxMinutesPerDay } from './list-open-half-days.ts';
import { positioningSource, sayPositioning } from './say-positioning.ts';
import { areOtherGroups, endOfSlot, overlaps, type PlannedSlot } from './slot.ts';

/** A remark on a slot; `path` points into the `PlannedSlot`, e.g. `/startsAt`. */
export type SlotFinding = Finding;

/** What a slot is checked against. */
export interface SlotContext extends OpeningRules {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** The cohort's usual days, 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly number[];
  /** Entrants are positioned that day: teaching begins the day after. */
  readonly positioningOn?: PlainDate | null;
  /**
   * Every other slot that may clash: those of the cohort (all dates, for the order of evaluation)
   * and those of any cohort on the same day. A slot with the change's own id is left out.
   */
  readonly otherSlots: readonly PlannedSlot[];
}

/** A half-day never lasts more than 4 h; morning ends by 13 h 30, afternoon starts at 12 h. */
const longestHalfDay = 240;
/** Last minute of a morning. */
export const morningEnd = 810;
/** First minute of an afternoon. */
export const afternoonStart = 720;
/** Minute after which the OPCO pays no training (W45). */
export const eveningStart = 1140;

/**
 * Checks a slot that a person adds or moves by hand. Errors: it cannot be saved as it is (not a
 * half-day, clash, more than 7 h, holiday, Sunday). Warnings: unusual, the person decides.
 *
 * @throws RangeError when `change.date` is not a real day.
 */
export function checkSlotChange(change: PlannedSlot, context: SlotContext): readonly SlotFinding[] {
  const others = context.otherSlots.filter((slot) => slot.id !== change.id);
  return [
    ...checkHalfDay(change),
    ...checkClashes(change, others),
    ...checkDayLength(change, others),
    ...checkOpening(change, context),
    ...checkUsualDays(change, context),
    ...checkEvaluationOrder(change, others),
  ];
}

function checkHalfDay(change: PlannedSlot): readonly SlotFinding[] {
  const { startsAt, minutes, halfDay } = change;
  const error = (path: string, message: string): readonly SlotFinding[] => [
    { rule: 'slot.is-half-day', severity: 'error', path, message, source: 'DOMAIN 8.1 et 12' },
  ];
  if (!Number.isInteger(startsAt) || startsAt < 0 || startsAt >= 1440) {
    return error('/startsAt', 'L’heure de début n’est pas une heure de la journée.');
  }
  if (!Number.isInteger(minutes) || minutes <= 0) {
    return error(
      '/minutes',
      'La durée doit être un nombre entier de minutes, plus grand que zéro.',
    );
  }
  if (minutes > longestHalfDay) {
    return error(
      '/minutes',
      `Un créneau est une demi-journée, signée à part : ${formatMinutes(minutes)} dépasse 4 h. Faites-en deux créneaux.`,
    );
  }
  const end = endOfSlot(change);
  if (end > 1440) return error('/minutes', 'Le créneau finit après minuit.');
  if (halfDay === 'morning' && end > morningEnd) {
    return error(
      '/minutes',
      `Un créneau du matin finit à 13 h 30 au plus tard, pas à ${formatTime(end)}.`,
    );
  }
  if (halfDay === 'afternoon' && startsAt < afternoonStart) {
    return error(
      '/startsAt',
      `Un créneau de l’après-midi commence à 12 h au plus tôt, pas à ${formatTime(startsAt)}.`,
    );
  }
  return [];
}

const checkClashes = (
  change: PlannedSlot,
  others: readonly PlannedSlot[],
): readonly SlotFinding[] => [
  ...others
    .filter(
      (other) =>
        overlaps(change, other) &&
        other.cohortId === change.cohortId &&
        !areOtherGroups(change, other),
    )
    .map((other) => clash(other, 'slot.cohort-free', '/startsAt', 'La cohorte a')),
  ...checkBookings(change, others),
];

/**
 * The other slots that hold the trainer or the room of `change` at the same moment; real intervals,
 * so that 9 h 30 and 10 h clash. Every finding is an error.
 */
const checkBookings = (
  change: PlannedSlot,
  others: readonly PlannedSlot[],
): readonly SlotFinding[] =>
  others
    .filter((other) => overlaps(change, other))
    .flatMap((other) => [
      ...(change.trainerId !== null && other.trainerId === change.trainerId
        ? [clash(other, 'slot.trainer-free', '/trainerId', 'Ce formateur a')]
        : []),
      ...(change.roomId !== null && other.roomId === change.roomId
        ? [clash(other, 'slot.room-free', '/roomId', 'Cette salle a')]
        : []),
    ]);

const clash = (other: PlannedSlot, rule: string, path: string, who: string): SlotFinding => ({
  rule,
  severity: 'error',
  path,
  message: `${who} déjà un créneau le ${formatLongDay(other.date)} de ${formatTime(other.startsAt)} à ${formatTime(endOfSlot(other))} : changez l’heure, le jour ou l’un des deux.`,
  source: 'DOMAIN 12',
});

function checkDayLength(
  change: PlannedSlot,
  others: readonly PlannedSlot[],
): readonly SlotFinding[] {
  const total = others
    .filter(
      (other) =>
        other.cohortId === change.cohortId &&
        other.date === change.date &&
        !areOtherGroups(change, other),
    )
    .reduce((sum, other) => sum + other.minutes, change.minutes);
  if (total <= maxMinutesPerDay) return [];
  return [
    {
      rule: 'slot.day-at-most-7h',
      severity: 'error',
      path: '/minutes',
      message: `La journée ferait ${formatMinutes(total)} : une journée de formation compte 7 h au plus.`,
      source: 'DOMAIN 12, S2:L189',
    },
  ];
}

function checkOpening(change: PlannedSlot, context: SlotContext): readonly SlotFinding[] {
  const closed = listDayOffReasons(change.date, context).map((dayOff): SlotFinding => {
    const isBinding = dayOff.kind === 'sunday' || dayOff.kind === 'public_holiday';
    return {
      rule: `slot.not-on-${dayOff.kind.replace('_', '-')}`,
      severity: isBinding ? 'error' : 'warning',
      path: '/date',
      message: `Le ${formatLongDay(change.date)} n’est pas un jour de formation (${dayOff.reason}).`,
      source: dayOff.source,
    };
  });
  if (endOfSlot(change) <= eveningStart) return closed;
  return [
    ...closed,
    {
      rule: 'slot.before-evening',
      severity: 'warning',
      path: '/startsAt',
      message: `Le créneau finit à ${formatTime(endOfSlot(change))} : l’OPCO ne finance pas la formation après 19 h.`,
      source: 'DOMAIN 7, W45',
    },
  ];
}

function checkUsualDays(change: PlannedSlot, context: SlotContext): readonly SlotFinding[] {
  const findings: SlotFinding[] = [];
  const warn = (rule: string, message: string, source = 'DOMAIN 12') =>
    findings.push({ rule, severity: 'warning', path: '/date', message, source });
  if (!context.weekdays.includes(weekdayOf(change.date))) {
    warn(
      'slot.usual-weekday',
      `Le ${formatLongDay(change.date)} n’est pas un jour habituel de cette cohorte.`,
    );
  }
  if (!isPositioned(change.date, context)) {
    warn(
      'slot.after-positioning',
      `Ce créneau serait ${sayPositioning(context)}`,
      positioningSource,
    );
  }
  if (change.date < context.startsOn) {
    warn(
      'slot.within-cohort',
      `Ce créneau est avant le début de la cohorte, le ${formatDay(context.startsOn)}.`,
    );
  }
  if (context.endsOn !== null && change.date > context.endsOn) {
    warn(
      'slot.within-cohort',
      `Ce créneau est après la fin de la cohorte, le ${formatDay(context.endsOn)}.`,
    );
  }
  return findings;
}

function checkEvaluationOrder(
  change: PlannedSlot,
  others: readonly PlannedSlot[],
): readonly SlotFinding[] {
  const isMisplaced = others.some(
    (other) => other.cohortId === change.cohortId && isEvaluationTooEarly(change, other),
  );
  if (!isMisplaced) return [];
  return [
    {
      rule: evaluationRule,
      severity: 'warning',
      path: '/date',
      message: `L’évaluation du bloc ${change.blockCode} viendrait avant son dernier créneau de formation.`,
      source: 'S1:L178',
    },
  ];
}
