import type { TrainerWeekForm } from '@jalon/contract';
import { countNoun, formatMinutes, type HalfDay, joinWords, listHalfDays } from '@jalon/domain';
import type { ConflictField } from '../../components/conflict-panel.tsx';
import { sayCost } from './words.ts';

/** What the form holds: the body's names, the cost in euros. */
export type WeekValues = {
  mornings: number[];
  afternoons: number[];
  avoidedMornings: number[];
  avoidedAfternoons: number[];
  minMinutesPerWeek: number | null;
  maxMinutesPerWeek: number | null;
  centsPerHour: number | string;
};

/** How a half-day of the week is worked. */
export type HalfDayUse = 'off' | 'works' | 'avoids';

export const weekdayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
export const halfDayWords: Readonly<Record<HalfDay, string>> = {
  morning: 'matin',
  afternoon: 'après-midi',
};
export const useWords: Readonly<Record<HalfDayUse, string>> = {
  off: 'ne travaille pas',
  works: 'travaille',
  avoids: 'à éviter',
};

const fields = {
  morning: ['mornings', 'avoidedMornings'],
  afternoon: ['afternoons', 'avoidedAfternoons'],
} as const;

/** Before anybody has typed a week, its figures are empty rather than zero. */
export const toWeekValues = ({ revision, ...week }: TrainerWeekForm): WeekValues => ({
  ...week,
  ...(revision === 0
    ? { maxMinutesPerWeek: null, centsPerHour: '' }
    : { centsPerHour: week.centsPerHour / 100 }),
});

/** The body to send. What is missing goes as it is: the API says what it wants at its field. */
export const toWeekBody = (values: WeekValues, revision: number): TrainerWeekForm => ({
  ...values,
  minMinutesPerWeek: values.minMinutesPerWeek ?? 0,
  maxMinutesPerWeek: values.maxMinutesPerWeek ?? 0,
  centsPerHour: Math.round(Number(values.centsPerHour) * 100),
  revision,
});

type Days = Pick<WeekValues, 'mornings' | 'afternoons' | 'avoidedMornings' | 'avoidedAfternoons'>;

/** How the trainer works on a half-day. */
export function readUse(week: Days, weekday: number, halfDay: HalfDay): HalfDayUse {
  const [worked, avoided] = fields[halfDay];
  if (!week[worked].includes(weekday)) return 'off';
  return week[avoided].includes(weekday) ? 'avoids' : 'works';
}

/** The week with one half-day worked otherwise. */
export function writeUse<W extends Days>(
  week: W,
  weekday: number,
  halfDay: HalfDay,
  use: HalfDayUse,
): W {
  const [worked, avoided] = fields[halfDay];
  const set = (list: readonly number[], isIn: boolean) =>
    [...list.filter((day) => day !== weekday), ...(isIn ? [weekday] : [])].toSorted();
  return {
    ...week,
    [worked]: set(week[worked], use !== 'off'),
    [avoided]: set(week[avoided], use === 'avoids'),
  };
}

const nextUse: Readonly<Record<HalfDayUse, HalfDayUse>> = {
  off: 'works',
  works: 'avoids',
  avoids: 'off',
};

/** What a press on a half-day makes of it. */
export const pressUse = (use: HalfDayUse): HalfDayUse => nextUse[use];

const usualHalfDay = 210;

/** « 7 demi-journées, soit 24 h 30 ; le vendredi matin à éviter ». */
export function sayWeek(week: Days): string {
  const count = week.mornings.length + week.afternoons.length;
  if (count === 0) return 'Aucune demi-journée cochée.';
  const total = `${countNoun(count, 'demi-journée')}, soit ${formatMinutes(count * usualHalfDay)} à 3 h 30 chacune`;
  const avoided = listHalfDays(week.avoidedMornings, week.avoidedAfternoons);
  return avoided.length === 0 ? `${total}.` : `${total} ; à éviter : ${joinWords(avoided)}.`;
}

/** Both versions of a week, field by field, after a 409. */
export function compareWeeks(mine: WeekValues, theirs: TrainerWeekForm): ConflictField[] {
  const body = toWeekBody(mine, theirs.revision);
  const field = (label: string, say: (week: TrainerWeekForm) => string): ConflictField => ({
    label,
    mine: say(body),
    theirs: say(theirs),
  });
  return [
    field('Travaille', (week) => joinWords(listHalfDays(week.mornings, week.afternoons))),
    field('À éviter', (week) =>
      joinWords(listHalfDays(week.avoidedMornings, week.avoidedAfternoons)),
    ),
    field('Minimum par semaine', (week) => formatMinutes(week.minMinutesPerWeek)),
    field('Maximum par semaine', (week) => formatMinutes(week.maxMinutesPerWeek)),
    field('Coût', (week) => sayCost(week.centsPerHour)),
  ];
}
