import type { TrainerFile } from '@jalon/contract';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { PersonFeeds } from '../../components/calendar-feed/person-feeds.tsx';
import { Can } from '../../components/can.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ReasonList } from '../../components/reason-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { AbsenceDialog, AbsencesCard } from './absences-card.tsx';
import { AccreditationsCard } from './accreditations-card.tsx';
import { SubjectsCard } from './subjects-card.tsx';
import classes from './trainers.module.css';
import { WeekCard } from './week-card.tsx';
import { readinessWords } from './words.ts';

interface TrainerFileViewProps {
  readonly file: TrainerFile;
  readonly title: string;
  readonly overline?: ReactNode;
  /** On the link to the calendar: « Voir ses créneaux ». */
  readonly calendarLabel: string;
}

/** A trainer's file: whether a plan can count on them, and everything it must know. */
export function TrainerFileView({ file, title, overline, calendarLabel }: TrainerFileViewProps) {
  const { word, tone } = readinessWords[file.readiness.outcome];
  return (
    <>
      <PageHeader
        title={title}
        overline={overline}
        actions={<Actions file={file} calendarLabel={calendarLabel} />}
      />
      <div className={classes.columns}>
        <div>
          <WeekCard file={file} />
          <SubjectsCard file={file} />
        </div>
        <div>
          <SectionCard
            title="Prêt pour le plan ?"
            actions={<StateBadge tone={tone}>{word}</StateBadge>}
          >
            <ReasonList reasons={file.readiness.reasons} />
          </SectionCard>
          <AccreditationsCard file={file} />
          <AbsencesCard file={file} />
          <Can permission="person:read">
            <SectionCard title="Adresses d’agenda">
              <PersonFeeds people={[{ personId: file.personId, name: file.spokenName }]} />
            </SectionCard>
          </Can>
        </div>
      </div>
    </>
  );
}

function Actions({ file, calendarLabel }: Pick<TrainerFileViewProps, 'file' | 'calendarLabel'>) {
  const [isOpen, dialog] = useDisclosure();
  return (
    <>
      <ButtonLink to="/calendrier" search={{ formateur: file.personId } as never}>
        {calendarLabel}
      </ButtonLink>
      <Can permission="trainer:write">
        <Button onClick={dialog.open}>Noter une absence</Button>
        {isOpen && <AbsenceDialog file={file} onClose={dialog.close} />}
      </Can>
    </>
  );
}
