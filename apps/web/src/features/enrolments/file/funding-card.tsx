import type { EnrolmentFile, FundingRequestView } from '@jalon/contract';
import { type FundingState, formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { StateBadge, type Tone } from '../../../components/state-badge.tsx';
import classes from '../enrolments.module.css';
import { FundingDrawer } from './funding-drawer.tsx';

const states: Record<FundingState, { readonly word: string; readonly tone: Tone }> = {
  to_send: { word: 'À envoyer', tone: 'warn' },
  sent: { word: 'En attente', tone: 'ready' },
  unanswered: { word: 'Sans réponse', tone: 'warn' },
  accepted: { word: 'Accordée', tone: 'ok' },
  accepted_by_silence: { word: 'Accord tacite', tone: 'ok' },
  refused: { word: 'Refusée', tone: 'bad' },
};

/** What goes to the OPCO for this learner and what it answered; nothing for a route without paper. */
export function FundingCard({ file }: { readonly file: EnrolmentFile }) {
  const [edited, setEdited] = useState<FundingRequestView | 'new' | null>(null);
  const { standing, requests, canSend } = file.funding;
  if (!standing && requests.length === 0) return null;
  return (
    <SectionCard
      title="Prise en charge par l’OPCO"
      actions={
        canSend && (
          <Can permission="enrolment:write">
            <Button size="xs" onClick={() => setEdited('new')}>
              Noter l’envoi
            </Button>
          </Can>
        )
      }
      isFlush
    >
      {standing && (
        <div className={classes.row}>
          <div className={classes.grow}>
            {standing.sentence}
            <div className={classes.soft}>
              <SourceNote source={standing.source} />
            </div>
          </div>
          <StateBadge
            tone={
              standing.state === 'to_send' && standing.isLate ? 'bad' : states[standing.state].tone
            }
          >
            {states[standing.state].word}
          </StateBadge>
        </div>
      )}
      {requests.length > 0 && (
        <ul className={classes.rows}>
          {requests.map((request) => (
            <li key={request.id} className={classes.row}>
              <div className={classes.grow}>
                <div className={classes.strong}>Envoyé le {formatDay(request.sentOn)}</div>
                <div className={classes.soft}>{describe(request)}</div>
              </div>
              <Can permission="enrolment:write">
                <Button
                  size="xs"
                  onClick={() => setEdited(request)}
                  aria-label={`Compléter l’envoi du ${formatDay(request.sentOn)}`}
                >
                  {request.answer === null ? 'Noter la réponse' : 'Corriger'}
                </Button>
              </Can>
            </li>
          ))}
        </ul>
      )}
      {edited && (
        <FundingDrawer
          enrolmentId={file.id}
          learnerName={file.person.name}
          request={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </SectionCard>
  );
}

const answerWords = { accepted: 'accordée', refused: 'refusée' } as const;

const describe = ({ reference, receivedOn, answer, answeredOn }: FundingRequestView): string =>
  [
    reference && `réf. ${reference}`,
    receivedOn && `reçu le ${formatDay(receivedOn)}`,
    answer && answeredOn
      ? `${answerWords[answer]} le ${formatDay(answeredOn)}`
      : 'pas de réponse notée',
  ]
    .filter(Boolean)
    .join(' · ');
