import type { Finding } from '../finding.ts';
import {
  countNoun,
  formatDay,
  formatLongDay,
  formatMinutes,
  formatTime,
} from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { weekdayOf } from '../plain-date.ts';
import { listDayOffReasons } from '../planning/find-day-off.ts';
import { isPositioned, splitDay } from '../planning/list-open-half-days.ts';
import { positioningSource, sayPositioning } from '../planning/say-positioning.ts';
import type { KnownSlot } from './index-problem.ts';
import { isAccepted } from './is-accepted.ts';
import { compareStarts } from './plan-calendar.ts';
import type { PlanningProblem, PlanRun } from './planning-problem.ts';

/** What a run must be by itself: its exact hours, on open half-days, in its form and order. */
export function checkRuns(
  problem: PlanningProblem,
  known: readonly KnownSlot[],
): readonly Finding[] {
  const byRun = groupBy(known, ({ run }) => run.id);
  return [
    ...known.flatMap(checkOpening),
    ...problem.runs.flatMap((run) => {
      const slots = byRun.get(run.id) ?? [];
      return [
        ...checkHours(run, slots),
        ...checkRemote(run, slots),
        ...checkForm(run, slots),
        ...checkLimit(run, slots),
        ...checkOrder(run, slots, byRun),
      ];
    }),
  ];
}

/** Holidays, Sundays, closed months, closures, usual days, first and last day (DOMAIN 12). */
function checkOpening({ slot, path, run, cohort }: KnownSlot): readonly Finding[] {
  const { date } = slot;
  // Said only when something is wrong: dates take longer to write than the rules to check.
  const said = () => `${run.name} (${cohort.name}), ${formatLongDay(date)}`;
  const [dayOff] = listDayOffReasons(date, cohort);
  if (dayOff) {
    return [
      {
        rule: `plan.not-on-${dayOff.kind.replace('_', '-')}`,
        severity: 'error',
        path: `${path}/date`,
        message: `${said()} : ce jour n’est pas ouvert (${dayOff.reason}).`,
        source: dayOff.source,
      },
    ];
  }
  const fault = (rule: string, why: string): readonly Finding[] => [
    {
      rule,
      severity: 'error',
      path: `${path}/date`,
      message: `${said()} : ${why}`,
      source: 'DOMAIN 12',
    },
  ];
  if (date < cohort.startsOn && cohort.startsBy === 'contracts')
    return fault(
      'plan.within-contracts',
      `la moitié des apprenants n’ont de contrat qu’à partir du ${formatDay(cohort.startsOn)}.`,
    );
  if (date < cohort.startsOn || date > cohort.endsOn) {
    return fault(
      'plan.within-cohort',
      `la cohorte va du ${formatDay(cohort.startsOn)} au ${formatDay(cohort.endsOn)}.`,
    );
  }
  if (!isPositioned(date, cohort)) {
    return [
      {
        rule: 'plan.after-positioning',
        severity: 'error',
        path: `${path}/date`,
        message: `${said()} : ${sayPositioning(cohort)}`,
        source: positioningSource,
      },
    ];
  }
  if (!cohort.weekdays.includes(weekdayOf(date))) {
    return fault('plan.usual-weekday', 'ce jour n’est pas dans le rythme de la cohorte.');
  }
  const half = splitDay(date, cohort.minutesPerDay).find(
    ({ halfDay, startsAt }) => halfDay === slot.halfDay && startsAt === slot.startsAt,
  );
  if (!half || slot.minutes <= 0 || slot.minutes > half.minutes) {
    return fault(
      'plan.is-half-day',
      `${formatMinutes(slot.minutes)} à partir de ${formatTime(slot.startsAt)} n’est pas une demi-journée de la cohorte.`,
    );
  }
  return [];
}

/** Modules' exact hours, however a person cut them (section 13: they are data of the framework). */
function checkHours(run: PlanRun, slots: readonly KnownSlot[]): readonly Finding[] {
  const wanted = run.slotMinutes;
  const planned = slots.map(({ slot }) => slot.minutes);
  if (sum(wanted) === sum(planned)) return [];
  return [
    {
      rule: 'plan.exact-hours',
      severity: 'error',
      path: '',
      message: `${run.name} : ${formatMinutes(sum(planned))} en ${countNoun(planned.length, 'demi-journée')} au lieu de ${formatMinutes(sum(wanted))} en ${wanted.length}.`,
      source: 'DOMAIN 3.1',
    },
  ];
}

/** What a person holds at a distance stays so, and nothing else goes without a room. */
function checkRemote(run: PlanRun, slots: readonly KnownSlot[]): readonly Finding[] {
  const { remoteHalfDays: wanted = 0 } = run;
  const planned = slots.filter(({ room }) => room === null).length;
  if (planned === wanted) return [];
  return [
    {
      rule: 'plan.remote-half-days',
      severity: 'error',
      path: '',
      message: `${run.name} : ${countNoun(planned, 'demi-journée')} à distance au lieu de ${wanted}. Les autres se tiennent dans une salle.`,
      source: 'Q15',
    },
  ];
}

const sum = (minutes: readonly number[]): number => minutes.reduce((total, one) => total + one, 0);

/** A run in full days has the morning and the afternoon of each of its days (W1, S2). */
function checkForm(run: PlanRun, slots: readonly KnownSlot[]): readonly Finding[] {
  if (run.form === 'half_days') return [];
  return [...groupBy(slots, ({ slot }) => slot.date)]
    .filter(
      ([, ofDay]) =>
        ofDay.length !== 2 &&
        !isAccepted(
          'plan.full-days',
          ofDay.map(({ slot }) => slot),
        ),
    )
    .map(([date, [first]]) => ({
      rule: 'plan.full-days',
      severity: 'error' as const,
      path: first ? `${first.path}/date` : '',
      message: `${run.name} se tient en journées entières : il manque une demi-journée le ${formatLongDay(date)}.`,
      source: 'DOMAIN 12, W1',
    }));
}

/** What must be over by a day, such as the AFGSU before block 4's jury (DOMAIN 12). */
function checkLimit(run: PlanRun, slots: readonly KnownSlot[]): readonly Finding[] {
  const { until } = run;
  if (until === null) return [];
  return slots
    .filter(({ slot }) => slot.date > until)
    .map(({ slot, path }) => ({
      rule: 'plan.before-limit',
      severity: 'error' as const,
      path: `${path}/date`,
      message: `${run.name} doit être fini le ${formatDay(until)} : le ${formatLongDay(slot.date)} est trop tard.`,
      source: 'DOMAIN 12',
    }));
}

/** Prerequisites; an evaluation follows the last half-day of its block's modules (S1:L178). */
function checkOrder(
  run: PlanRun,
  slots: readonly KnownSlot[],
  byRun: ReadonlyMap<string, readonly KnownSlot[]>,
): readonly Finding[] {
  const first = slots.toSorted(byMoment)[0];
  if (!first) return [];
  return run.after
    .flatMap((id) => byRun.get(id) ?? [])
    .filter(
      (earlier) =>
        byMoment(earlier, first) >= 0 && !isAccepted('plan.order', [earlier.slot, first.slot]),
    )
    .map((earlier) => ({
      rule: 'plan.order',
      severity: 'error' as const,
      path: `${earlier.path}/date`,
      message: `${earlier.run.name}, le ${formatLongDay(earlier.slot.date)}, doit venir avant ${run.name}, qui commence le ${formatLongDay(first.slot.date)}.`,
      source: run.subject.endsWith('/evaluation') ? 'S1:L178' : 'prérequis du référentiel',
    }));
}

const byMoment = (a: KnownSlot, b: KnownSlot): number => compareStarts(a.slot, b.slot);
