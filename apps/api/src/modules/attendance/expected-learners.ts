import {
  expectedSlots,
  formatName,
  minutesWaived,
  type PlainDate,
  type WaivedHours,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { groupBy } from '../../db/group-by.ts';

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
      dispensations: true,
      cohort: { select: { name: true, frameworkVersionId: true } },
    },
  },
} as const satisfies Prisma.PathRunInclude;
type Follower = Prisma.PathRunGetPayload<{ include: typeof withFollowers }>;

/**
 * Who is expected on each half-day, by name: their path has its module run, they have started and
 * not left, and the module is not wholly dispensed.
 */
export async function listExpected(
  tx: Tx,
  slots: readonly HeldRow[],
): Promise<ReadonlyMap<string, readonly ExpectedLearner[]>> {
  const followers = await tx.pathRun.findMany({
    where: { moduleRunId: { in: [...new Set(slots.map((slot) => slot.moduleRunId))] } },
    include: withFollowers,
  });
  const waivedOf = await waivedByEnrolment(tx, followers);
  const byRun = groupBy(followers, (follower) => follower.moduleRunId);
  return new Map(
    slots.map((slot) => [
      slot.id,
      (byRun.get(slot.moduleRunId) ?? [])
        .filter((follower) => isExpected(follower, slot, waivedOf(follower)))
        .map(({ enrolment }) => ({
          enrolmentId: enrolment.id,
          learnerName: formatName(enrolment.person),
          cohortName: enrolment.cohort.name,
        }))
        .sort((a, b) => a.learnerName.localeCompare(b.learnerName, 'fr')),
    ]),
  );
}

function isExpected({ enrolment }: Follower, slot: HeldRow, waived: WaivedHours): boolean {
  const endsOn = toDayOrNull(enrolment.endsOn);
  if (enrolment.state === 'withdrawn' && endsOn === null) return false;
  const { kind, blockCode, moduleCode } = slot.moduleRun;
  const step = { cohortId: slot.cohortId, kind, blockCode, moduleCode };
  const kept = expectedSlots({
    path: [step],
    slots: [{ ...step, date: toDay(slot.heldOn) as PlainDate }],
    startsOn: toDay(enrolment.startsOn),
    endsOn,
    waived,
  });
  return kept.length > 0;
}

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
        : { modules: [], blocks: [], totalMinutes: 0 });
    known.set(enrolment.id, waived);
    return waived;
  };
}
