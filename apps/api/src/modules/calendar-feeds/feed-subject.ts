import { createHash } from 'node:crypto';
import type { FeedKind } from '@jalon/domain';

/** Whose half-days a feed holds: a person, a cohort or a room. */
export interface FeedSubject {
  readonly kind: FeedKind;
  readonly subjectId: string;
}

/** The same, with the centre it is of. */
export interface CentreFeed extends FeedSubject {
  readonly centreId: string;
}

/** All that the database knows of a secret address. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');
