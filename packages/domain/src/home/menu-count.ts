import type { DeadlineUrgency } from '../deadlines/describe-deadline.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DispensationState, JurySessionState } from '../vocabulary.ts';
import { dispensationLateFrom } from './write-clock-rows.ts';
import { isReviewLate } from './write-review-rows.ts';

/** The pages whose entry of the menu says how many things wait there. */
export const menuEntries = [
  'dispensations',
  'attendance',
  'appraisals',
  'juries',
  'certificates',
  'registry-reports',
  'deadlines',
] as const;
export type MenuEntry = (typeof menuEntries)[number];

/** How pressing the most pressing of the rows is: past its day, near it, or only waiting. */
export const menuUrgencies = ['late', 'at_risk', 'waiting'] as const;
export type MenuUrgency = (typeof menuUrgencies)[number];

export interface MenuCount {
  readonly entry: MenuEntry;
  /** The rows that the page lists by itself, before anything is chosen on it. */
  readonly count: number;
  readonly worst: MenuUrgency;
}

/** What an entry of the menu says of its rows: how many, and the worst among them. */
export const countMenu = (entry: MenuEntry, rows: readonly MenuUrgency[]): MenuCount => ({
  entry,
  count: rows.length,
  worst: menuUrgencies.find((urgency) => rows.includes(urgency)) ?? 'waiting',
});

/** A deadline that the page of deadlines lists by itself: past, or within 90 days (DOMAIN 6). */
export const isDeadlineNear = (urgency: DeadlineUrgency): boolean =>
  urgency === 'late' || urgency === 'within_30' || urgency === 'within_90';

/** A dispensation that somebody has still to send or to answer (DOMAIN 5.2). */
export const isDispensationOpen = (state: DispensationState): boolean =>
  state === 'draft' || state === 'filed' || state === 'transmitted';

/** A dispensation is late once the branch has been silent for more than 30 days. */
export const dispensationUrgency = (
  { state, transmittedOn }: { state: DispensationState; transmittedOn: PlainDate | null },
  today: PlainDate,
): MenuUrgency =>
  state === 'transmitted' && transmittedOn !== null && today >= dispensationLateFrom(transmittedOn)
    ? 'late'
    : 'waiting';

/** An appraisal that is awaited, or to be asked of another tutor, is late once its day has passed. */
export const appraisalUrgency = (dueOn: PlainDate | null, today: PlainDate): MenuUrgency =>
  dueOn !== null && dueOn < today ? 'late' : 'waiting';

/** A joint review that was held waits for its signatures, and is late once they are asked again. */
export const reviewUrgency = (heldOn: PlainDate, today: PlainDate): MenuUrgency =>
  isReviewLate(heldOn, today) ? 'late' : 'waiting';

/** A session of the jury that is still to be held or closed. */
export const isJuryToHold = (state: JurySessionState): boolean => state !== 'closed';

/** A session is late once its day has passed and it is not closed; that of today presses. */
export const juryUrgency = (heldOn: PlainDate, today: PlainDate): MenuUrgency =>
  heldOn < today ? 'late' : heldOn === today ? 'at_risk' : 'waiting';

/** A learner for whom the office has a certificate to issue, or its copy for the CPAM to see to. */
export const isCertificateToSettle = (standing: {
  readonly certificate: { readonly cpamCopySentOn: PlainDate | null } | null;
  readonly readiness: { readonly outcome: 'ready' | 'not_ready' };
}): boolean =>
  standing.certificate === null
    ? standing.readiness.outcome === 'ready'
    : standing.certificate.cpamCopySentOn === null;
