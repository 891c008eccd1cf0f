import { formatSpokenName } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import type { FeedSubject } from './feed-subject.ts';

/** The names of what feeds are of: a person, a cohort, a room with its site. */
export async function nameSubjects(
  tx: Tx,
  subjects: readonly FeedSubject[],
): Promise<(subject: FeedSubject) => string> {
  const id = { in: [...new Set(subjects.map(({ subjectId }) => subjectId))] };
  const persons = await tx.person.findMany({ where: { id } });
  const cohorts = await tx.cohort.findMany({ where: { id }, select: { id: true, name: true } });
  const rooms = await tx.room.findMany({ where: { id }, include: { site: true } });
  const names = new Map([
    ...persons.map((person) => [person.id, formatSpokenName(person)] as const),
    ...cohorts.map((cohort) => [cohort.id, cohort.name] as const),
    ...rooms.map((room) => [room.id, `${room.name}, ${room.site.name}`] as const),
  ]);
  return ({ subjectId }) => names.get(subjectId) ?? '';
}
