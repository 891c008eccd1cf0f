import {
  type KeptChange,
  type KnownSlot,
  type PlainDate,
  type SlotChangeLine,
  tellSlotChange,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { nameSlots, type SlotNames } from '../planning/name-slots.ts';
import { type Concerned, type ConcernedBy, loadConcerned } from './concerned.ts';
import type { PlacedState } from './load-changes.ts';

type Changes = readonly KeptChange<PlacedState>[];

/** Who is concerned by changes of half-days, and what each is told, the nearest day first. */
export interface ChangeTeller {
  readonly people: readonly Concerned[];
  tell(person: Concerned): readonly SlotChangeLine[];
}

/** @param only that person, everyone without it */
export async function openChangeTeller(
  tx: Tx,
  changes: Changes,
  today: PlainDate,
  only?: Concerned,
): Promise<ChangeTeller> {
  const states = changes.flatMap(({ before, after }) =>
    [before, after].filter((one) => one !== null),
  );
  const namesOf = await nameSlots(tx, states);
  const listConcerned = await loadConcerned(
    tx,
    states.map(({ moduleRunId }) => moduleRunId),
    only,
  );
  const concernedBy = new Map(states.map((state) => [state, listConcerned(state)]));
  const own = new Map<string, { person: Concerned; changes: KeptChange<PlacedState>[] }>();
  for (const change of changes)
    for (const person of listOnce(change, concernedBy)) {
      const known = own.get(keyOf(person)) ?? { person, changes: [] };
      own.set(keyOf(person), known);
      known.changes.push(change);
    }
  const see = (person: Concerned, state: PlacedState | null) =>
    state && seeSlot(person.role, state, namesOf(state), ofPerson(person, concernedBy.get(state)));
  return {
    people: [...own.values()].map(({ person }) => person),
    tell: (person) =>
      (own.get(keyOf(person))?.changes ?? [])
        .flatMap(
          ({ before, after }) =>
            tellSlotChange(see(person, before), see(person, after), today) ?? [],
        )
        .sort((a, b) => a.date.localeCompare(b.date)),
  };
}

type ByState = ReadonlyMap<PlacedState, readonly ConcernedBy[]>;

const keyOf = ({ role, personId }: Concerned): string => `${role} ${personId}`;

const ofPerson = (person: Concerned, concerned: readonly ConcernedBy[] = []) =>
  concerned.filter((one) => keyOf(one) === keyOf(person));

/** Each person whom a change concerns, before or after it. */
function listOnce({ before, after }: KeptChange<PlacedState>, byState: ByState) {
  const people = [before, after].flatMap((state) => (state ? (byState.get(state) ?? []) : []));
  return new Map(
    people.map(({ personId, role }) => [keyOf({ personId, role }), { personId, role }]),
  ).values();
}

/** The half-day as that person knows it, `null` when it is not theirs. */
function seeSlot(
  role: Concerned['role'],
  state: PlacedState,
  { title, cohortName, roomName, trainerName }: SlotNames,
  own: readonly ConcernedBy[],
): KnownSlot | null {
  if (own.length === 0) return null;
  const { date, startsAt, minutes, mode } = state;
  const moment = { date, startsAt, minutes };
  // A tutor misses someone at the practice: where and what they learn is not theirs to plan.
  if (role === 'tutor') {
    const learners = own.flatMap(({ learnerName }) => learnerName ?? []);
    return {
      ...moment,
      title: learners.join(', '),
      isRemote: false,
      roomName: null,
      trainerName: null,
    };
  }
  return {
    ...moment,
    // A trainer has several cohorts, and knows who teaches.
    title: role === 'trainer' ? `${title}, ${cohortName}` : title,
    isRemote: mode === 'remote',
    roomName,
    trainerName: role === 'trainer' ? null : trainerName,
  };
}
