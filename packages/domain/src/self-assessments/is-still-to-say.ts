import { addDays, type PlainDate } from '../plain-date.ts';

/** What was said just before a campaign opens is still the learner's word on it. */
const STILL_FRESH_DAYS = 14;

/**
 * Whether a campaign still invites a learner to say where a block is (DOMAIN 4.5): until they have
 * sent their word, or when it is older than two weeks at the opening.
 * @param sentOn day of their last word on the block; `null` while there is none
 */
export const isStillToSay = (sentOn: PlainDate | null, opensOn: PlainDate): boolean =>
  sentOn === null || sentOn < addDays(opensOn, -STILL_FRESH_DAYS);
