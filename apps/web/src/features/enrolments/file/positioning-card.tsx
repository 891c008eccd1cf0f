import type { PositioningsView, PositioningView } from '@jalon/contract';
import { formatDay, positioningOutcomeNames } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { StateBadge, type Tone } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import classes from '../enrolments.module.css';
import { PositioningDrawer } from './positioning-drawer.tsx';

type Standing = NonNullable<PositioningsView['standing']>;

const states: Record<Standing['state'], { readonly word: string; readonly tone: Tone }> = {
  to_do: { word: 'À noter', tone: 'warn' },
  missing: { word: 'Non noté', tone: 'warn' },
  late: { word: 'Après l’entrée', tone: 'warn' },
  enrolled_though_refused: { word: 'Refus', tone: 'bad' },
  done: { word: 'Noté', tone: 'ok' },
};

interface PositioningCardProps {
  readonly enrolmentId: string;
  readonly learnerName: string;
}

/** The trace of the learner's positioning, and what it lacks; nothing for a route without training. */
export function PositioningCard(props: PositioningCardProps) {
  const read = useRead('GET /enrolments/:enrolmentId/positionings', {
    params: { enrolmentId: props.enrolmentId },
  });
  return <WhenRead read={read}>{(view) => <Positionings {...props} view={view} />}</WhenRead>;
}

function Positionings({
  enrolmentId,
  learnerName,
  view: { standing, positioning, former },
}: PositioningCardProps & { readonly view: PositioningsView }) {
  const [isOpen, drawer] = useDisclosure();
  if (!standing) return null;
  return (
    <SectionCard
      title="Positionnement"
      actions={
        <Can permission="enrolment:write">
          <Button size="xs" onClick={drawer.open}>
            {positioning ? 'Corriger' : 'Noter le positionnement'}
          </Button>
        </Can>
      }
      isFlush
    >
      <div className={classes.row}>
        <div className={classes.grow}>
          {standing.sentence}
          {positioning?.adaptation && <div>Adapté : {positioning.adaptation}</div>}
          {positioning?.motive && <div className={classes.soft}>Motif : {positioning.motive}</div>}
          <div className={classes.soft}>
            <SourceNote source={standing.source} />
          </div>
        </div>
        <StateBadge tone={states[standing.state].tone}>{states[standing.state].word}</StateBadge>
      </div>
      {positioning && former.length > 0 && (
        <ul className={classes.rows}>
          {former.map((one, index) => (
            <li key={one.revision} className={classes.row}>
              <div className={classes.soft}>{describe(one, former[index - 1] ?? positioning)}</div>
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <PositioningDrawer
          enrolmentId={enrolmentId}
          learnerName={learnerName}
          positioning={positioning}
          onClose={drawer.close}
        />
      )}
    </SectionCard>
  );
}

/** A trace that was put right: what it said, then when and why another took its place. */
const describe = (one: PositioningView, next: PositioningView): string =>
  [
    `Avant : ${positioningOutcomeNames[one.outcome].toLowerCase()}, le ${formatDay(one.heldOn)} par ${one.ledBy}`,
    one.adaptation && `adapté : ${one.adaptation}`,
    one.motive && `motif : ${one.motive}`,
    `corrigé le ${formatDay(next.recordedOn)} (${next.because})`,
  ]
    .filter(Boolean)
    .join(' · ');
