import { formatSpokenName } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { loadFollowers } from '../facts/load-followers.ts';
import type { PlacedState } from './load-changes.ts';

/** Someone whose calendar a half-day is in, or was. */
export interface Concerned {
  readonly personId: string;
  readonly role: 'learner' | 'trainer' | 'tutor';
}

/** The same, with the learner through whom a tutor is concerned. */
export interface ConcernedBy extends Concerned {
  readonly learnerName: string | null;
}

/** Whose calendar a half-day in this state is in; nobody's once it is cancelled. */
export type ListConcerned = (state: PlacedState) => readonly ConcernedBy[];

/**
 * Who is concerned by half-days of these module runs: their trainer, those who are expected at them,
 * and the tutor whose practice they leave or come back to.
 *
 * @param only that person, everyone without it
 */
export async function loadConcerned(
  tx: Tx,
  moduleRunIds: readonly string[],
  only?: Concerned,
): Promise<ListConcerned> {
  const own = only ? learnersOf(only) : {};
  const followers = await loadFollowers(tx, { ...own, state: 'active' }, moduleRunIds);
  return (state) => {
    if (state.isCancelled) return [];
    const expected = followers.listAt(state).flatMap(({ follower: { person }, tutorIds }) => [
      { personId: person.id, role: 'learner' as const, learnerName: null },
      ...tutorIds.map((personId) => ({
        personId,
        role: 'tutor' as const,
        learnerName: formatSpokenName(person),
      })),
    ]);
    const { trainerId } = state;
    return trainerId
      ? [...expected, { personId: trainerId, role: 'trainer', learnerName: null }]
      : expected;
  };
}

const learnersOf = ({ personId, role }: Concerned): Prisma.EnrolmentWhereInput =>
  role === 'tutor' ? { person: { employments: { some: { tutorId: personId } } } } : { personId };
