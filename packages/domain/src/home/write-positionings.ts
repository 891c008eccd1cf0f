import { countNoun, formatDay } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { UnpositionedEntry } from './home-facts.ts';
import { listNames } from './list-names.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** Days before a first day from which a positioning that nobody wrote down is shown. */
const positioningNoticeDays = 30;

/**
 * Learners of one cohort who enter within 30 days without the trace of a positioning: by name while
 * there is one, else together. A warning: nothing is refused for it (DOMAIN 5.3, Qualiopi 8).
 */
export function writePositionings(
  entries: readonly UnpositionedEntry[],
  today: PlainDate,
): readonly UrgentRow[] {
  const near = entries.filter(
    ({ startsOn }) => daysBetween(today, startsOn) <= positioningNoticeDays,
  );
  return [...new Set(near.map(({ cohortId }) => cohortId))].flatMap((cohortId) => {
    const own = near
      .filter((entry) => entry.cohortId === cohortId)
      .toSorted((one, other) => one.startsOn.localeCompare(other.startsOn));
    const [first] = own;
    return first ? [writeEntries(first, own, today)] : [];
  });
}

function writeEntries(
  first: UnpositionedEntry,
  own: readonly UnpositionedEntry[],
  today: PlainDate,
): UrgentRow {
  const why = `Entrée le ${formatDay(first.startsOn)}. Chaque bénéficiaire a sa trace avant le premier jour (Qualiopi indicateur 8).`;
  const common = {
    kind: 'positioning' as const,
    days: daysBetween(today, first.startsOn),
    phone: null,
  };
  if (own.length === 1)
    return {
      ...common,
      subject: first.name,
      fact: 'positionnement à noter avant le premier jour',
      why,
      actions: [
        act('position_learner', 'Noter', first.enrolmentId),
        act('read_learner', 'Voir le dossier', first.enrolmentId),
      ],
    };
  return {
    ...common,
    subject: first.cohortName,
    fact: `${countNoun(own.length, 'positionnement')} à noter avant le premier jour`,
    why: `${listNames(own.map(({ name }) => name))}. ${why}`,
    actions: [
      act('position_learners', 'Voir et noter', first.cohortId),
      act('read_learners', 'Voir les apprenants', first.cohortId),
    ],
  };
}
