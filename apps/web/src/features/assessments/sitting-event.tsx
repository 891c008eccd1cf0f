import type { AssessmentEventView } from '@jalon/contract';
import { capitalise, formatLongDay, formatTime, joinWords } from '@jalon/domain';
import type { ReactNode } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useKeptRead } from '../../lib/kept-reads.ts';
import { useSession } from '../../lib/session.ts';
import classes from './assessments.module.css';

export type SittingEvent = AssessmentEventView;

/** When and by whom épreuves are marked, and the event at which they are; `null` without one. */
export interface Sitting {
  readonly heldOn: string;
  readonly assessorName: string;
  readonly event: SittingEvent | null;
}

interface WithEventProps {
  readonly eventId: string;
  readonly children: (event: SittingEvent) => ReactNode;
}

/** The event that is being marked; kept on the device, as the grid is. */
export function WithEvent({ eventId, children }: WithEventProps) {
  const params = { eventId };
  const read = useKeptRead('GET /assessment-events/:eventId', { params }, useSession());
  return <WhenRead read={read}>{({ answer }) => children(answer)}</WhenRead>;
}

/** The event says the day and who assesses; marks are nobody's but theirs. */
export const startSitting = (event: SittingEvent | null): Sitting => ({
  heldOn: event?.heldOn ?? '',
  assessorName: joinWords((event?.assessors ?? []).map(({ name }) => name)),
  event,
});

/** The event at which this candidate sits this épreuve; `null` when it is not planned there. */
export function eventIdFor(
  { event }: Sitting,
  enrolmentId: string,
  blockCode: string,
  assessmentCode: string,
): string | null {
  const candidate = event?.candidates.find((one) => one.enrolmentId === enrolmentId);
  const isPlanned = candidate?.assessments.some(({ code }) => code === assessmentCode) ?? false;
  return event?.block.code === blockCode && isPlanned ? event.id : null;
}

/** « Séance du jeudi 3 décembre 2026 à 9 h, Salle 2 », above what is marked there. */
export const EventBanner = ({ event }: { readonly event: SittingEvent }) => (
  <p className={classes.banner}>
    <TextLink to="/evaluations/$eventId" params={{ eventId: event.id }} underline="always">
      {keepFrenchSpaces(`Séance du ${formatLongDay(event.heldOn)} à ${formatTime(event.startsAt)}`)}
    </TextLink>
    {keepFrenchSpaces(
      ` · ${capitalise(event.place)} · Ce qui est noté ici porte la séance, son lieu et ses évaluateurs.`,
    )}
  </p>
);
