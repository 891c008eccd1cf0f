import type { FeedKind, Role } from '../vocabulary.ts';

/** Somebody with the roles that stand today. */
export interface FeedReaderFacts {
  readonly personId: string;
  readonly roles: readonly Role[];
}

/**
 * Whether somebody may read by a secret address what it shows, today: their own half-days in the role
 * that has them, and those of the centre (its cohorts, rooms and trainers) for its coordination. The
 * address answers as long as whoever made it may, and is renewed by nobody else.
 */
export const mayReadFeed = (
  { kind, subjectId }: { readonly kind: FeedKind; readonly subjectId: string },
  { personId, roles }: FeedReaderFacts,
): boolean => {
  if ((kind === 'learner' || kind === 'tutor' || kind === 'trainer') && subjectId === personId)
    return roles.includes(kind) || (kind === 'trainer' && roles.includes('coordinator'));
  return kind !== 'learner' && kind !== 'tutor' && roles.includes('coordinator');
};
