import {
  countNoun,
  formatLongDay,
  formatMinutes,
  formatRate,
  formatTime,
  surplusMinutes,
  tellHours,
} from '@jalon/domain';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyFigures } from '../../components/key-figures.tsx';
import { LearnerTabs } from '../../components/learner-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ReasonList } from '../../components/reason-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useParam } from '../../lib/use-param.ts';
import { BlockHours, FoldedBlockHours } from './block-hours.tsx';
import classes from './hours.module.css';
import { type Hours, type LearnerHalfDay, listHalfDays } from './learner-half-days.ts';

export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId/hours', { params: { enrolmentId } });
  return (
    <WhenRead read={read}>
      {(hours) =>
        hours.total.due === 0 && hours.total.done === 0 ? (
          <NoHours enrolmentId={enrolmentId} hours={hours} />
        ) : (
          <LearnerHours enrolmentId={enrolmentId} hours={hours} />
        )
      }
    </WhenRead>
  );
}

interface LearnerHoursProps {
  readonly enrolmentId: string;
  readonly hours: Hours;
}

/** Whoever owes no hour, as in a VAE: why, and no empty table. */
const NoHours = ({ enrolmentId, hours }: LearnerHoursProps) => (
  <>
    <PageHeader
      title={`${hours.learnerName} n’a aucune heure à faire`}
      overline={`Heures · ${hours.cohort.name}`}
    />
    <LearnerTabs enrolmentId={enrolmentId} />
    <SectionCard>
      <ReasonList reasons={hours.reasons} />
    </SectionCard>
  </>
);

function LearnerHours({ enrolmentId, hours }: LearnerHoursProps) {
  const [block, setBlock] = useState<string | null>(null);
  const { total, learnerName, cohort, unrecorded } = hours;
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const all = listHalfDays(hours);
  const ofBlock = (code: string) => all.filter(({ blockCode }) => blockCode === code);
  return (
    <>
      <PageHeader
        title={`${learnerName} a fait ${tellHours(total)}`}
        overline={`Heures · ${cohort.name}`}
      />
      <LearnerTabs enrolmentId={enrolmentId} />
      <SectionCard>
        <KeyFigures
          figures={[
            { label: 'Heures faites', value: formatMinutes(total.done) },
            ...(surplusMinutes(total) > 0
              ? [{ label: 'Dont au-delà du dû', value: formatMinutes(surplusMinutes(total)) }]
              : []),
            { label: 'Heures dues', value: formatMinutes(total.due) },
            ...(total.unsigned > 0
              ? [{ label: 'Notées, à signer', value: formatMinutes(total.unsigned) }]
              : []),
            { label: 'Dispensées', value: formatMinutes(total.waived) },
            { label: 'Assiduité', value: formatRate(hours.attendedMinutes, hours.expectedMinutes) },
          ]}
        />
        {unrecorded.length > 0 && (
          <p className={classes.note}>
            {countNoun(unrecorded.length, 'demi-journée')} sans émargement.
          </p>
        )}
        <details className={classes.why}>
          <summary>D’où viennent ces chiffres</summary>
          <ReasonList reasons={hours.reasons} />
        </details>
      </SectionCard>
      <SectionCard title="Par bloc et module" isFlush>
        {hours.blocks.map((one) =>
          isWide ? (
            <BlockHours
              key={one.blockCode}
              block={one}
              isChosen={block === one.blockCode}
              onChoose={() => setBlock(block === one.blockCode ? null : one.blockCode)}
            />
          ) : (
            <FoldedBlockHours key={one.blockCode} block={one} halfDays={ofBlock(one.blockCode)} />
          ),
        )}
      </SectionCard>
      {isWide ? (
        <SectionCard title={block === null ? 'Demi-journées' : `Demi-journées du bloc ${block}`}>
          <HalfDays rows={block === null ? all : ofBlock(block)} />
        </SectionCard>
      ) : (
        <details className={classes.all}>
          <summary>Chercher dans {countNoun(all.length, 'demi-journée')}</summary>
          <HalfDays rows={all} />
        </details>
      )}
    </>
  );
}

const HalfDays = ({ rows }: { readonly rows: readonly LearnerHalfDay[] }) => (
  <DataList
    label="Demi-journées"
    rows={rows}
    rowKey={({ key }) => key}
    columns={columns}
    empty={
      <EmptyState title="Aucune demi-journée passée">
        Chaque demi-journée attendue s’affiche ici, avec ce qui y a été noté.
      </EmptyState>
    }
  />
);

const columns: readonly Column<LearnerHalfDay>[] = [
  {
    key: 'jour',
    header: 'Demi-journée',
    value: ({ date, startsAt }) => `${date} ${String(startsAt).padStart(4, '0')}`,
    exported: ({ date }) => date,
    cell: ({ slotId, date, startsAt }) => (
      <TextLink to="/emargement/$slotId" params={{ slotId }}>
        {keepFrenchSpaces(`${formatLongDay(date)}, ${formatTime(startsAt)}`)}
      </TextLink>
    ),
  },
  { key: 'bloc', header: 'Bloc', value: ({ blockCode }) => blockCode, isFilter: true },
  { key: 'module', header: 'Module', value: ({ name }) => name, isFilter: true },
  {
    key: 'presence',
    header: 'Présence',
    value: ({ word }) => word,
    cell: ({ word, tone }) => <StateBadge tone={tone}>{word}</StateBadge>,
    isFilter: true,
  },
  {
    key: 'heures',
    header: 'Heures',
    value: ({ minutesDone }) => minutesDone / 60,
    cell: ({ minutesDone, slotMinutes }) =>
      keepFrenchSpaces(`${formatMinutes(minutesDone)} sur ${formatMinutes(slotMinutes)}`),
    align: 'end',
  },
  { key: 'precisions', header: 'Précisions', value: ({ facts }) => facts },
];
