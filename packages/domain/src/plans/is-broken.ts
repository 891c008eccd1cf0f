import type { Finding } from '../finding.ts';

const alone =
  /^plan\.(not-on-|trainer-absent|trainer-works|trainer-qualified|room-(?:open|on-site|seats|equipped)|names-known|within-cohort|within-contracts|after-positioning|before-limit)/;
const shared = /^plan\.(trainer-free|room-free|learners-free|group-free|day-at-most-7h)/;

/** Whether a half-day breaks that rule by itself, whatever becomes of the others. */
export const isBrokenAlone = ({ rule }: Finding): boolean => alone.test(rule);

const together =
  /^plan\.(trainer-free|room-free|learners-free|group-free|day-at-most-7h|trainer-week|order)$/;

/** Whether several half-days break that rule among themselves: one of them is enough to change. */
export const isBrokenTogether = ({ rule }: Finding): boolean => together.test(rule);

/** Whether a half-day can no longer be held as it is; hours still to place are not its fault. */
export const isBrokenNow = (finding: Finding): boolean =>
  isBrokenAlone(finding) || shared.test(finding.rule);

const odd = /^plan\.(usual-weekday|is-half-day)$/;

/** Whether a half-day is where no plan would put one, though nothing speaks against holding it. */
export const isOddMoment = ({ rule }: Finding): boolean => odd.test(rule);
