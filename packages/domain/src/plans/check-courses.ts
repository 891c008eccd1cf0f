import type { Finding } from '../finding.ts';
import { formatDay, formatLongDay, formatMinutes, formatTime } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { weekdayOf } from '../plain-date.ts';
import { listDayOffReasons } from '../planning/find-day-off.ts';
import { splitDay } from '../planning/list-open-half-days.ts';
import type { KnownSession } from './index-problem.ts';
import type { Course, PlanningProblem } from './planning-problem.ts';

/** What a course must be by itself: its exact hours, on open half-days, in its form and order. */
export function checkCourses(
  problem: PlanningProblem,
  known: readonly KnownSession[],
): readonly Finding[] {
  const byCourse = groupBy(known, ({ course }) => course.id);
  return [
    ...known.flatMap(checkOpening),
    ...problem.courses.flatMap((course) => {
      const sessions = byCourse.get(course.id) ?? [];
      return [
        ...checkHours(course, sessions),
        ...checkForm(course, sessions),
        ...checkLimit(course, sessions),
        ...checkOrder(course, sessions, byCourse),
      ];
    }),
  ];
}

/** Holidays, Sundays, closed months, closures, usual days, first and last day (DOMAIN 12). */
function checkOpening({ session, path, course, cohort }: KnownSession): readonly Finding[] {
  const { date } = session;
  const said = `${course.name} (${cohort.name}), ${formatLongDay(date)}`;
  const [dayOff] = listDayOffReasons(date, cohort);
  if (dayOff) {
    return [
      {
        rule: `plan.not-on-${dayOff.kind.replace('_', '-')}`,
        severity: 'error',
        path: `${path}/date`,
        message: `${said} : ce jour n’est pas ouvert (${dayOff.reason}).`,
        source: dayOff.source,
      },
    ];
  }
  const fault = (rule: string, why: string): readonly Finding[] => [
    {
      rule,
      severity: 'error',
      path: `${path}/date`,
      message: `${said} : ${why}`,
      source: 'DOMAIN 12',
    },
  ];
  if (date < cohort.startsOn || date > cohort.endsOn) {
    return fault(
      'plan.within-cohort',
      `la cohorte va du ${formatDay(cohort.startsOn)} au ${formatDay(cohort.endsOn)}.`,
    );
  }
  if (!cohort.weekdays.includes(weekdayOf(date))) {
    return fault('plan.usual-weekday', 'ce jour n’est pas dans le rythme de la cohorte.');
  }
  const half = splitDay(date, cohort.minutesPerDay).find(
    ({ halfDay, startsAt }) => halfDay === session.halfDay && startsAt === session.startsAt,
  );
  if (!half || session.minutes <= 0 || session.minutes > half.minutes) {
    return fault(
      'plan.is-half-day',
      `${formatMinutes(session.minutes)} à partir de ${formatTime(session.startsAt)} n’est pas une demi-journée de la cohorte.`,
    );
  }
  return [];
}

/** Modules' exact hours, half-day by half-day (section 13: hours are data of the framework). */
function checkHours(course: Course, sessions: readonly KnownSession[]): readonly Finding[] {
  const wanted = course.sessions.toSorted((a, b) => a - b);
  const planned = sessions.map(({ session }) => session.minutes).toSorted((a, b) => a - b);
  if (wanted.length === planned.length && wanted.every((minutes, i) => minutes === planned[i])) {
    return [];
  }
  return [
    {
      rule: 'plan.exact-hours',
      severity: 'error',
      path: '',
      message: `${course.name} : ${formatMinutes(sum(planned))} en ${planned.length} demi-journées au lieu de ${formatMinutes(sum(wanted))} en ${wanted.length}.`,
      source: 'DOMAIN 3.1',
    },
  ];
}

const sum = (minutes: readonly number[]): number => minutes.reduce((total, one) => total + one, 0);

/** A course in full days has the morning and the afternoon of each of its days (W1, S2). */
function checkForm(course: Course, sessions: readonly KnownSession[]): readonly Finding[] {
  if (course.form === 'half_days') return [];
  return [...groupBy(sessions, ({ session }) => session.date)]
    .filter(([, ofDay]) => ofDay.length !== 2)
    .map(([date, [first]]) => ({
      rule: 'plan.full-days',
      severity: 'error' as const,
      path: first ? `${first.path}/date` : '',
      message: `${course.name} se tient en journées entières : il manque une demi-journée le ${formatLongDay(date)}.`,
      source: 'DOMAIN 12, W1',
    }));
}

/** What must be over by a day, such as the AFGSU before block 4's jury (DOMAIN 12). */
function checkLimit(course: Course, sessions: readonly KnownSession[]): readonly Finding[] {
  const { until } = course;
  if (until === null) return [];
  return sessions
    .filter(({ session }) => session.date > until)
    .map(({ session, path }) => ({
      rule: 'plan.before-limit',
      severity: 'error' as const,
      path: `${path}/date`,
      message: `${course.name} doit être fini le ${formatDay(until)} : le ${formatLongDay(session.date)} est trop tard.`,
      source: 'DOMAIN 12',
    }));
}

/** Prerequisites; an evaluation follows the last half-day of its block's modules (S1:L178). */
function checkOrder(
  course: Course,
  sessions: readonly KnownSession[],
  byCourse: ReadonlyMap<string, readonly KnownSession[]>,
): readonly Finding[] {
  const first = sessions.toSorted(byMoment)[0];
  if (!first) return [];
  return course.after
    .flatMap((id) => byCourse.get(id) ?? [])
    .filter((earlier) => byMoment(earlier, first) >= 0)
    .map((earlier) => ({
      rule: 'plan.order',
      severity: 'error' as const,
      path: `${earlier.path}/date`,
      message: `${earlier.course.name}, le ${formatLongDay(earlier.session.date)}, doit venir avant ${course.name}, qui commence le ${formatLongDay(first.session.date)}.`,
      source: 'S1:L178',
    }));
}

const byMoment = (a: KnownSession, b: KnownSession): number =>
  a.session.date === b.session.date
    ? a.session.startsAt - b.session.startsAt
    : a.session.date < b.session.date
      ? -1
      : 1;
