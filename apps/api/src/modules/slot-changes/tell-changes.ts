import {
  type KeptChange,
  type KnownSlot,
  type NetTurn,
  type PlainDate,
  type SlotChangeLine,
  tellSlotChanges,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { nameSlots, type SlotNames } from '../planning/name-slots.ts';
import { toState } from '../planning/slot-trail.ts';
import { type Concerned, type ConcernedBy, loadConcerned } from './concerned.ts';
import type { CalendarChanges, PlacedState } from './load-changes.ts';

/** Someone whom changes concern, and by which of them. */
export interface ConcernedByChanges extends Concerned {
  readonly slotIds: Set<string>;
  /** Their own enrolments, or those of the learners whom they accompany. */
  readonly enrolmentIds: Set<string>;
}

/** Who is concerned by changes of calendars, and what each is told, the nearest day first. */
export interface ChangeTeller {
  readonly people: readonly ConcernedByChanges[];
  tell(person: Concerned): readonly SlotChangeLine[];
}

/** A change with those it concerns, before and after it. */
interface SeenChange extends KeptChange<PlacedState> {
  readonly wereThere: readonly ConcernedBy[];
  readonly areThere: readonly ConcernedBy[];
}

/** @param only that person, everyone without it */
export async function openChangeTeller(
  tx: Tx,
  { slots, turns }: CalendarChanges,
  today: PlainDate,
  only?: Concerned,
): Promise<ChangeTeller> {
  const changes = [...slots, ...(await listTurnedSlots(tx, slots, turns, today))];
  const states = changes.flatMap(({ before, after }) =>
    [before, after].filter((one) => one !== null),
  );
  const namesOf = await nameSlots(tx, states);
  const { before: wereAt, after: areAt } = await loadConcerned(
    tx,
    states.map(({ moduleRunId }) => moduleRunId),
    turns,
    only,
  );
  const people = new Map<
    string,
    { readonly person: ConcernedByChanges; readonly changes: Set<SeenChange> }
  >();
  for (const change of changes) {
    const wereThere = change.before ? wereAt(change.before) : [];
    const areThere = change.after ? areAt(change.after) : [];
    const seen = { ...change, wereThere, areThere };
    for (const one of listConcernedBy(seen)) {
      const { personId, role, enrolmentId } = one;
      const own = people.get(keyOf(one)) ?? {
        person: { personId, role, slotIds: new Set(), enrolmentIds: new Set() },
        changes: new Set(),
      };
      people.set(keyOf(one), own);
      own.person.slotIds.add(change.slotId);
      if (enrolmentId) own.person.enrolmentIds.add(enrolmentId);
      own.changes.add(seen);
    }
  }
  const see = (person: Concerned, state: PlacedState | null, there: readonly ConcernedBy[]) =>
    state &&
    seeSlot(
      person.role,
      state,
      namesOf(state),
      there.filter((one) => keyOf(one) === keyOf(person)),
    );
  return {
    people: [...people.values()].map(({ person }) => person),
    tell: (person) =>
      tellSlotChanges(
        [...(people.get(keyOf(person))?.changes ?? [])].map(
          ({ before, after, wereThere, areThere }) => ({
            before: see(person, before, wereThere),
            after: see(person, after, areThere),
          }),
        ),
        today,
      ),
  };
}

/** The half-days ahead that nobody changed, of the runs that left a path or joined one. */
async function listTurnedSlots(
  tx: Tx,
  changed: CalendarChanges['slots'],
  turns: readonly NetTurn[],
  today: PlainDate,
): Promise<KeptChange<PlacedState>[]> {
  if (turns.length === 0) return [];
  const rows = await tx.slot.findMany({
    where: {
      moduleRunId: { in: [...new Set(turns.map(({ moduleRunId }) => moduleRunId))] },
      heldOn: { gte: fromDay(today) },
    },
    include: { moduleRun: true },
  });
  const known = new Set(changed.map(({ slotId }) => slotId));
  return rows
    .filter(({ id }) => !known.has(id))
    .map((row) => {
      const state = { ...toState(row), id: row.id, cohortId: row.cohortId };
      return { slotId: row.id, before: state, after: state };
    });
}

const keyOf = ({ role, personId }: Concerned): string => `${role} ${personId}`;

/** Each person whom a change concerns; a half-day that stands, only those who come to it or leave it. */
function listConcernedBy(change: SeenChange): readonly ConcernedBy[] {
  const { before, after, wereThere, areThere } = change;
  const through = ({ role, personId, enrolmentId }: ConcernedBy) =>
    `${role} ${personId} ${enrolmentId}`;
  const stay = new Set(before === after ? areThere.map(through) : []);
  const were = new Set(wereThere.map(through));
  return [...wereThere, ...areThere].filter(
    (one) => !(stay.has(through(one)) && were.has(through(one))),
  );
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
