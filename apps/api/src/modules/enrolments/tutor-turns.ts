import { followTutor, latestDay, type PlainDate } from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, fromDayOrNull, toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';

/** The turns of an employment, the last one first. */
export const withTurns = {
  tutorTurns: { include: { tutor: true }, orderBy: [{ fromOn: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.EmploymentInclude;

/** Whom an employment names, and since when it runs. */
export interface NamedTutor {
  readonly tutorId: string | null;
  readonly hireDate: PlainDate;
}

/** An employment that named one tutor and names another, or is of another first day. */
export interface TutorChange {
  readonly employmentId: string;
  readonly before: NamedTutor;
  readonly after: NamedTutor;
}

interface Turn {
  readonly id: string;
  readonly employmentId: string;
  readonly tutorId: string;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate | null;
}

type StoredTutor = { readonly tutorId: string | null; readonly hireDate: Date };

export const namedBy = ({ tutorId, hireDate }: StoredTutor): NamedTutor => ({
  tutorId,
  hireDate: toDay(hireDate),
});

/** The first tutor of an employment is there from its first day. */
export const beginFirstTurns = (
  tx: Tx,
  centreId: string,
  employments: readonly (NamedTutor & { readonly id: string })[],
): Promise<void> =>
  saveTurns(
    tx,
    centreId,
    employments.flatMap(({ id, tutorId, hireDate }) =>
      tutorId === null ? [] : [newTurn(id, tutorId, hireDate)],
    ),
  );

/**
 * Keeps who was tutor from when to when, as employments name another one, or nobody, or begin on
 * another day. Two statements, whatever their number: an import changes a thousand.
 */
export async function changeTutors(
  tx: Tx,
  centreId: string,
  changes: readonly TutorChange[],
  today: PlainDate,
): Promise<void> {
  if (changes.length === 0) return;
  const running = await queryIn(tx)<Turn>({
    name: 'running-turns',
    text: `
      select id, employment_id as "employmentId", tutor_id as "tutorId", from_on::text as "fromOn",
             null as "untilOn"
        from tutor_turn
       where employment_id = any($1::uuid[]) and until_on is null`,
    values: [changes.map(({ employmentId }) => employmentId)],
  });
  const keptOf = new Map(running.map((turn) => [turn.employmentId, turn]));
  const turns = changes.flatMap((change) =>
    listTurns(change, keptOf.get(change.employmentId) ?? null, today),
  );
  await saveTurns(tx, centreId, turns);
}

/** The turns to write, what ends before what begins. */
function listTurns(
  { employmentId, before, after }: TutorChange,
  kept: Turn | null,
  today: PlainDate,
): readonly Turn[] {
  const fromOn = kept && kept.fromOn > before.hireDate ? kept.fromOn : after.hireDate;
  // Employments older than this record: their tutor is there from the first day.
  const turn = kept ? moveFirst(kept, before, after) : newTurn(employmentId, '', fromOn);
  const running =
    before.tutorId === null ? null : { tutorId: before.tutorId, fromOn, untilOn: null };
  const change = followTutor(running, after.tutorId, today);
  if (change.kind === 'none') return kept && turn.fromOn !== kept.fromOn ? [turn] : [];
  if (change.kind === 'corrected') return [{ ...turn, tutorId: change.tutorId }];
  const ended = running && {
    ...turn,
    tutorId: kept?.tutorId ?? running.tutorId,
    untilOn: latestDay(running.fromOn, today),
  };
  const { nextTutorId } = change;
  return [
    ...(ended ? [ended] : []),
    ...(nextTutorId === null ? [] : [newTurn(employmentId, nextTutorId, today)]),
  ];
}

/** A tutor who is there from the first day follows it as it is put right. */
const moveFirst = (kept: Turn, before: NamedTutor, after: NamedTutor): Turn =>
  kept.fromOn === before.hireDate ? { ...kept, fromOn: after.hireDate } : kept;

const newTurn = (employmentId: string, tutorId: string, fromOn: PlainDate): Turn => ({
  id: uuidv7(),
  employmentId,
  tutorId,
  fromOn,
  untilOn: null,
});

async function saveTurns(tx: Tx, centreId: string, turns: readonly Turn[]): Promise<void> {
  if (turns.length === 0) return;
  await tx.$executeRaw`
    insert into tutor_turn (centre_id, id, employment_id, tutor_id, from_on, until_on)
    select ${centreId}::uuid, t.id, t."employmentId", t."tutorId", t."fromOn", t."untilOn"
      from jsonb_to_recordset(${JSON.stringify(turns)}::jsonb) as t(
           id uuid, "employmentId" uuid, "tutorId" uuid, "fromOn" date, "untilOn" date)
    on conflict (centre_id, id) do update
       set tutor_id = excluded.tutor_id, from_on = excluded.from_on, until_on = excluded.until_on,
           -- A turn put right is another’s: what the first confirmed says nothing of them.
           volunteered_on = case when tutor_turn.tutor_id = excluded.tutor_id
                                 then tutor_turn.volunteered_on end`;
}

/**
 * Keeps the day on which the tutor of an employment confirmed that they volunteer, with their turn: of
 * the next one nobody has said it.
 */
export async function noteVolunteer(
  tx: Tx,
  centreId: string,
  employmentId: string,
  { tutorId, hireDate }: NamedTutor,
  volunteeredOn: PlainDate | null,
): Promise<void> {
  if (tutorId === null) return;
  const data = { volunteeredOn: fromDayOrNull(volunteeredOn) };
  const running = { employmentId, tutorId, untilOn: null };
  const { count } = await tx.tutorTurn.updateMany({ where: running, data });
  if (count > 0 || volunteeredOn === null) return;
  // Employments older than this record: their tutor is there from the first day.
  await tx.tutorTurn.create({ data: { centreId, ...running, ...data, fromOn: fromDay(hireDate) } });
}

/**
 * The same for many employments, of their tutors in post, in one statement. A day that is not given
 * leaves what is known: a blank cell of a file erases nothing.
 */
export async function noteVolunteers(
  tx: Tx,
  centreId: string,
  days: readonly { readonly employmentId: string; readonly volunteeredOn: PlainDate | null }[],
): Promise<void> {
  const said = days
    .filter(({ volunteeredOn }) => volunteeredOn !== null)
    .map((day) => ({ ...day, id: uuidv7() }));
  if (said.length === 0) return;
  await tx.$executeRaw`
    with said as (
      select s.id, s."volunteeredOn", m.id as employment_id, m.tutor_id, m.hire_date
        from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as s(
             id uuid, "employmentId" uuid, "volunteeredOn" date)
        join employment m on m.centre_id = ${centreId}::uuid and m.id = s."employmentId"
       where m.tutor_id is not null),
    noted as (
      update tutor_turn u
         set volunteered_on = said."volunteeredOn"
        from said
       where u.centre_id = ${centreId}::uuid and u.employment_id = said.employment_id
         and u.tutor_id = said.tutor_id and u.until_on is null
      returning u.employment_id)
    -- Employments older than this record: their tutor is there from the first day.
    insert into tutor_turn (centre_id, id, employment_id, tutor_id, from_on, volunteered_on)
    select ${centreId}::uuid, id, employment_id, tutor_id, hire_date, "volunteeredOn"
      from said
     where employment_id not in (select employment_id from noted)`;
}

/** The day on which the tutor in post confirmed that they volunteer; `null` while nobody has said. */
export const volunteeredOnOf = (row: {
  readonly tutorId: string | null;
  readonly tutorTurns: readonly {
    readonly tutorId: string;
    readonly untilOn: Date | null;
    readonly volunteeredOn: Date | null;
  }[];
}): PlainDate | null => {
  const turn = row.tutorTurns.find(
    ({ tutorId, untilOn }) => tutorId === row.tutorId && untilOn === null,
  );
  return turn ? toDayOrNull(turn.volunteeredOn) : null;
};
