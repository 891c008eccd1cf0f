import { createHash } from 'node:crypto';
import {
  addDays,
  addRemoteHalfDays,
  buildRuns,
  type Closure,
  cohortOfRun,
  completeSlot,
  countExpected,
  countsAsGiven,
  defaultPlanWeights,
  findCohortJury,
  type HeldFacts,
  type HeldPart,
  hasBegun,
  type IdleSlot,
  isCredentialInFullDays,
  isSameItem,
  latestDay,
  listIdleSlots,
  mondayOf,
  type ParisMoment,
  type PlainDate,
  type PlanCohort,
  type PlanningProblem,
  type PlanWeights,
  type ProgrammeKey,
  roomTaken,
  runIdOf,
  type StandingSlot,
  startWithContracts,
  tellContractBounds,
} from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { readCohortJuries } from '../juries/cohort-juries.ts';
import { openingRules } from '../planning/opening-rules.ts';
import { chooseLastDay } from './choose-last-day.ts';
import { readContractBounds } from './contract-bounds.ts';
import { loadRooms, loadTrainers, toClosure } from './load-resources.ts';
import { withSharedLearners } from './load-shared-learners.ts';
import { findPlanCohorts, type PlanCohortRow } from './plan-cohort-row.ts';
import { askedOf, type SearchRow } from './search-record.ts';

const withHeld = {
  moduleRun: true,
  sheets: { select: { id: true } },
  trainer: { select: { absences: true } },
  room: { select: { closures: true } },
  _count: { select: { attendances: true } },
} as const satisfies Prisma.SlotInclude;
type SlotRow = Prisma.SlotGetPayload<{ include: typeof withHeld }>;

/** Everything that a plan is made from, as it stands now. */
export interface PlanFacts {
  readonly problem: PlanningProblem;
  readonly rows: readonly PlanCohortRow[];
  /** Half-days of the cohorts that are not given yet, those that are locked among them. */
  readonly standing: readonly StandingSlot[];
  /** Those of them that nobody comes to any more. */
  readonly idle: readonly IdleSlot[];
  /** Module runs of which something is given: their learners stay together. */
  readonly begunRunIds: ReadonlySet<string>;
  /** Changes whenever a fact does, and not because a day went by. */
  readonly fingerprint: string;
  /** What narrows the plan and deserves to be known, in French. */
  readonly notes: readonly string[];
}

/**
 * Reads cohorts, trainers, rooms and calendars as one planning problem. What counts as given is no
 * longer to plan: its hours are taken off. What somebody locked stays in the plan as it is.
 *
 * @param since the day of the search whose fingerprint is compared: what other calendars held from that
 *   day on is still part of it, so that a plan does not date because a day went by
 */
export async function loadPlanFacts(
  tx: Tx,
  cohortIds: readonly string[],
  now: ParisMoment,
  weights: PlanWeights = defaultPlanWeights,
  since: PlainDate = now.day,
): Promise<PlanFacts> {
  const today = now.day;
  const rows = await findPlanCohorts(tx, cohortIds);
  const slots = await tx.slot.findMany({
    where: { cohortId: { in: [...cohortIds] }, cancelledAt: null },
    include: withHeld,
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
  });
  const closures = new Map(rows.map((row) => [row.id, openingRules(row.site).closures]));
  const isHeld = (slot: SlotRow) =>
    countsAsGiven(toHeldFacts(slot, closures.get(slot.cohortId) ?? []), now);
  const ahead = slots.filter((slot) => !isHeld(slot));
  const standing = ahead.map(toStanding);
  const stillToday = standing.filter((one) => one.date === today && !hasBegun(one, now));
  const tomorrow = addDays(today, 1);
  const known = rows.map((row) => {
    const isUnderWay = stillToday.some(({ runId }) => cohortOfRun(runId) === row.id);
    const own = toPlanCohort(row, slots.filter(isHeld), isUnderWay ? today : tomorrow);
    const bounds = readContractBounds(row, since);
    const daysHeld = listDaysHeld(slots.filter(isHeld), row.id, today);
    return {
      bounds,
      told: tellContractBounds(own, bounds),
      cohort: {
        ...startWithContracts(own, bounds),
        ...(daysHeld.length > 0 ? { daysHeld } : {}),
      },
    };
  });
  const cohorts = known.map(({ cohort }) => cohort);
  const { trainers, notes } = await loadTrainers(tx, lastDayOf(cohorts));
  const bookings = await loadBookings(tx, cohortIds, mondayOf(since));
  const heldThisWeek = slots
    .filter((slot) => isHeld(slot) && toDay(slot.heldOn) >= mondayOf(today))
    .map(toBooking);
  const runs = rows.flatMap((row) => listRuns(row, slots.filter(isHeld), { today, since }));
  const problem: PlanningProblem = {
    cohorts,
    runs: await withSharedLearners(tx, rows, addRemoteHalfDays(runs, standing), since),
    trainers,
    rooms: await loadRooms(tx),
    bookings: [...bookings, ...heldThisWeek],
    locked: ahead.flatMap((slot) => (slot.lockedAt ? (completeSlot(toStanding(slot)) ?? []) : [])),
    placeFrom: tomorrow,
    ...(stillToday.length > 0 ? { stillToday } : {}),
    weights,
  };
  const facts = {
    ...problem,
    placeFrom: null,
    // What a day that goes by changes by itself is left out.
    cohorts: cohorts.map(({ startsBy, daysHeld, ...cohort }, index) => ({
      ...cohort,
      startsOn: rows[index]?.startsOn,
      contractsOn: known[index]?.bounds.startsOn,
    })),
    bookings: bookings.filter(({ date }) => date > since),
    standing: ahead.map(({ id, revision }) => [id, revision]),
  };
  const fingerprint = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  return {
    problem,
    rows,
    standing,
    idle: listIdleSlots(problem, standing, countFollowersOf(rows)),
    begunRunIds: new Set(slots.filter(isHeld).map(({ moduleRunId }) => moduleRunId)),
    fingerprint,
    notes: [...known.flatMap(({ told }) => told), ...notes],
  };
}

/** The days of this week on which the cohort came already. */
const listDaysHeld = (held: readonly SlotRow[], cohortId: string, today: PlainDate) => [
  ...new Set(
    held
      .filter((slot) => slot.cohortId === cohortId && toDay(slot.heldOn) >= mondayOf(today))
      .map(({ heldOn }) => toDay(heldOn)),
  ),
];

/** The facts of a search as they stand now, to be compared with those that it was made from. */
export const loadFactsOf = (tx: Tx, search: SearchRow, now: ParisMoment): Promise<PlanFacts> => {
  const madeAt = search.acceptedAt ?? search.startedAt;
  const since = madeAt ? parisDayOf(madeAt) : now.day;
  return loadPlanFacts(tx, search.cohortIds, now, askedOf(search).weights, since);
};

function countFollowersOf(rows: readonly PlanCohortRow[]): (runId: string) => number {
  const followers = new Map(
    rows.flatMap((row) =>
      row.moduleRuns.map((run) => [
        runIdOf(row.id, run, run.groupNumber ?? 1),
        run.pathRuns.length,
      ]),
    ),
  );
  return (runId) => followers.get(runId) ?? 0;
}

function toHeldFacts(slot: SlotRow, closures: readonly Closure[]): HeldFacts {
  // Who held it on a closed day, or with somebody away, knew that.
  const unless = (rule: string, periods: readonly Closure[]) =>
    slot.acceptedRules.includes(rule) ? [] : periods;
  return {
    date: toDay(slot.heldOn),
    startsAt: slot.startsAt,
    isRecorded: slot.sheets.length > 0 || slot._count.attendances > 0,
    closures: unless('plan.not-on-closure', closures),
    absences: [
      ...unless('plan.trainer-absent', (slot.trainer?.absences ?? []).map(toClosure)),
      ...unless('plan.room-open', (slot.room?.closures ?? []).map(toClosure)),
    ],
  };
}

/** A cohort with the half-days on which a plan may put something: none is before `from`. */
export function toPlanCohort(
  row: PlanCohortRow,
  held: readonly SlotRow[],
  from: PlainDate,
): PlanCohort {
  const rules = openingRules(row.site, row.closedMonths);
  const startsOn = toDay(row.startsOn);
  const rhythm = {
    ...rules,
    startsOn: latestDay(startsOn, from),
    weekdays: row.weekdays,
    minutesPerDay: row.minutesPerDay,
    daysPerWeek: row.daysPerWeek,
    positioningOn: toDayOrNull(row.positioningOn),
  };
  const endsOn = toDayOrNull(row.endsOn);
  const kept = held.filter(({ cohortId }) => cohortId === row.id).map(toKey);
  return {
    ...rhythm,
    id: row.id,
    name: row.name,
    siteId: row.siteId,
    endsOn: endsOn ?? chooseLastDay(toFramework(row.frameworkVersion), rhythm, kept),
  };
}

const toKey = (slot: SlotRow) => ({
  kind: slot.moduleRun.kind,
  blockCode: slot.moduleRun.blockCode,
  moduleCode: slot.moduleRun.moduleCode,
  date: toDay(slot.heldOn),
  halfDay: slot.halfDay,
  startsAt: slot.startsAt,
  minutes: slot.minutes,
});

function listRuns(
  row: PlanCohortRow,
  held: readonly SlotRow[],
  { today, since }: { readonly today: PlainDate; readonly since: PlainDate },
) {
  const own = held.filter(({ cohortId }) => cohortId === row.id);
  return buildRuns({
    cohortId: row.id,
    framework: toFramework(row.frameworkVersion),
    frameworkVersionId: row.frameworkVersionId,
    minutesPerDay: row.minutesPerDay,
    juryOn: findJuryDay(row, today),
    contractsEndOn: readContractBounds(row, since).endsOn,
    credentialInFullDays: isCredentialInFullDays(row),
    countLearners: (item) => countLearners(row, item, today),
    held: (item) => readHeld(row, item, own),
    seated: (item) => countSeated(row, item),
  });
}

export const findJuryDay = (row: PlanCohortRow, today: PlainDate): PlainDate | null =>
  findCohortJury(readCohortJuries(row, today));

export function countLearners(row: PlanCohortRow, item: ProgrammeKey, today: PlainDate): number {
  const followers = row.moduleRuns
    .filter((run) => isSameItem(run, item))
    .flatMap(({ pathRuns }) => pathRuns.map(({ enrolment }) => enrolment));
  const own = followers.filter(({ cohortId }) => cohortId === row.id).length;
  // Enrolled before any calendar: no path yet, so nothing of the programme is left out.
  const undecided = row.enrolments.filter(({ _count }) => _count.pathRuns === 0).length;
  return countExpected({
    capacity: row.capacity,
    hasBegun: toDay(row.startsOn) <= today,
    enrolled: row.enrolments.length,
    following: own + undecided,
    guests: followers.length - own,
  });
}

/** How many are in each group of an item, from the first. */
export const countSeated = (row: PlanCohortRow, item: ProgrammeKey): readonly number[] =>
  listGroups(row, item).map(({ pathRuns }) => pathRuns.length);

const listGroups = (row: PlanCohortRow, item: ProgrammeKey) =>
  row.moduleRuns
    .filter((run) => isSameItem(run, item))
    .toSorted((a, b) => (a.groupNumber ?? 1) - (b.groupNumber ?? 1));

/** What each group has had, and of whom; `[]` when none has begun. */
function readHeld(
  row: PlanCohortRow,
  item: ProgrammeKey,
  held: readonly SlotRow[],
): readonly HeldPart[] {
  const parts = listGroups(row, item).map(({ id, pathRuns }) => {
    const own = held.filter(({ moduleRunId }) => moduleRunId === id);
    return {
      minutes: own.reduce((total, { minutes }) => total + minutes, 0),
      trainerIds: [...new Set(own.flatMap(({ trainerId }) => trainerId ?? []))],
      learners: pathRuns.length,
    };
  });
  return parts.some(({ minutes }) => minutes > 0) ? parts : [];
}

const lastDayOf = (cohorts: readonly PlanCohort[]): PlainDate =>
  cohorts.reduce((last, { endsOn }) => latestDay(last, endsOn), '');

/** Trainers and rooms that the other cohorts hold. */
async function loadBookings(
  tx: Tx,
  cohortIds: readonly string[],
  from: PlainDate,
): Promise<PlanningProblem['bookings']> {
  const rows = await tx.slot.findMany({
    where: {
      cohortId: { notIn: [...cohortIds] },
      cancelledAt: null,
      heldOn: { gte: fromDay(from) },
      OR: [{ trainerId: { not: null } }, { roomId: { not: null } }],
    },
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toBooking);
}

type Bookable = Pick<SlotRow, 'heldOn' | 'startsAt' | 'minutes' | 'trainerId' | 'roomId' | 'mode'>;
export const toBooking = ({ heldOn, startsAt, minutes, trainerId, ...place }: Bookable) => ({
  date: toDay(heldOn),
  startsAt,
  minutes,
  trainerId,
  roomId: roomTaken(place),
});

const toStanding = (slot: SlotRow): StandingSlot => ({
  id: slot.id,
  runId: runIdOf(slot.cohortId, slot.moduleRun, slot.moduleRun.groupNumber ?? 1),
  date: toDay(slot.heldOn),
  halfDay: slot.halfDay,
  startsAt: slot.startsAt,
  minutes: slot.minutes,
  trainerId: slot.trainerId,
  roomId: roomTaken(slot),
  isRemote: slot.mode === 'remote',
  ...(slot.acceptedRules.length > 0 ? { accepted: slot.acceptedRules } : {}),
});
