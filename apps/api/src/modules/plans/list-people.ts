import type { PlanView } from '@jalon/contract';
import {
  formatName,
  isHeldRemotely,
  type PlainDate,
  readRunId,
  runIdOf,
  type SlotChange,
} from '@jalon/domain';
import { NIL } from 'uuid';
import type { Tx } from '../../db/database.ts';
import { sayChanges } from '../slot-changes/change-mail.ts';
import type { PlacedState } from '../slot-changes/load-changes.ts';
import { openChangeTeller } from '../slot-changes/tell-changes.ts';
import type { PlanFacts } from './load-problem.ts';

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
  const placed = placeChanges(facts, changes);
  const all = await openChangeTeller(tx, placed, today);
  const told = await openChangeTeller(
    tx,
    placed.filter(({ before, after }) => !drafts.has((after ?? before)?.cohortId ?? '')),
    today,
  );
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
      return [{ ...one, name: formatName(person), changeCount, notice }];
    })
    .toSorted((a, b) => b.changeCount - a.changeCount || a.name.localeCompare(b.name, 'fr'));
}

/** The changes as they would be kept: a group that has no run yet has no learner either. */
function placeChanges({ rows }: PlanFacts, changes: readonly SlotChange[]) {
  const runs = new Map(
    rows.flatMap((row) =>
      row.moduleRuns.map((run) => [runIdOf(row.id, run, run.groupNumber ?? 1), run.id]),
    ),
  );
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
      moduleRunId: runs.get(slot.runId) ?? NIL,
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
