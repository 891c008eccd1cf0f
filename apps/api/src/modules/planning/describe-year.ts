import {
  capitalise,
  countNoun,
  endOfSlot,
  formatDay,
  formatMinutes,
  formatShortDay,
  formatTime,
  groupBy,
  type HalfDay,
  joinWords,
  type LegendBlock,
  type MarkedItem,
  monthNames,
  type OpeningRules,
  type ParisMoment,
  type PlainDate,
  weekdayOf,
  type YearDay,
  type YearEntry,
  type YearFacts,
  type YearSheet,
  type YearSlot,
} from '@jalon/domain';

const weekdayLetters = ['L', 'M', 'M', 'J', 'V', 'S', 'D'];

export interface YearHead {
  readonly centre: string;
  readonly site: string;
  readonly cohort: string;
  readonly training: string;
  /** Its juries and its positioning, in time order. */
  readonly events: YearFacts['events'];
  /** Of a trainer, who sees their own half-days only. */
  readonly isPartial: boolean;
  /** When a half-day was last added, moved or removed. */
  readonly changedAt: ParisMoment;
  readonly printedOn: PlainDate;
}

/** The sheet in the words and shapes that `year.typ` draws. */
export function describeYear(
  sheet: YearSheet,
  slots: readonly YearSlot[],
  rules: OpeningRules,
  head: YearHead,
) {
  const dates = slots.map(({ date }) => date).sort();
  const entries = sheet.months.flatMap(({ days }) =>
    days.flatMap(({ morning, afternoon }) => [...morning, ...afternoon]),
  );
  return {
    title: `${head.cohort}, l’année sur une page`,
    place: head.site === head.centre ? head.centre : `${head.centre} · ${head.site}`,
    cohort: head.cohort,
    training: head.isPartial
      ? `${head.training} · seulement vos demi-journées avec cette cohorte`
      : head.training,
    figures: listFigures(sheet, slots, head, dates),
    weekdayCount: sheet.weekdays.length,
    weekCount: sheet.weekCount,
    months: sheet.months.map(({ month, days }) => ({
      name: monthNames[Number(month.slice(5)) - 1] ?? '',
      year: month.slice(0, 4),
      days: days.filter((day) => !isGrey(day)).map(describeDay),
      off: joinDaysOff(days),
    })),
    legend: sheet.legend
      .map((block) => describeBlock(block, head.isPartial))
      .filter(({ items }) => items.length > 0),
    hours: listUsualHours(slots),
    hasEvaluation: entries.some(({ kind }) => kind === 'evaluation'),
    events: [...new Set(head.events.map(({ name }) => name))],
    hasRemote: entries.some(({ isRemote }) => isRemote),
    hasGroups: entries.some(({ groups }) => groups.length > 0),
    closures: describeClosures(rules, sheet),
    version: `Calendrier tel que modifié le ${formatDay(head.changedAt.day)} à ${formatTime(head.changedAt.minute)}`,
    footer: `Imprimé le ${formatDay(head.printedOn)} · ${head.cohort} · ${head.centre}`,
  };
}

function listFigures(
  sheet: YearSheet,
  slots: readonly YearSlot[],
  { events, isPartial }: YearHead,
  dates: readonly PlainDate[],
) {
  const minutes = isPartial
    ? slots.reduce((sum, slot) => sum + slot.minutes, 0)
    : sheet.legend.reduce((sum, block) => sum + block.plannedMinutes, 0);
  return [
    { label: isPartial ? 'Vos heures' : 'Formation et évaluations', value: formatMinutes(minutes) },
    { label: 'Jours de cours', value: countNoun(sheet.dayCount, 'jour') },
    { label: 'Premier jour', value: formatShortDay(dates[0] ?? '') },
    { label: 'Dernier jour', value: formatShortDay(dates.at(-1) ?? '') },
    ...[...groupBy(events, ({ name }) => name)].map(([label, days]) => ({
      label,
      value: joinWords(days.map(({ date }) => formatShortDay(date))),
    })),
  ];
}

/** A day off without anything on it: it joins the grey field of its neighbours. */
const isGrey = (day: YearDay): boolean =>
  day.off !== null && day.event === null && day.morning.length + day.afternoon.length === 0;

const describeDay = ({ date, row, event, morning, afternoon }: YearDay) => ({
  ...describeDate(date),
  row,
  event,
  morning: morning.map(describeEntry),
  afternoon: afternoon.map(describeEntry),
});

const describeDate = (date: PlainDate) => ({
  number: Number(date.slice(8)),
  letter: weekdayLetters[weekdayOf(date) - 1] ?? '',
});

const describeEntry = ({ mark, name, kind, tint, groups, isRemote }: YearEntry) => ({
  name,
  mark: groups.length > 0 ? `${mark} g${groups.join('+')}` : mark,
  kind,
  tint,
  remote: isRemote,
});

/** Days off on neighbouring lines with one name are one field. */
function joinDaysOff(days: readonly YearDay[]) {
  const fields: (ReturnType<typeof describeDate> & {
    row: number;
    count: number;
    name: string;
  })[] = [];
  for (const day of days.filter(isGrey)) {
    const name = capitalise(day.off?.name ?? '');
    const last = fields.at(-1);
    if (last && last.name === name && last.row + last.count === day.row) last.count += 1;
    else fields.push({ ...describeDate(day.date), row: day.row, count: 1, name });
  }
  return fields;
}

/** On a trainer's own sheet, what they teach: hours that others teach are not missing. */
const describeBlock = (block: LegendBlock, isPartial: boolean) => ({
  name: `${block.number} · ${block.name}`,
  tint: block.tint,
  hours: formatMinutes(block.plannedMinutes),
  items: block.items
    .filter(({ plannedMinutes }) => !isPartial || plannedMinutes > 0)
    .map((item) => describeItem(item, block.tint, isPartial)),
});

const describeItem = (
  { mark, kind, name, plannedMinutes, dueMinutes, gapMinutes, groupCount }: MarkedItem,
  tint: number,
  isPartial: boolean,
) => ({
  mark,
  kind,
  tint,
  remote: false,
  name: kind === 'evaluation' ? 'Évaluation' : name,
  gap: !isPartial && gapMinutes !== 0,
  hours: [
    isPartial || gapMinutes === 0
      ? formatMinutes(plannedMinutes)
      : `${formatMinutes(plannedMinutes)} sur ${formatMinutes(dueMinutes)}`,
    ...(groupCount > 1 ? [`${groupCount} groupes`] : []),
  ].join(' · '),
});

/** When most mornings and afternoons begin and end; « sauf exception » when one does otherwise. */
function listUsualHours(slots: readonly YearSlot[]): readonly string[] {
  const words: readonly (readonly [HalfDay, string])[] = [
    ['morning', 'à gauche, le matin'],
    ['afternoon', 'à droite, l’après-midi'],
  ];
  return words.flatMap(([halfDay, label]) => {
    const hours = groupBy(
      slots.filter((slot) => slot.halfDay === halfDay),
      (slot) => `${formatTime(slot.startsAt)} – ${formatTime(endOfSlot(slot))}`,
    );
    const [usual] = [...hours].toSorted(([, a], [, b]) => b.length - a.length);
    if (!usual) return [];
    return `${label} : ${usual[0]}${hours.size > 1 ? ' le plus souvent' : ''}`;
  });
}

/** The site's closures in full: a grey field may be too small for their names. */
function describeClosures({ closures }: OpeningRules, { months }: YearSheet): string {
  const first = `${months[0]?.month ?? ''}-01`;
  const last = `${months.at(-1)?.month ?? ''}-31`;
  const shown = closures
    .filter(({ from, to }) => from <= last && to >= first)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ label, from, to }) =>
      from === to
        ? `${label}, le ${formatShortDay(from)}`
        : `${label}, du ${formatShortDay(from)} au ${formatShortDay(to)}`,
    );
  return shown.length > 0 ? `Fermetures du site : ${shown.join(' ; ')}.` : '';
}
