import {
  type KeptChange,
  type KnownSlot,
  type PlainDate,
  type SlotChangeLine,
  tellSlotChange,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { nameSlots } from '../planning/name-slots.ts';
import { type Concerned, loadConcerned } from './concerned.ts';
import type { PlacedState } from './load-changes.ts';

/** What one person is told of these changes, the nearest day first. */
export async function tellChanges(
  tx: Tx,
  person: Concerned,
  changes: readonly KeptChange<PlacedState>[],
  today: PlainDate,
): Promise<readonly SlotChangeLine[]> {
  const states = changes.flatMap(({ before, after }) =>
    [before, after].filter((one) => one !== null),
  );
  const namesOf = await nameSlots(tx, states);
  const listConcerned = await loadConcerned(
    tx,
    states.map(({ moduleRunId }) => moduleRunId),
    { personId: person.personId },
  );
  const seen = (state: PlacedState | null): KnownSlot | null => {
    if (!state || !listConcerned(state).some((one) => isSame(one, person))) return null;
    const { title, cohortName, roomName, trainerName } = namesOf(state);
    return {
      // A trainer has several cohorts, and knows who teaches.
      title: person.role === 'trainer' ? `${title}, ${cohortName}` : title,
      date: state.date,
      startsAt: state.startsAt,
      minutes: state.minutes,
      isRemote: state.mode === 'remote',
      roomName,
      trainerName: person.role === 'trainer' ? null : trainerName,
    };
  };
  return changes
    .flatMap(({ before, after }) => tellSlotChange(seen(before), seen(after), today) ?? [])
    .sort((a, b) => a.date.localeCompare(b.date));
}

const isSame = (a: Concerned, b: Concerned): boolean =>
  a.personId === b.personId && a.role === b.role;
