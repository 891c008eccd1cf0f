import { frameworkContent } from '@jalon/contract';
import type { Framework, TrainerFacts } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';

const withFile = {
  trainerProfile: true,
  subjects: { orderBy: [{ blockCode: 'asc' }, { moduleCode: 'asc' }, { id: 'asc' }] },
  accreditations: { orderBy: { credentialCode: 'asc' } },
  absences: { orderBy: [{ fromOn: 'desc' }, { id: 'asc' }] },
} as const satisfies Prisma.PersonInclude;

/** A trainer of the centre, with all that a plan must know. */
export type TrainerRow = Prisma.PersonGetPayload<{ include: typeof withFile }>;

/** The trainers in post, or this one. */
export async function loadTrainers(tx: Tx, trainerId?: string): Promise<TrainerRow[]> {
  const members = await tx.membership.findMany({
    where: { role: 'trainer', endedAt: null, ...(trainerId ? { personId: trainerId } : {}) },
    include: { person: { include: withFile } },
  });
  return members.map(({ person }) => person);
}

/** @throws not_found when the person does not train in this centre. */
export async function findTrainer(tx: Tx, trainerId: string): Promise<TrainerRow> {
  const [trainer] = await loadTrainers(tx, trainerId);
  return found(trainer, 'Ce formateur');
}

/** One writer at a time a trainer, until the transaction ends. */
export const lockTrainer = (tx: Tx, trainerId: string): Promise<number> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${trainerId}, 1))`;

/** A framework version with its rules. */
export interface Version {
  readonly id: string;
  readonly state: 'draft' | 'published';
  readonly cohortCount: number;
  readonly framework: Framework;
}

/** Every version of the centre: those that cohorts follow first, then by title. */
export async function loadVersions(tx: Tx): Promise<Version[]> {
  const rows = await tx.frameworkVersion.findMany({
    include: { _count: { select: { cohorts: { where: { state: { not: 'completed' } } } } } },
    orderBy: { title: 'asc' },
  });
  return rows
    .map(({ id, state, content, _count }) => ({
      id,
      state,
      cohortCount: _count.cohorts,
      framework: frameworkContent.parse(content),
    }))
    .toSorted((a, b) => Number(b.cohortCount > 0) - Number(a.cohortCount > 0));
}

/** A trainer in the shape of the rules. */
export const toTrainerFacts = (row: TrainerRow, versions: readonly Version[]): TrainerFacts => ({
  week: row.trainerProfile,
  taught: versions.map(({ id, framework }) => ({
    framework,
    subjects: row.subjects.filter(({ frameworkVersionId }) => frameworkVersionId === id),
  })),
  accreditations: row.accreditations.map(({ credentialCode, validUntil }) => ({
    credentialCode,
    validUntil: toDayOrNull(validUntil),
  })),
});
