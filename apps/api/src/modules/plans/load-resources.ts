import {
  formatDay,
  formatName,
  type PlainDate,
  type PlanningProblem,
  type PlanTrainer,
  subjectOf,
  withDe,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';

/** Trainers whom a plan can use; an accreditation that ends before `lastDay` is worth a note. */
export async function loadTrainers(
  tx: Tx,
  lastDay: PlainDate,
): Promise<{ trainers: PlanTrainer[]; notes: string[] }> {
  const rows = await tx.trainerProfile.findMany({
    where: { person: { memberships: { some: { role: 'trainer', endedAt: null } } } },
    include: { person: { include: { subjects: true, accreditations: true, absences: true } } },
    orderBy: { personId: 'asc' },
  });
  const notes: string[] = [];
  const trainers = rows.map(({ person, ...profile }): PlanTrainer => {
    const name = formatName(person);
    const held = toAccreditations(person.accreditations);
    for (const [code, end] of Object.entries(held.accreditationEnds))
      if (end < lastDay)
        notes.push(
          `L’habilitation ${code} ${withDe(name)} finit le ${formatDay(end)} : ce plan ne compte plus dessus ensuite.`,
        );
    return {
      id: person.id,
      name,
      subjects: person.subjects.map((subject) => subjectOf(subject.frameworkVersionId, subject)),
      ...held,
      works: weekly(profile.mornings, profile.afternoons),
      avoids: weekly(profile.avoidedMornings, profile.avoidedAfternoons),
      absences: person.absences.map(toClosure),
      minMinutesPerWeek: profile.minMinutesPerWeek,
      maxMinutesPerWeek: profile.maxMinutesPerWeek,
      centsPerHour: profile.centsPerHour,
    };
  });
  return { trainers, notes };
}

/** What a trainer holds, and the last day of what ends. */
export const toAccreditations = (
  rows: readonly { readonly credentialCode: string; readonly validUntil: Date | null }[],
) => ({
  accreditations: rows.map(({ credentialCode }) => credentialCode),
  accreditationEnds: Object.fromEntries(
    rows.flatMap(({ credentialCode, validUntil }) =>
      validUntil === null ? [] : [[credentialCode, toDay(validUntil)] as const],
    ),
  ),
});

const weekly = (mornings: readonly number[], afternoons: readonly number[]) => [
  ...mornings.map((weekday) => ({ weekday, halfDay: 'morning' as const })),
  ...afternoons.map((weekday) => ({ weekday, halfDay: 'afternoon' as const })),
];

/** An absence or a closure, as the rules take it. */
export const toClosure = ({
  fromOn,
  toOn,
  label,
}: {
  fromOn: Date;
  toOn: Date;
  label: string;
}) => ({
  from: toDay(fromOn),
  to: toDay(toOn),
  label,
});

export async function loadRooms(tx: Tx): Promise<PlanningProblem['rooms']> {
  const rows = await tx.room.findMany({
    where: { archivedAt: null },
    include: { closures: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, name, siteId, seats, equipment, closures }) => ({
    id,
    name,
    siteId,
    seats,
    equipment,
    closures: closures.map(toClosure),
  }));
}
