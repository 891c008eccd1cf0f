import { countNoun, formatTime, withDe } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useWrite } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useAct } from '../../lib/use-act.ts';
import classes from './assessment-events.module.css';
import {
  type Candidate,
  type EventView,
  isDue,
  nameSummons,
  tellSummons,
  whenOf,
} from './words.ts';

/** Who sits what, with the time they have, whether they are convoked and what is marked. */
export function CandidatesCard({ event }: { readonly event: EventView }) {
  const { candidates, canWrite } = event;
  const { send, isPending, problem, skipped } = useEventSummons(event);
  return (
    <SectionCard
      title="Candidats"
      hint={countNoun(candidates.length, 'candidat')}
      actions={canWrite && <SendAll event={event} onSend={send} />}
    >
      <ProblemAlert problem={problem} />
      {skipped.map((line) => (
        <p key={line} role="status" className={classes.text}>
          {keepFrenchSpaces(line)}
        </p>
      ))}
      <ul className={classes.lines}>
        {candidates.map((one) => (
          <CandidateRow
            key={one.enrolmentId}
            event={event}
            candidate={one}
            isPending={isPending}
            onSend={() => send([one.enrolmentId])}
          />
        ))}
      </ul>
    </SectionCard>
  );
}

interface CandidateRowProps {
  readonly event: EventView;
  readonly candidate: Candidate;
  readonly isPending: boolean;
  readonly onSend: () => void;
}

function CandidateRow({ event, candidate, isPending, onSend }: CandidateRowProps) {
  const { name, cohort, assessments, extraTimeWords, extraTimeEvidence, summons } = candidate;
  const { tone, word } = nameSummons(candidate);
  const verb = summons.state === 'none' ? 'Convoquer' : 'Reconvoquer';
  const canSend = event.canWrite && summons.obstacle === null && summons.state !== 'sending';
  const marked = assessments.filter(({ markedAttempt }) => markedAttempt !== null).length;
  return (
    <li>
      <div className={classes.head}>
        <div>
          <span className={classes.name}>
            {name}
            {cohort.id !== event.cohort.id && ` (${cohort.name})`}
          </span>
          <span className={classes.facts}>{assessments.map(({ title }) => title).join(' · ')}</span>
          {extraTimeWords && (
            <span className={classes.facts}>
              {keepFrenchSpaces(`Temps aménagé : ${extraTimeWords}`)}
              {extraTimeEvidence ? ` (${extraTimeEvidence})` : ''}
            </span>
          )}
          <span className={classes.facts}>{keepFrenchSpaces(tellSummons(candidate))}</span>
        </div>
        <StateBadge tone={tone}>{word}</StateBadge>
        {(event.canMark || marked > 0) && (
          <StateBadge tone={marked === assessments.length ? 'ok' : 'mute'}>
            {`${marked} sur ${assessments.length} ${marked < 2 ? 'notée' : 'notées'}`}
          </StateBadge>
        )}
        {canSend && (
          <Button
            size="compact-md"
            disabled={isPending}
            onClick={onSend}
            aria-label={`${verb} ${name}`}
          >
            {verb}
          </Button>
        )}
        {event.canMark && (
          <ButtonLink
            size="compact-md"
            to="/apprenants/$enrolmentId/epreuves"
            params={{ enrolmentId: candidate.enrolmentId }}
            search={{ seance: event.id } as never}
            aria-label={`Noter les épreuves ${withDe(name)}`}
          >
            Noter
          </ButtonLink>
        )}
      </div>
    </li>
  );
}

/** All those who wait for a convocation, after a look at what each will read. */
function SendAll({
  event,
  onSend,
}: {
  readonly event: EventView;
  readonly onSend: (enrolmentIds: string[]) => Promise<void>;
}) {
  const due = event.candidates.filter(isDue);
  if (due.length === 0) return null;
  const words = countNoun(due.length, 'candidat');
  return (
    <ConfirmButton
      variant="filled"
      label={`Convoquer ${words}`}
      title={`Convoquer ${words} ?`}
      loss={<Preview event={event} due={due} />}
      confirmLabel={`Convoquer ${words}`}
      confirmColor="brand"
      onConfirm={() => onSend(due.map(({ enrolmentId }) => enrolmentId))}
    />
  );
}

/** What the mails say, candidate by candidate. */
function Preview({
  event,
  due,
}: {
  readonly event: EventView;
  readonly due: readonly Candidate[];
}) {
  return (
    <>
      <p className={classes.text}>
        {keepFrenchSpaces(
          `Évaluation du bloc ${event.block.code}, ${whenOf(event)}, ${event.place}. Chacun reçoit un mail, avec sa convocation en PDF et un fichier pour son agenda.`,
        )}
      </p>
      <ul className={classes.lines}>
        {due.map(({ enrolmentId, name, assessments, extraTimeWords }) => (
          <li key={enrolmentId}>
            <span className={classes.name}>{name}</span>
            <span className={classes.facts}>
              {keepFrenchSpaces(
                [
                  `à ${formatTime(event.startsAt)}`,
                  assessments.map(({ title }) => title).join(', '),
                  extraTimeWords,
                ]
                  .filter(Boolean)
                  .join(' · '),
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function useEventSummons({ id }: EventView) {
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const write = useWrite('POST /assessment-events/:eventId/summons');
  const act = useAct(async (enrolmentIds: string[]) => {
    const { sent, skipped: left } = await write.mutateAsync({
      params: { eventId: id },
      body: { enrolmentIds },
    });
    setSkipped(left);
    if (sent > 0)
      await notifyDone(`${countNoun(sent, 'convocation demandée', 'convocations demandées')}.`);
  });
  return { send: act.run, isPending: act.isPending, problem: act.problem, skipped };
}
