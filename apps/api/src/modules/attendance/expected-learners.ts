import {
  type DatedSlot,
  formatName,
  groupBy,
  isTakenOff,
  minutesWaived,
  type WaivedHours,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';

/** A half-day as far as it says who is expected. */
export type HeldRow = Prisma.SlotGetPayload<{ include: { moduleRun: true } }>;

/** Someone who follows a module run. */
export interface ExpectedLearner {
  readonly enrolmentId: string;
  readonly learnerName: string;
  readonly cohortName: string;
}

const withFollowers = {
  enrolment: {
    include: {
      person: true,
      dispensations: { where: { state: { in: ['granted', 'partial'] } } },
      cohort: { select: { name: true, frameworkVersionId: true } },
    },
  },
} as const satisfies Prisma.PathRunInclude;
type Follower = Prisma.PathRunGetPayload<{ include: typeof withFollowers }>;

/**
 * Who is expected on each half-day, by name: their path has its module run, they have started and
 * not left, and no dispensation takes the half-day off.
 */
export async function listExpected(
  tx: Tx,
  slots: readonly HeldRow[],
): Promise<ReadonlyMap<string, readonly ExpectedLearner[]>> {
  const followers = await tx.pathRun.findMany({
    where: { moduleRunId: { in: [...new Set(slots.map((slot) => slot.moduleRunId))] } },
    include: withFollowers,
  });
  const takenOff = await listTakenOff(tx, followers);
  const byRun = groupBy(followers, (follower) => follower.moduleRunId);
  return new Map(
    slots.map((slot) => [
      slot.id,
      (byRun.get(slot.moduleRunId) ?? [])
        .filter((follower) => isWithin(follower, slot) && !takenOff(follower, slot))
        .map(({ enrolment }) => ({
          enrolmentId: enrolment.id,
          learnerName: formatName(enrolment.person),
          cohortName: enrolment.cohort.name,
        }))
        .sort((a, b) => a.learnerName.localeCompare(b.learnerName, 'fr')),
    ]),
  );
}

function isWithin({ enrolment }: Follower, slot: HeldRow): boolean {
  if (enrolment.state === 'withdrawn' && enrolment.endsOn === null) return false;
  const isAfter = enrolment.endsOn !== null && slot.heldOn > enrolment.endsOn;
  return slot.heldOn >= enrolment.startsOn && !isAfter;
}

/** Whether the dispensations of a learner take a half-day off: only then is the whole run read. */
async function listTakenOff(
  tx: Tx,
  followers: readonly Follower[],
): Promise<(follower: Follower, slot: HeldRow) => boolean> {
  const lightened = followers.filter(({ enrolment }) => enrolment.dispensations.length > 0);
  if (lightened.length === 0) return () => false;
  const waivedOf = await waivedByEnrolment(tx, lightened);
  const rows = await tx.slot.findMany({
    where: {
      moduleRunId: { in: [...new Set(lightened.map((one) => one.moduleRunId))] },
      cancelledAt: null,
    },
    include: { moduleRun: true },
  });
  const halfDays = groupBy(rows, (row) => row.moduleRunId);
  return (follower, slot) =>
    follower.enrolment.dispensations.length > 0 &&
    isTakenOff(
      toDated(slot),
      (halfDays.get(slot.moduleRunId) ?? []).map(toDated),
      waivedOf(follower),
    );
}

const toDated = ({ moduleRun, heldOn, startsAt, minutes }: HeldRow): DatedSlot => ({
  kind: moduleRun.kind,
  blockCode: moduleRun.blockCode,
  moduleCode: moduleRun.moduleCode,
  date: toDay(heldOn),
  startsAt,
  minutes,
});

async function waivedByEnrolment(
  tx: Tx,
  followers: readonly Follower[],
): Promise<(follower: Follower) => WaivedHours> {
  const ids = new Set(followers.map(({ enrolment }) => enrolment.cohort.frameworkVersionId));
  const versions = await tx.frameworkVersion.findMany({ where: { id: { in: [...ids] } } });
  const frameworks = new Map(versions.map((version) => [version.id, toFramework(version)]));
  const known = new Map<string, WaivedHours>();
  return ({ enrolment }) => {
    const framework = frameworks.get(enrolment.cohort.frameworkVersionId);
    const waived =
      known.get(enrolment.id) ??
      (framework
        ? minutesWaived(framework, enrolment.dispensations)
        : { modules: [], totalMinutes: 0 });
    known.set(enrolment.id, waived);
    return waived;
  };
}
