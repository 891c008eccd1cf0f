import { countNoun, formatDay, formatLongDay } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import { listOpenHalfDays, type OpenHalfDay } from '../planning/list-open-half-days.ts';
import { listExtraTrainers } from './extra-trainers.ts';
import { indexProblem, type KnownSlot, placeSlots } from './index-problem.ts';
import { isFollowedBy, listLines } from './list-lines.ts';
import { compareStarts, isAvoided } from './plan-calendar.ts';
import type { PlanningProblem, PlanSlot, PlanWeights } from './planning-problem.ts';
import { mondayOf, trainerWeek } from './week.ts';
import { listWeeklyMinimums } from './weekly-minimums.ts';

/** The longest pause inside a run that is not a fault, in days: two months. */
export const longestPauseDays = 60;
/** How many teaching days in a row a run may take: the sixth is one too many. */
export const longestRowDays = 5;

/** One thing that a plan costs: money, or a soft rule that is not kept. */
export interface PlanCost {
  readonly rule: 'cost' | keyof PlanWeights;
  /** How many times; for `cost` the paid minutes. */
  readonly count: number;
  readonly cents: number;
  /** French, one sentence a time, the first ones; `[]` for `cost`. */
  readonly facts: readonly string[];
}

export interface PlanScore {
  readonly cents: number;
  readonly costs: readonly PlanCost[];
}

const factsShown = 20;

/**
 * What a plan costs, soft rule by soft rule, in cents: lower is better. It knows nothing of how
 * the plan was made; slots that name nothing known are left out (`checkPlan` refuses them).
 */
export function scorePlan(problem: PlanningProblem, slots: readonly PlanSlot[]): PlanScore {
  const { known } = indexProblem(problem, placeSlots(slots));
  const { weights } = problem;
  const weigh = (rule: keyof PlanWeights, facts: readonly string[], count = facts.length) => ({
    rule,
    count,
    cents: Math.round(count * weights[rule]),
    facts: facts.slice(0, factsShown),
  });
  const uneven = measureUnevenWeeks(problem, known);
  const below = measureMinimums(problem, known);
  const costs: readonly PlanCost[] = [
    sumPay(known),
    weigh('extraTrainer', tellExtraTrainers(known)),
    weigh('sixthDayInARow', listLongRows(problem, known)),
    weigh('longPause', listLongPauses(known)),
    weigh('avoidedHalfDay', listAvoided(known)),
    weigh('roomChange', listRoomChanges(known)),
    weigh('unevenWeek', uneven.facts, uneven.count),
    weigh('hourBelowMinimum', below.facts, below.count),
  ];
  return { cents: costs.reduce((total, { cents }) => total + cents, 0), costs };
}

function sumPay(known: readonly KnownSlot[]): PlanCost {
  const minutes = known.reduce((total, { slot }) => total + slot.minutes, 0);
  const cents = known.reduce(
    (total, { slot, trainer }) => total + (slot.minutes * trainer.centsPerHour) / 60,
    0,
  );
  return { rule: 'cost', count: minutes, cents: Math.round(cents), facts: [] };
}

const byRun = (known: readonly KnownSlot[]) => [...groupBy(known, ({ run }) => run.id).values()];

const tellExtraTrainers = (known: readonly KnownSlot[]): readonly string[] =>
  byRun(known).flatMap((slots) => {
    const [first] = slots;
    if (!first) return [];
    const names = new Map(slots.map(({ trainer }) => [trainer.id, trainer.name]));
    return listExtraTrainers(first.run, [...names.keys()]).map(
      (id) => `${told(slots)} change de formateur : ${names.get(id)} s’ajoute.`,
    );
  });

const told = ([first]: readonly KnownSlot[]): string =>
  first ? `${first.run.name} (${first.cohort.name})` : '';

/** « Not six days in a row »: consecutive among the days on which the cohort may meet. */
function listLongRows(problem: PlanningProblem, known: readonly KnownSlot[]): readonly string[] {
  const ranks = new Map(
    problem.cohorts.map((cohort) => [cohort.id, rankDays([...listOpenHalfDays(cohort)])]),
  );
  return byRun(known).flatMap((slots) => {
    const [first] = slots;
    const rankOf = first && ranks.get(first.cohort.id);
    if (!rankOf) return [];
    const days = [...new Set(slots.map(({ slot }) => slot.date))].sort();
    let row = 0;
    return days.flatMap((day, index) => {
      const before = rankOf.get(days[index - 1] ?? '');
      row = before !== undefined && rankOf.get(day) === before + 1 ? row + 1 : 1;
      return row > longestRowDays
        ? [`${told(slots)} prend le ${formatDay(day)} un ${row}e jour de suite.`]
        : [];
    });
  });
}

const rankDays = (halfDays: readonly OpenHalfDay[]): ReadonlyMap<PlainDate, number> =>
  new Map([...new Set(halfDays.map(({ date }) => date))].map((date, rank) => [date, rank]));

const listLongPauses = (known: readonly KnownSlot[]): readonly string[] =>
  byRun(known).flatMap((slots) => {
    const days = slots.map(({ slot }) => slot.date).sort();
    return days.flatMap((day, index) => {
      const before = days[index - 1];
      return before && daysBetween(before, day) > longestPauseDays
        ? [`${told(slots)} s’arrête du ${formatDay(before)} au ${formatDay(day)}.`]
        : [];
    });
  });

const listAvoided = (known: readonly KnownSlot[]): readonly string[] =>
  known
    .filter(({ trainer, slot }) => isAvoided(trainer, slot))
    .map(
      ({ trainer, slot, run }) =>
        `${trainer.name} préfère ne pas travailler le ${formatLongDay(slot.date)} (${run.name}).`,
    );

/** Each pair of half-days that follow each other for a cohort, or for one of its groups. */
const listRoomChanges = (known: readonly KnownSlot[]): readonly string[] =>
  [...groupBy(known, ({ cohort }) => cohort.id).values()].flatMap((ofCohort) => {
    const changes = listLines(ofCohort.map(({ run }) => run)).flatMap((line) => {
      const own = ofCohort
        .filter(({ run, room }) => room !== null && isFollowedBy(line, run))
        .toSorted(byMoment);
      return own.flatMap((one, index) => {
        const before = own[index - 1];
        return before?.room && one.room && before.room.id !== one.room.id
          ? [
              `${before.path} ${one.path}|${one.cohort.name} passe de ${before.room.name} à ${one.room.name} le ${formatDay(one.slot.date)}.`,
            ]
          : [];
      });
    });
    return [...new Set(changes)].map((change) => change.slice(change.indexOf('|') + 1));
  });

const byMoment = (a: KnownSlot, b: KnownSlot): number => compareStarts(a.slot, b.slot);

interface Measured {
  readonly count: number;
  readonly facts: readonly string[];
}

/** Half-days by which a cohort's weeks leave their fair share of the cohort's open half-days. */
function measureUnevenWeeks(
  { cohorts, runs }: PlanningProblem,
  known: readonly KnownSlot[],
): Measured {
  const groupCount = groupBy(runs, (run) => `${run.cohortId} ${run.subject}`);
  const ofCohort = groupBy(known, ({ cohort }) => cohort.id);
  const weeks = cohorts.flatMap((cohort) => {
    const load = new Map<PlainDate, number>();
    for (const { slot, run } of ofCohort.get(cohort.id) ?? []) {
      const week = mondayOf(slot.date);
      const groups = groupCount.get(`${cohort.id} ${run.subject}`)?.length ?? 1;
      load.set(week, (load.get(week) ?? 0) + 1 / groups);
    }
    const total = runs
      .filter(({ cohortId }) => cohortId === cohort.id)
      .reduce((halfDays, run) => {
        const groups = groupCount.get(`${cohort.id} ${run.subject}`)?.length ?? 1;
        return halfDays + run.slotMinutes.length / groups;
      }, 0);
    return [...shareWeeks([...listOpenHalfDays(cohort)], total)].map(([week, share]) => {
      const held = load.get(week) ?? 0;
      const off = Math.max(0, held - share.most) + Math.max(0, share.least - held);
      return { cohort, week, held, off };
    });
  });
  return {
    count: weeks.reduce((total, { off }) => total + off, 0),
    facts: weeks
      .filter(({ off }) => off > 0)
      .map(
        ({ cohort, week, held }) =>
          `${cohort.name} a ${countNoun(Math.round(held), 'demi-journée')} la semaine du ${formatDay(week)}.`,
      ),
  };
}

/** The fair share of each week: as many half-days as its open ones weigh in the whole, rounded. */
export function shareWeeks(
  halfDays: readonly OpenHalfDay[],
  total: number,
): ReadonlyMap<PlainDate, { readonly least: number; readonly most: number }> {
  const weeks = groupBy(halfDays, ({ date }) => mondayOf(date));
  return new Map(
    [...weeks].map(([week, open]) => {
      const share = (total * open.length) / halfDays.length;
      return [week, { least: Math.floor(share), most: Math.ceil(share) }];
    }),
  );
}

/** Hours under a trainer's weekly minimum, in weeks whose open half-days could hold it. */
function measureMinimums(problem: PlanningProblem, known: readonly KnownSlot[]): Measured {
  const minimums = listWeeklyMinimums(problem);
  if (minimums.length === 0) return { count: 0, facts: [] };
  const taught = groupBy([...problem.bookings, ...known.map(({ slot }) => slot)], trainerWeek);
  const short = minimums.flatMap(({ trainer, week, minutes }) => {
    const held = taught.get(trainerWeek({ trainerId: trainer.id, date: week })) ?? [];
    const missing = minutes - held.reduce((total, one) => total + one.minutes, 0);
    return missing > 0 ? [{ trainer, week, hours: missing / 60 }] : [];
  });
  return {
    count: short.reduce((total, { hours }) => total + hours, 0),
    facts: short.map(
      ({ trainer, week }) =>
        `${trainer.name} est sous son minimum la semaine du ${formatDay(week)}.`,
    ),
  };
}
