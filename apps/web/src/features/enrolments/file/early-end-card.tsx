import type { EnrolmentFile } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { StateBadge, type Tone } from '../../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from '../enrolments.module.css';
import { EarlyEndDrawer } from './early-end-drawer.tsx';

type EarlyEnd = NonNullable<EnrolmentFile['earlyEnd']>;

/** The early end of a *période de reconversion* and its declaration to the OPCO; nothing without one. */
export function EarlyEndCard({ file }: { readonly file: EnrolmentFile }) {
  const [isOpen, drawer] = useDisclosure();
  const { earlyEnd } = file;
  if (!earlyEnd) return null;
  const { declaration } = earlyEnd;
  const { word, tone } = describe(earlyEnd);
  return (
    <SectionCard
      title="Fin anticipée"
      actions={
        <Can permission="enrolment:write">
          <Button size="xs" onClick={drawer.open}>
            {declaration ? 'Corriger la déclaration' : 'Noter la déclaration'}
          </Button>
        </Can>
      }
      isFlush
    >
      <div className={classes.row}>
        <div className={classes.grow}>
          {keepFrenchSpaces(declaration ? earlyEnd.facts : earlyEnd.sentence)}
          <div className={classes.soft}>
            {declaration?.reference ? `réf. ${declaration.reference} · ` : ''}
            {declaration ? `fin le ${formatDay(earlyEnd.anchorOn)} · ` : ''}
            <SourceNote source={earlyEnd.source} />
          </div>
        </div>
        <StateBadge tone={tone}>{word}</StateBadge>
      </div>
      {isOpen && (
        <EarlyEndDrawer
          enrolmentId={file.id}
          learnerName={file.person.name}
          declaration={declaration}
          onClose={drawer.close}
        />
      )}
    </SectionCard>
  );
}

function describe({ urgency, settledOn, dueOn }: EarlyEnd): { word: string; tone: Tone } {
  if (settledOn !== null)
    return settledOn <= dueOn
      ? { word: 'Déclarée', tone: 'ok' }
      : { word: 'Déclarée hors délai', tone: 'warn' };
  return urgency === 'late'
    ? { word: 'En retard', tone: 'bad' }
    : { word: 'À déclarer', tone: 'warn' };
}
