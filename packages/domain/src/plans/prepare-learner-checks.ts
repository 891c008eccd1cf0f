import type { WaivedHours } from '../dispensations/minutes-waived.ts';
import { type ContractPeriod, checkContracts } from '../enrolments/check-contracts.ts';
import { checkOwnJury } from '../enrolments/check-own-jury.ts';
import { expectAt, type Follower } from '../enrolments/expect-at.ts';
import type { Finding } from '../finding.ts';
import { isSameItem } from '../frameworks/list-programme.ts';
import { groupBy } from '../group-by.ts';
import type { PlainDate } from '../plain-date.ts';
import { checkLearnerClashes } from '../planning/check-learner-clashes.ts';
import { overlaps, type PlannedSlot } from '../planning/slot.ts';
import { runIdOf } from './run-id.ts';

/** An active learner whose path has half-days of the calendars. */
export interface MoveLearner {
  readonly name: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** `null` without any dispensation. */
  readonly waived: WaivedHours | null;
  /** Of their own next session; `null` while none is prepared. */
  readonly juryOn: PlainDate | null;
  /** `[]` for who has no employer. */
  readonly contracts: readonly ContractPeriod[];
}

/** Who follows the half-days of some calendars. */
export interface FollowingFacts {
  readonly slots: readonly PlannedSlot[];
  /** Names of the cohorts of the half-days, by their ids. */
  readonly cohortNames: Readonly<Record<string, string>>;
  readonly learners: readonly MoveLearner[];
  /** The followers of each run (`runIdOf`), by their ranks among the learners. */
  readonly followings: readonly {
    readonly runId: string;
    readonly learners: readonly number[];
  }[];
}

/**
 * Makes ready what a half-day put elsewhere means to those who are expected at it: another cohort's
 * half-day that they follow at the same moment (W3), a day without a contract (DOMAIN 12) or after
 * their own jury. All are warnings; the last two are only told once the day or the module changes.
 */
export function prepareLearnerChecks(
  facts: FollowingFacts,
): (wanted: PlannedSlot, present: PlannedSlot | null) => readonly Finding[] {
  const byDay = groupBy(facts.slots, ({ date }) => date);
  const { followersOf, askAt } = prepareFollowers(facts);
  return (wanted, present) => {
    const expected = followersOf(wanted).filter(askAt(wanted));
    if (expected.length === 0) return [];
    const shared = (byDay.get(wanted.date) ?? [])
      .filter((slot) => slot.cohortId !== wanted.cohortId && overlaps(slot, wanted))
      .map((slot) => ({
        slot,
        cohortName: facts.cohortNames[slot.cohortId] ?? '',
        learnerNames: expected.filter(askAt(slot)).map(({ name }) => name),
      }));
    const isSameDay = present?.date === wanted.date && isSameItem(present, wanted);
    return [
      ...checkLearnerClashes(wanted, shared),
      ...(isSameDay ? [] : expected.flatMap((learner) => checkDay(learner, wanted.date))),
    ];
  };
}

const checkDay = (learner: MoveLearner, date: PlainDate): readonly Finding[] => {
  const { name, juryOn } = learner;
  return [
    ...checkContracts(learner, [date]),
    ...(juryOn === null ? [] : checkOwnJury({ name, juryOn }, [date])),
  ];
};

type KnownLearner = MoveLearner & Follower;

interface Followers {
  followersOf(slot: PlannedSlot): readonly KnownLearner[];
  /** Whether a learner is expected at the half-day. */
  askAt(slot: PlannedSlot): (learner: KnownLearner) => boolean;
}

function prepareFollowers({ slots, learners, followings }: FollowingFacts): Followers {
  const runsOf = learners.map(() => new Set<string>());
  for (const { runId, learners: ranks } of followings)
    for (const rank of ranks) runsOf[rank]?.add(runId);
  const known = learners.map(
    (learner, rank): KnownLearner => ({
      ...learner,
      state: 'active',
      runIds: runsOf[rank] ?? new Set(),
      tutorings: [],
    }),
  );
  const byRun = new Map(
    followings.map(({ runId, learners: ranks }) => [
      runId,
      ranks.flatMap((rank) => known[rank] ?? []),
    ]),
  );
  const slotsOf = groupBy(slots, runOf);
  return {
    followersOf: (slot) => byRun.get(runOf(slot)) ?? [],
    askAt(slot) {
      const runId = runOf(slot);
      const halfDay = { ...slot, runId };
      const others = (slotsOf.get(runId) ?? []).filter(({ id }) => id !== slot.id);
      return (learner) => expectAt(halfDay, learner, others) !== null;
    },
  };
}

const runOf = (slot: PlannedSlot): string => runIdOf(slot.cohortId, slot, slot.groupNumber ?? 1);
