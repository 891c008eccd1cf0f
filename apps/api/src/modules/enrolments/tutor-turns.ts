import { followTutor, type PlainDate } from '@jalon/domain';
import type { Prisma, UnitOfWork } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';

/** The turns of an employment, the last one first. */
export const withTurns = {
  tutorTurns: { include: { tutor: true }, orderBy: [{ fromOn: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.EmploymentInclude;

interface NamedTutor {
  readonly centreId: string;
  readonly id: string;
  readonly tutorId: string | null;
  readonly hireDate: Date;
}

/** The first tutor of an employment is there from its first day. */
export async function beginFirstTurn(
  { tx }: UnitOfWork,
  { centreId, id, tutorId, hireDate }: NamedTutor,
): Promise<void> {
  if (tutorId === null) return;
  await tx.tutorTurn.create({
    data: { centreId, employmentId: id, tutorId, fromOn: hireDate },
  });
}

/** Keeps who was tutor from when to when, as the employment names another one, or nobody. */
export async function changeTutor(
  { tx, key }: UnitOfWork,
  before: NamedTutor,
  after: Pick<NamedTutor, 'tutorId' | 'hireDate'>,
  today: PlainDate,
): Promise<void> {
  const { centreId, id: employmentId } = before;
  const kept = await tx.tutorTurn.findFirst({ where: { employmentId, untilOn: null } });
  if (kept && kept.fromOn.getTime() === before.hireDate.getTime())
    await tx.tutorTurn.update({ where: key(kept.id), data: { fromOn: after.hireDate } });
  const fromOn = kept && kept.fromOn > before.hireDate ? kept.fromOn : after.hireDate;
  const running =
    before.tutorId === null
      ? null
      : { tutorId: before.tutorId, fromOn: toDay(fromOn), untilOn: null };
  const change = followTutor(running, after.tutorId, today);
  if (change.kind === 'none') return;
  if (change.kind === 'corrected') {
    const data = { tutorId: change.tutorId };
    if (kept) await tx.tutorTurn.update({ where: key(kept.id), data });
    else await tx.tutorTurn.create({ data: { ...data, centreId, employmentId, fromOn } });
    return;
  }
  if (running) {
    const untilOn = fromDay(running.fromOn > today ? running.fromOn : today);
    // Employments older than this record: their tutor is there from the first day.
    if (kept) await tx.tutorTurn.update({ where: key(kept.id), data: { untilOn } });
    else
      await tx.tutorTurn.create({
        data: { centreId, employmentId, tutorId: running.tutorId, fromOn, untilOn },
      });
  }
  if (change.nextTutorId !== null)
    await tx.tutorTurn.create({
      data: { centreId, employmentId, tutorId: change.nextTutorId, fromOn: fromDay(today) },
    });
}
