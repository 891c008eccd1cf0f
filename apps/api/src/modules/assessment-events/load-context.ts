import {
  type AssessmentEvent,
  type EventBooking,
  type EventContext,
  type Framework,
  findBlock,
  formatName,
  type KnownCandidate,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { readTies } from '../juries/session-conflicts.ts';
import { nameSlots } from '../planning/name-slots.ts';

interface Around {
  readonly eventId: string | null;
  readonly cohortId: string;
  readonly framework: Framework;
}

/** What an event is checked against, as of now. */
export async function loadContext(
  tx: Tx,
  event: AssessmentEvent,
  around: Around,
): Promise<EventContext> {
  const ids = event.candidates.map(({ enrolmentId }) => enrolmentId);
  const persons = await tx.person.findMany({ where: { id: { in: [...event.assessorIds] } } });
  return {
    block: findBlock(around.framework, event.blockCode),
    room: event.roomId ? await tx.room.findFirst({ where: { id: event.roomId } }) : null,
    bookings: [
      ...(await readSlots(tx, event, around)),
      ...(await readOtherEvents(tx, event, around)),
    ],
    assessors: persons.map((one) => ({
      personId: one.id,
      name: formatName(one),
      email: one.email,
    })),
    candidates: await readCandidates(tx, ids, event.blockCode),
  };
}

/** The half-days of that day, but the evaluation that the event is held in. */
async function readSlots(
  tx: Tx,
  { heldOn, blockCode }: AssessmentEvent,
  { cohortId }: Around,
): Promise<EventBooking[]> {
  const rows = await tx.slot.findMany({
    where: {
      heldOn: fromDay(heldOn),
      cancelledAt: null,
      NOT: { cohortId, moduleRun: { kind: 'evaluation', blockCode } },
    },
    include: { moduleRun: true },
  });
  const slots = rows.map((row) => ({ ...row, ...row.moduleRun, id: row.id }));
  const namesOf = await nameSlots(tx, slots);
  return slots.map((slot) => ({
    personId: slot.trainerId,
    roomId: slot.mode === 'remote' ? null : slot.roomId,
    startsAt: slot.startsAt,
    minutes: slot.minutes,
    name: `${namesOf(slot).title}, ${namesOf(slot).cohortName}`,
  }));
}

async function readOtherEvents(
  tx: Tx,
  { heldOn }: AssessmentEvent,
  { eventId }: Around,
): Promise<EventBooking[]> {
  const rows = await tx.assessmentEvent.findMany({
    where: {
      heldOn: fromDay(heldOn),
      cancelledAt: null,
      ...(eventId ? { id: { not: eventId } } : {}),
    },
    include: { assessors: true, cohort: true },
  });
  return rows.flatMap(({ assessors, roomId, startsAt, minutes, blockCode, cohort }) => {
    const name = `Évaluation du bloc ${blockCode}, ${cohort.name}`;
    const booking = { startsAt, minutes, name };
    return [
      { ...booking, personId: null, roomId },
      ...assessors.map(({ personId }) => ({ ...booking, personId, roomId: null })),
    ];
  });
}

async function readCandidates(
  tx: Tx,
  ids: readonly string[],
  blockCode: string,
): Promise<KnownCandidate[]> {
  if (ids.length === 0) return [];
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: [...ids] } },
    include: { person: true },
  });
  const query = queryIn(tx);
  const ties = await readTies(query, ids);
  const last = await query<{ enrolmentId: string; day: string }>({
    name: 'event-last-modules',
    text: `
      select r.enrolment_id as "enrolmentId", max(s.held_on)::text as day
        from path_run r
        join module_run m on m.centre_id = r.centre_id and m.id = r.module_run_id
        join slot s on s.centre_id = m.centre_id and s.module_run_id = m.id
       where r.enrolment_id = any($1::uuid[]) and m.kind = 'training' and m.block_code = $2
         and s.cancelled_at is null
       group by r.enrolment_id`,
    values: [[...ids], blockCode],
  });
  return enrolments.map(({ id, person }) => ({
    enrolmentId: id,
    name: formatName(person),
    // The learner in person is no assessor of theirs either: the data says so.
    ties: ties.find(({ candidateId }) => candidateId === id)?.ties ?? [],
    lastModuleOn: last.find(({ enrolmentId }) => enrolmentId === id)?.day ?? null,
  }));
}

/** A stored event in the shape of the rules. */
export const toRuleEvent = (row: {
  readonly blockCode: string;
  readonly heldOn: Date;
  readonly startsAt: number;
  readonly minutes: number;
  readonly mode: AssessmentEvent['mode'];
  readonly roomId: string | null;
  readonly assessors: readonly { readonly personId: string }[];
  readonly candidates: readonly {
    readonly enrolmentId: string;
    readonly assessmentCodes: readonly string[];
    readonly extraTimeKind: AssessmentEvent['candidates'][number]['extraTime']['kind'];
    readonly extraMinutes: number | null;
  }[];
}): AssessmentEvent => ({
  blockCode: row.blockCode,
  heldOn: toDay(row.heldOn),
  startsAt: row.startsAt,
  minutes: row.minutes,
  mode: row.mode,
  roomId: row.roomId,
  assessorIds: row.assessors.map(({ personId }) => personId),
  candidates: row.candidates.map((one) => ({
    enrolmentId: one.enrolmentId,
    assessmentCodes: one.assessmentCodes,
    extraTime: { kind: one.extraTimeKind, minutes: one.extraMinutes },
  })),
});
