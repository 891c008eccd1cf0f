import { capitalise, formatLongDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useParam } from '../../lib/use-param.ts';
import classes from './assessment-events.module.css';
import { CandidatesCard } from './candidates-card.tsx';
import { ChangeEvent } from './change-event.tsx';
import { EndEvent } from './end-event.tsx';
import { assessorsOf, type EventView, whenOf } from './words.ts';

const LOOK_AGAIN_MS = 2000;

/** One event: who sits what, where and before whom, who has been convoked, and what is marked. */
export function Page() {
  const eventId = useParam('eventId');
  const [isSending, setSending] = useState(false);
  const read = useRead(
    'GET /assessment-events/:eventId',
    { params: { eventId } },
    { refetchInterval: isSending ? LOOK_AGAIN_MS : false },
  );
  const stillSending =
    read.data?.candidates.some(
      ({ summons }) =>
        summons.state === 'sending' ||
        (summons.state === 'sent' && summons.sending?.state === 'waiting'),
    ) ?? false;
  if (read.data && stillSending !== isSending) setSending(stillSending);
  return <WhenRead read={read}>{(event) => <EventSheet key={event.id} event={event} />}</WhenRead>;
}

function EventSheet({ event }: { readonly event: EventView }) {
  const [isChanging, setChanging] = useState(false);
  const { cohort, block, canWrite, canMark, cancelReason } = event;
  const isMarkedInGrid = event.candidates.some((one) => one.cohort.id === cohort.id);
  return (
    <>
      <PageHeader
        title={`Évaluation du bloc ${block.code}, ${sayState(event)}`}
        overline={
          <>
            <TextLink to="/cohortes/$cohortId/evaluations" params={{ cohortId: cohort.id }}>
              {cohort.name}
            </TextLink>{' '}
            · {block.name}
          </>
        }
        actions={
          !isChanging && (
            <>
              {canWrite && <Button onClick={() => setChanging(true)}>Modifier</Button>}
              {canWrite && <EndEvent event={event} />}
              {canMark && isMarkedInGrid && (
                <ButtonLink
                  variant="filled"
                  to="/cohortes/$cohortId/epreuves/$blockCode"
                  params={{ cohortId: cohort.id, blockCode: block.code }}
                  search={{ seance: event.id } as never}
                >
                  Noter les épreuves
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {isChanging ? (
        <ChangeEvent event={event} onClose={() => setChanging(false)} />
      ) : (
        <>
          <SectionCard title="La séance" {...(cancelReason === null ? {} : { hint: 'annulée' })}>
            <p className={classes.text}>
              <strong>{keepFrenchSpaces(capitalise(whenOf(event)))}</strong>
            </p>
            <p className={classes.text}>{event.place}</p>
            <p className={classes.text}>
              {event.assessors.length > 1 ? 'Évaluateurs' : 'Évaluateur'} : {assessorsOf(event)}
            </p>
            {cancelReason !== null && <p className={classes.text}>Annulée : {cancelReason}</p>}
          </SectionCard>
          <Remarks event={event} />
          <CandidatesCard event={event} />
        </>
      )}
    </>
  );
}

/** What has changed around the event since it was prepared, and what speaks against it. */
function Remarks({ event: { moved, findings } }: { readonly event: EventView }) {
  if (moved === null && findings.length === 0) return null;
  return (
    <SectionCard title="À regarder" tone="attention">
      <ul className={classes.remarks}>
        {moved !== null && <li>{keepFrenchSpaces(moved)}</li>}
        {findings.map(({ rule, path, message }) => (
          <li key={`${rule} ${path} ${message}`}>{keepFrenchSpaces(message)}</li>
        ))}
      </ul>
    </SectionCard>
  );
}

function sayState({ heldOn, cancelReason }: EventView): string {
  const day = formatLongDay(heldOn);
  return cancelReason === null ? `le ${day}` : `prévue le ${day} et annulée`;
}
