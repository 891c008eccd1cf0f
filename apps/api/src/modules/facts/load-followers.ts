import {
  type DatedSlot,
  type Expected,
  expectAt,
  type Follower,
  groupBy,
  minutesWaived,
  type RunHalfDay,
  type WaivedHours,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';

const withPath = {
  dispensations: { where: { state: { in: ['granted', 'partial'] } } },
  cohort: { select: { name: true, frameworkVersionId: true } },
  person: { include: { employments: { orderBy: [{ hireDate: 'asc' }, { id: 'asc' }] } } },
} as const satisfies Prisma.EnrolmentInclude;
type Row = Prisma.EnrolmentGetPayload<{
  include: typeof withPath & { pathRuns: { select: { moduleRunId: true } } };
}>;

/** A learner whose path is followed; the ids of its runs are those of the module runs. */
export interface KnownFollower extends Follower {
  readonly enrolmentId: string;
  readonly cohortName: string;
  readonly person: Row['person'];
}

/** A half-day as it stands or stood: `id` tells it from the others of its run. */
export interface KnownHalfDay extends Omit<RunHalfDay, 'runId'> {
  readonly id: string;
  readonly moduleRunId: string;
}

/** Someone who is expected at a half-day, with the tutors who miss them then. */
export interface ExpectedFollower extends Expected {
  readonly follower: KnownFollower;
}

export interface Followers {
  readonly all: readonly KnownFollower[];
  /** Those of them who are expected at a half-day. */
  listAt(halfDay: KnownHalfDay): readonly ExpectedFollower[];
  /** The same people on other paths: as they were, or as they would be. */
  onPaths(runIdsOf: (follower: KnownFollower) => ReadonlySet<string>): Followers;
}

/**
 * Learners with what says which half-days they are expected at, by their enrolment's id.
 *
 * @param moduleRunIds the only runs that are asked about, all those of their paths without it
 * @param alsoIds enrolments that are asked about though none of these runs is on their path now
 */
export async function loadFollowers(
  tx: Tx,
  where: Prisma.EnrolmentWhereInput,
  moduleRunIds?: readonly string[],
  alsoIds: readonly string[] = [],
): Promise<Followers> {
  const asked = moduleRunIds ? { moduleRunId: { in: [...new Set(moduleRunIds)] } } : {};
  const rows = await tx.enrolment.findMany({
    where: {
      AND: [
        where,
        moduleRunIds ? { OR: [{ pathRuns: { some: asked } }, { id: { in: [...alsoIds] } }] } : {},
      ],
    },
    include: { ...withPath, pathRuns: { where: asked, select: { moduleRunId: true } } },
    orderBy: { id: 'asc' },
  });
  const waivedOf = await loadWaived(tx, rows);
  const all = rows.map((row) => toFollower(row, waivedOf(row)));
  return follow(all, await loadHalfDays(tx, all, moduleRunIds));
}

type HalfDaysOf = (moduleRunId: string) => readonly (DatedSlot & { readonly id: string })[];

function follow(all: readonly KnownFollower[], halfDaysOf: HalfDaysOf): Followers {
  const byRun = groupBy(
    all.flatMap((follower) => [...follower.runIds].map((runId) => ({ runId, follower }))),
    ({ runId }) => runId,
  );
  return {
    all,
    listAt({ id, moduleRunId, ...halfDay }) {
      const others = halfDaysOf(moduleRunId).filter((other) => other.id !== id);
      return (byRun.get(moduleRunId) ?? []).flatMap(({ follower }) => {
        const found = expectAt({ ...halfDay, runId: moduleRunId }, follower, others);
        return found ? [{ ...found, follower }] : [];
      });
    },
    onPaths: (runIdsOf) =>
      follow(
        all.map((follower) => ({ ...follower, runIds: runIdsOf(follower) })),
        halfDaysOf,
      ),
  };
}

const toFollower = (row: Row, waived: WaivedHours | null): KnownFollower => ({
  enrolmentId: row.id,
  cohortName: row.cohort.name,
  person: row.person,
  state: row.state,
  startsOn: toDay(row.startsOn),
  endsOn: toDayOrNull(row.endsOn),
  runIds: new Set(row.pathRuns.map(({ moduleRunId }) => moduleRunId)),
  waived,
  tutorings: row.person.employments.flatMap(({ tutorId, hireDate, endsOn }) =>
    tutorId ? [{ tutorId, from: toDay(hireDate), to: toDayOrNull(endsOn) }] : [],
  ),
});

async function loadWaived(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => WaivedHours | null> {
  const lightened = rows.filter(({ dispensations }) => dispensations.length > 0);
  if (lightened.length === 0) return () => null;
  const ids = new Set(lightened.map(({ cohort }) => cohort.frameworkVersionId));
  const versions = await tx.frameworkVersion.findMany({ where: { id: { in: [...ids] } } });
  const frameworks = new Map(versions.map((version) => [version.id, toFramework(version)]));
  return ({ cohort, dispensations }) => {
    const framework = frameworks.get(cohort.frameworkVersionId);
    return framework && dispensations.length > 0 ? minutesWaived(framework, dispensations) : null;
  };
}

/** Only what a dispensation touches is read: which half-days are the last of their run. */
async function loadHalfDays(
  tx: Tx,
  followers: readonly KnownFollower[],
  moduleRunIds: readonly string[] = [],
): Promise<HalfDaysOf> {
  const lightened = followers.filter(({ waived }) => waived !== null);
  const runIds = new Set(lightened.flatMap((one) => [...one.runIds, ...moduleRunIds]));
  if (runIds.size === 0) return () => [];
  const rows = await tx.slot.findMany({
    where: { moduleRunId: { in: [...runIds] }, cancelledAt: null },
    include: { moduleRun: true },
  });
  const byRun = groupBy(rows, ({ moduleRunId }) => moduleRunId);
  return (moduleRunId) => (byRun.get(moduleRunId) ?? []).map(toDated);
}

/** A row of a half-day, as far as it says when it is and of what. */
export const toDated = ({
  id,
  moduleRunId,
  moduleRun,
  heldOn,
  startsAt,
  minutes,
}: Prisma.SlotGetPayload<{ include: { moduleRun: true } }>): KnownHalfDay => ({
  id,
  moduleRunId,
  kind: moduleRun.kind,
  blockCode: moduleRun.blockCode,
  moduleCode: moduleRun.moduleCode,
  date: toDay(heldOn),
  startsAt,
  minutes,
});
