import type { PlanView } from '@jalon/contract';
import {
  formatName,
  isHeldRemotely,
  type NetTurn,
  type PlainDate,
  readRunId,
  runIdOf,
  type SlotChange,
} from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../db/database.ts';
import { sayChanges } from '../slot-changes/change-mail.ts';
import type { PlacedState } from '../slot-changes/load-changes.ts';
import { openChangeTeller } from '../slot-changes/tell-changes.ts';
import type { PlanFacts } from './load-problem.ts';
import { proposeGroups } from './propose-groups.ts';

type Person = PlanView['people'][number];

/**
 * Whom a plan's changes concern, and word for word what each would be told once it is accepted. The
 * first calendar of a cohort is announced by its convocations: no notice for a draft.
 */
export async function listPeople(
  tx: Tx,
  facts: PlanFacts,
  changes: readonly SlotChange[],
  today: PlainDate,
): Promise<Person[]> {
  const drafts = new Set(facts.rows.filter(({ state }) => state === 'draft').map(({ id }) => id));
  const idOf = placeRuns(facts);
  const turns = await listTurns(tx, facts, changes, idOf);
  const slots = placeChanges(changes, idOf);
  const all = await openChangeTeller(tx, { slots, turns }, today);
  const known = slots.filter(({ before, after }) => !drafts.has((after ?? before)?.cohortId ?? ''));
  const told = await openChangeTeller(tx, { slots: known, turns }, today);
  const rows = await tx.person.findMany({
    where: { id: { in: all.people.map(({ personId }) => personId) } },
  });
  const people = new Map(rows.map((row) => [row.id, row]));
  return all.people
    .flatMap((one) => {
      const person = people.get(one.personId);
      const changeCount = all.tell(one).length;
      if (!person || changeCount === 0) return [];
      const notice = person.email ? sayChanges(told.tell(one)) : [];
      const { personId, role } = one;
      return [{ personId, role, name: formatName(person), changeCount, notice }];
    })
    .toSorted((a, b) => b.changeCount - a.changeCount || a.name.localeCompare(b.name, 'fr'));
}

/** The module run of a run of the plan; one of its own for a group that the plan would add. */
function placeRuns({ rows }: PlanFacts): (runId: string) => string {
  const ids = new Map(
    rows.flatMap((row) =>
      row.moduleRuns.map((run) => [runIdOf(row.id, run, run.groupNumber ?? 1), run.id]),
    ),
  );
  return (runId) => {
    const id = ids.get(runId) ?? uuidv7();
    ids.set(runId, id);
    return id;
  };
}

/** The learners whom the plan would put in another group. */
async function listTurns(
  tx: Tx,
  facts: PlanFacts,
  changes: readonly SlotChange[],
  idOf: (runId: string) => string,
): Promise<NetTurn[]> {
  const proposed = await proposeGroups(tx, facts, facts.rows, changes);
  return proposed.flatMap(({ cohortId, item, moves }) =>
    moves.flatMap(({ enrolmentId, fromRunId, toGroup }) => [
      { enrolmentId, moduleRunId: fromRunId, was: true, is: false },
      { enrolmentId, moduleRunId: idOf(runIdOf(cohortId, item, toGroup)), was: false, is: true },
    ]),
  );
}

/** The changes as they would be kept. */
function placeChanges(changes: readonly SlotChange[], idOf: (runId: string) => string) {
  const place = (id: string, slot: SlotChange['from'] | SlotChange['to']): PlacedState | null => {
    if (!slot) return null;
    const { cohortId, kind, blockCode, moduleCode } = readRunId(slot.runId);
    const { date, halfDay, startsAt, minutes, trainerId, roomId } = slot;
    return {
      id,
      cohortId,
      kind,
      blockCode,
      moduleCode,
      moduleRunId: idOf(slot.runId),
      date,
      halfDay,
      startsAt,
      minutes,
      trainerId,
      roomId,
      mode: isHeldRemotely(slot) ? 'remote' : 'on_site',
      isCancelled: false,
      revision: 1,
    };
  };
  return changes.map(({ id, from, to }) => ({
    slotId: id,
    before: place(id, from),
    after: place(id, to),
  }));
}
