import type { Finding } from '../finding.ts';
import { countNoun, formatLongDay } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import type { PlainDate } from '../plain-date.ts';
import { capRhythm, type RhythmCap } from '../planning/average-rhythm.ts';
import type { KnownSlot } from './index-problem.ts';
import { isFollowedBy, listLines } from './list-lines.ts';
import { mondayOf } from './week.ts';

/** A cohort's « rythme moyen » (H5), counted for each of its groups: who comes is a learner. */
export const checkAverageRhythm = (known: readonly KnownSlot[]): readonly Finding[] =>
  [...groupBy(known, ({ cohort }) => cohort)].flatMap(([cohort, own]) => {
    const cap = capRhythm(cohort);
    if (cap === null) return [];
    // What is past is no longer to share out over the weeks to come.
    const ahead = own.filter(({ slot }) => slot.date >= cohort.startsOn);
    const findings = listLines(ahead.map(({ run }) => run)).flatMap((line) =>
      checkLine(
        { ...cap, daysHeld: cohort.daysHeld ?? [] },
        ahead.filter(({ run }) => isFollowedBy(line, run)),
      ),
    );
    // Two groups of one cohort may be told the same.
    return [...new Map(findings.map((finding) => [finding.message, finding])).values()];
  });

function checkLine(
  cap: RhythmCap & { readonly daysHeld: readonly PlainDate[] },
  own: readonly KnownSlot[],
): readonly Finding[] {
  const [first] = own;
  if (!first) return [];
  const days = groupBy(own, ({ slot }) => slot.date);
  const weeks = groupBy([...days.keys()], mondayOf);
  const fault = (path: string, counted: string, by: number, why: string): Finding => ({
    rule: 'plan.average-rhythm',
    severity: 'error',
    path: `${path}/date`,
    message: `${first.cohort.name} : ${why}, pour un rythme moyen de ${countNoun(cap.daysPerWeek, 'jour')} par semaine.`,
    source: 'H5, DOMAIN 12',
    excess: { of: `plan.average-rhythm ${first.cohort.id} ${counted}`, by },
  });
  const crowded = [...weeks]
    .map(([monday, ofWeek]) => ({
      monday,
      ofWeek,
      count: new Set([...ofWeek, ...cap.daysHeld.filter((day) => mondayOf(day) === monday)]).size,
    }))
    .filter(({ count }) => count > cap.daysInOneWeek);
  return [
    ...crowded.map(({ monday, ofWeek, count }) =>
      fault(
        days.get(ofWeek.at(-1) ?? '')?.[0]?.path ?? first.path,
        monday,
        count - cap.daysInOneWeek,
        `${countNoun(count, 'jour')} dans la semaine du ${formatLongDay(monday)}`,
      ),
    ),
    ...(days.size > cap.daysInAll
      ? [
          fault(
            first.path,
            'in all',
            days.size - cap.daysInAll,
            `${countNoun(days.size, 'jour')} en ${countNoun(cap.openWeeks, 'semaine ouverte', 'semaines ouvertes')}`,
          ),
        ]
      : []),
  ];
}
