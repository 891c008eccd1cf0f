import { formatSpokenName, groupBy, type NetTurn } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { type Followers, loadFollowers } from '../facts/load-followers.ts';
import type { PlacedState } from './load-changes.ts';

/** Someone whose calendar a half-day is in, or was. */
export interface Concerned {
  readonly personId: string;
  readonly role: 'learner' | 'trainer' | 'tutor';
}

/** The same, with the enrolment through which a learner is concerned, or a tutor by their learner. */
export interface ConcernedBy extends Concerned {
  readonly enrolmentId: string | null;
  readonly learnerName: string | null;
}

/** Whose calendar a half-day in this state is in; nobody's once it is cancelled. */
type ListConcerned = (state: PlacedState) => readonly ConcernedBy[];

/** Those concerned on the paths as they were before they turned, and as they are since. */
export interface ConcernedOnPaths {
  readonly before: ListConcerned;
  readonly after: ListConcerned;
}

/**
 * Who is concerned by half-days of these module runs: their trainer, those who are expected at them,
 * and the tutor whose practice they leave or come back to.
 *
 * @param turns what changed of the paths meanwhile
 * @param only that person, everyone without it
 */
export async function loadConcerned(
  tx: Tx,
  moduleRunIds: readonly string[],
  turns: readonly NetTurn[],
  only?: Concerned,
): Promise<ConcernedOnPaths> {
  const own = only ? learnersOf(only) : {};
  const followers = await loadFollowers(
    tx,
    { ...own, state: 'active' },
    moduleRunIds,
    turns.map(({ enrolmentId }) => enrolmentId),
  );
  return {
    before: listAt(turnPaths(followers, turns, 'was')),
    after: listAt(turnPaths(followers, turns, 'is')),
  };
}

function turnPaths(followers: Followers, turns: readonly NetTurn[], side: 'was' | 'is'): Followers {
  const turned = groupBy(turns, ({ enrolmentId }) => enrolmentId);
  return followers.onPaths(({ enrolmentId, runIds }) => {
    const own = turned.get(enrolmentId) ?? [];
    const gone = new Set(own.map(({ moduleRunId }) => moduleRunId));
    return new Set([
      ...[...runIds].filter((id) => !gone.has(id)),
      ...own.filter((turn) => turn[side]).map(({ moduleRunId }) => moduleRunId),
    ]);
  });
}

const listAt =
  (followers: Followers): ListConcerned =>
  (state) => {
    if (state.isCancelled) return [];
    const expected = followers.listAt(state).flatMap(({ follower, tutorIds }) => {
      const { enrolmentId, person } = follower;
      const learnerName = formatSpokenName(person);
      return [
        { personId: person.id, role: 'learner' as const, enrolmentId, learnerName: null },
        ...tutorIds.map((personId) => ({
          personId,
          role: 'tutor' as const,
          enrolmentId,
          learnerName,
        })),
      ];
    });
    const { trainerId } = state;
    return trainerId
      ? [
          ...expected,
          { personId: trainerId, role: 'trainer', enrolmentId: null, learnerName: null },
        ]
      : expected;
  };

const learnersOf = ({ personId, role }: Concerned): Prisma.EnrolmentWhereInput =>
  role === 'tutor' ? { person: { employments: { some: { tutorId: personId } } } } : { personId };
