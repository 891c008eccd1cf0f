import { formatSpokenName, type ProgrammeKey } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { programmeOf } from '../cohorts/module-runs.ts';

/** What names a half-day, whether it still has a row or not. */
export interface NameableSlot extends ProgrammeKey {
  readonly cohortId: string;
  readonly trainerId: string | null;
  readonly roomId: string | null;
}

export interface SlotNames {
  /** The module's name, or « Évaluation du bloc B1 ». */
  readonly title: string;
  readonly cohortName: string;
  readonly site: Prisma.SiteGetPayload<object> | null;
  readonly roomName: string | null;
  /** As in a sentence: « Anh Nguyen ». */
  readonly trainerName: string | null;
}

/** The names of these half-days; what several share is read once. */
export async function nameSlots(
  tx: Tx,
  slots: readonly NameableSlot[],
): Promise<(slot: NameableSlot) => SlotNames> {
  const idsOf = (pick: (slot: NameableSlot) => string | null) => ({
    in: [...new Set(slots.flatMap((slot) => pick(slot) ?? []))],
  });
  const cohorts = await tx.cohort.findMany({
    where: { id: idsOf((slot) => slot.cohortId) },
    include: { site: true },
  });
  const versions = await tx.frameworkVersion.findMany({
    where: { id: { in: [...new Set(cohorts.map((cohort) => cohort.frameworkVersionId))] } },
  });
  const rooms = await tx.room.findMany({ where: { id: idsOf((slot) => slot.roomId) } });
  const trainers = await tx.person.findMany({ where: { id: idsOf((slot) => slot.trainerId) } });
  const programmes = new Map(versions.map((version) => [version.id, programmeOf(version)]));
  return (slot) => {
    const cohort = cohorts.find(({ id }) => id === slot.cohortId);
    const trainer = trainers.find(({ id }) => id === slot.trainerId);
    return {
      title: programmes.get(cohort?.frameworkVersionId ?? '')?.nameOf(slot) ?? slot.blockCode,
      cohortName: cohort?.name ?? '',
      site: cohort?.site ?? null,
      roomName: rooms.find(({ id }) => id === slot.roomId)?.name ?? null,
      trainerName: trainer ? formatSpokenName(trainer) : null,
    };
  };
}
