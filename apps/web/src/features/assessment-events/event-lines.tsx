import type { AssessmentEventHeader } from '@jalon/contract';
import { capitalise, countNoun } from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './assessment-events.module.css';
import { assessorsOf, nameEvent, whenOf } from './words.ts';

interface EventLinesProps {
  readonly title: string;
  readonly events: readonly AssessmentEventHeader[];
  readonly today: string;
  /** On the page of the cohort itself, its name is not said again. */
  readonly isOfCohort?: boolean;
}

/** Events under one title; nothing without any. */
function EventLines({ title, events, today, isOfCohort = false }: EventLinesProps) {
  if (events.length === 0) return null;
  return (
    <SectionCard title={title} hint={events.length}>
      <RowList>
        {events.map((event) => {
          const { tone, word } = nameEvent(event, today);
          return (
            <li key={event.id}>
              <div>
                <TextLink to="/evaluations/$eventId" params={{ eventId: event.id }} fw={600}>
                  {keepFrenchSpaces(`Bloc ${event.block.code} · ${capitalise(whenOf(event))}`)}
                </TextLink>
                <span className={classes.facts}>
                  {keepFrenchSpaces(
                    [
                      isOfCohort ? '' : event.cohort.name,
                      event.place,
                      assessorsOf(event),
                      countNoun(event.candidateCount, 'candidat'),
                      event.cancelReason,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  )}
                </span>
              </div>
              <StateBadge tone={tone}>{word}</StateBadge>
            </li>
          );
        })}
      </RowList>
    </SectionCard>
  );
}

/** What is held today, what is to come, and what is over, the last one first. */
export function EventsByTime({ events, ...rest }: Omit<EventLinesProps, 'title'>) {
  const { today } = rest;
  const stands = events.filter(({ cancelReason }) => cancelReason === null);
  const isOver = ({ heldOn, cancelReason }: AssessmentEventHeader) =>
    heldOn < today || cancelReason !== null;
  return (
    <>
      <EventLines
        title="Aujourd’hui"
        events={stands.filter(({ heldOn }) => heldOn === today)}
        {...rest}
      />
      <EventLines
        title="À venir"
        events={stands.filter(({ heldOn }) => heldOn > today)}
        {...rest}
      />
      <EventLines
        title="Passées ou annulées"
        events={events.filter(isOver).toReversed()}
        {...rest}
      />
    </>
  );
}
