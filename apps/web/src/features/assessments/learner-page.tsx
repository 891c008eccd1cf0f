import type { Answer } from '@jalon/contract';
import { formatDay, formatShortDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { LearnerTabs } from '../../components/learner-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import classes from './assessments.module.css';
import { AttemptForm } from './attempt-form.tsx';
import { CredentialsSection } from './credentials-section.tsx';
import { RemoveRecord } from './remove-record.tsx';
import { EventBanner, type SittingEvent, startSitting, WithEvent } from './sitting-event.tsx';
import { cellWords } from './words.ts';

type File = Answer<'GET /enrolments/:enrolmentId/assessments'>;
type Block = File['blocks'][number];
type Assessment = Block['assessments'][number];

/** One learner's épreuves, attempt by attempt, and attestations. */
export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId/assessments', { params: { enrolmentId } });
  const [eventId] = useSearchParam('seance');
  return (
    <WhenRead read={read}>
      {(file) =>
        eventId === undefined ? (
          <FileView file={file} event={null} />
        ) : (
          <WithEvent eventId={eventId}>
            {(event) => <FileView key={eventId} file={file} event={event} />}
          </WithEvent>
        )
      }
    </WhenRead>
  );
}

interface FileViewProps {
  readonly file: File;
  /** The assessment event at which the learner is marked; `null` outside any. */
  readonly event: SittingEvent | null;
}

function FileView({ file, event }: FileViewProps) {
  const { learner, cohort, blocks } = file;
  const [chosen, setChosen] = useState<{ block: string; code: string } | null>(null);
  const block = blocks.find(({ code }) => code === chosen?.block);
  const assessment = block?.assessments.find(({ code }) => code === chosen?.code);
  const ready = blocks.filter(({ summary, acquiredOn }) => summary.isMet || acquiredOn).length;
  return (
    <>
      <PageHeader
        overline={
          <>
            Épreuves ·{' '}
            <TextLink
              to="/cohortes/$cohortId/epreuves/$blockCode"
              params={{ cohortId: cohort.id, blockCode: blocks[0]?.code ?? '' }}
            >
              {cohort.name}
            </TextLink>
          </>
        }
        title={`${learner.name} : assez d’épreuves dans ${ready} bloc${ready < 2 ? '' : 's'} sur ${blocks.length}`}
      />
      <LearnerTabs enrolmentId={learner.enrolmentId} />
      {event && <EventBanner event={event} />}
      <CredentialsSection enrolmentId={learner.enrolmentId} />
      {blocks.map((one) => (
        <BlockSection
          key={one.code}
          block={one}
          onOpen={(code) => setChosen({ block: one.code, code })}
        />
      ))}
      {block && assessment && (
        <SidePanel
          key={assessment.code}
          overline={`${learner.name} · ${block.code}`}
          title={`${assessment.title} : ${cellWords[assessment.cell.state].label}`}
          onClose={() => setChosen(null)}
        >
          <AttemptForm
            cohortId={cohort.id}
            enrolmentId={learner.enrolmentId}
            learnerName={learner.name}
            blockCode={block.code}
            assessment={assessment}
            cell={assessment.cell}
            sitting={startSitting(event)}
            onDone={() => setChosen(null)}
          />
        </SidePanel>
      )}
    </>
  );
}

function BlockSection({
  block,
  onOpen,
}: {
  readonly block: Block;
  readonly onOpen: (code: string) => void;
}) {
  const canWrite = block.canMark && block.acquiredOn === null;
  return (
    <SectionCard
      title={`${block.code} · ${block.name}`}
      hint={
        block.acquiredOn
          ? `acquis au jury du ${formatDay(block.acquiredOn)}`
          : block.summary.sentence
      }
    >
      <RowList>
        {block.assessments.map((assessment) => (
          <li key={assessment.code}>
            <div>
              <strong>{assessment.title}</strong>
              {assessment.mandatory && <span className={classes.quiet}> obligatoire</span>}
              <History assessment={assessment} canRemove={canWrite} />
            </div>
            <StateBadge tone={cellWords[assessment.cell.state].tone}>
              {cellWords[assessment.cell.state].label}
            </StateBadge>
            {canWrite && assessment.credentialCode === null && (
              <Button size="compact-sm" onClick={() => onOpen(assessment.code)}>
                {labelOf(assessment)}
              </Button>
            )}
          </li>
        ))}
      </RowList>
    </SectionCard>
  );
}

function labelOf({ cell }: Assessment): string {
  if (!cell.current) return 'Noter';
  return cell.nextAttempt === null ? 'Corriger' : 'Repasser ou corriger';
}

function History({
  assessment: { history, title, cell },
  canRemove,
}: {
  readonly assessment: Assessment;
  readonly canRemove: boolean;
}) {
  if (history.length === 0) return null;
  return (
    <ul className={classes.history}>
      {history.map((attempt) => (
        <li key={attempt.id} data-superseded={attempt.isSuperseded}>
          n° {attempt.attempt}, le {formatShortDay(attempt.heldOn)} :{' '}
          {attempt.isAcquired ? 'acquise' : 'non acquise'}, {attempt.assessorName}
          {attempt.event && (
            <>
              {', '}
              <TextLink to="/evaluations/$eventId" params={{ eventId: attempt.event.id }} size="sm">
                {attempt.event.place}
              </TextLink>
            </>
          )}
          {attempt.removedBecause !== null && ` (retiré : ${attempt.removedBecause})`}
          {attempt.isSuperseded && attempt.removedBecause === null && ' (corrigé)'}
          {attempt.comment && ` · ${attempt.comment}`}
          {canRemove && attempt.id === cell.current?.id && (
            <RemoveRecord
              record={{ kind: 'result', id: attempt.id }}
              what={`le passage n° ${attempt.attempt} de « ${title} »`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
