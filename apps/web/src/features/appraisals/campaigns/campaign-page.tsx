import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { CohortTabs } from '../../../components/cohort-tabs.tsx';
import { DataList } from '../../../components/data-list/data-list.tsx';
import type { Column } from '../../../components/data-list/list-view.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeyFigures } from '../../../components/key-figures.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useParam } from '../../../lib/use-param.ts';
import { NameTutor } from '../name-tutor.tsx';
import { CampaignCell } from './campaign-cell.tsx';
import { describePlan } from './campaign-words.ts';
import classes from './campaigns.module.css';

type CampaignView = Answer<'GET /appraisal-campaigns/:campaignId'>;
type Learner = CampaignView['learners'][number];

/** Who has opened, begun and signed, learner by learner; and why somebody is not asked. */
export function Page() {
  const [cohortId, campaignId] = [useParam('cohortId'), useParam('campaignId')];
  const read = useRead('GET /appraisal-campaigns/:campaignId', { params: { campaignId } });
  return (
    <WhenRead read={read}>
      {(campaign) => (
        <>
          <PageHeader
            title={keepFrenchSpaces(`${campaign.label} : ${lower(campaign.facts)}`)}
            overline={
              <>
                <TextLink to="/cohortes/$cohortId/appreciations" params={{ cohortId }}>
                  Campagnes
                </TextLink>{' '}
                › {campaign.cohort.name}
              </>
            }
            actions={<Remind campaign={campaign} />}
          />
          <CohortTabs cohortId={cohortId} />
          <p className={classes.plan}>{describePlan(campaign)}</p>
          <KeyFigures figures={figuresOf(campaign)} />
          <DataList
            label="Apprenants"
            rows={campaign.learners}
            rowKey={({ enrolmentId }) => enrolmentId}
            columns={columnsOf(campaign)}
            empty={
              <EmptyState title="Aucun apprenant en formation">
                Les tuteurs des apprenants qui entrent avant le terme seront demandés le jour même.
              </EmptyState>
            }
          />
        </>
      )}
    </WhenRead>
  );
}

const lower = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

const figuresOf = ({ counts }: CampaignView) => [
  { label: 'Pas encore ouvertes', value: counts.unopened },
  { label: 'Ouvertes', value: counts.opened },
  { label: 'Commencées', value: counts.started },
  { label: 'Signées', value: counts.signed },
];

const columnsOf = ({ blockCodes }: CampaignView): readonly Column<Learner>[] => [
  {
    key: 'apprenant',
    header: 'Apprenant',
    value: ({ name }) => name,
    cell: ({ enrolmentId, name }) => (
      <TextLink to="/apprenants/$enrolmentId/appreciations" params={{ enrolmentId }} fw={600}>
        {name}
      </TextLink>
    ),
  },
  {
    key: 'tuteur',
    header: 'Tuteur',
    value: ({ tutorName }) => tutorName ?? 'sans tuteur',
    cell: ({ enrolmentId, tutorName }) =>
      tutorName ?? <NameTutor enrolmentId={enrolmentId} size="xs" />,
  },
  ...blockCodes.map((code) => ({
    key: `bloc-${code}`,
    header: code,
    value: ({ cells }: Learner) => cells.find(({ block }) => block.code === code)?.facts ?? '',
    cell: ({ cells }: Learner) => {
      const cell = cells.find(({ block }) => block.code === code);
      return cell ? <CampaignCell cell={cell} /> : null;
    },
  })),
];

function Remind({ campaign }: { readonly campaign: CampaignView }) {
  const remind = useWrite('POST /appraisal-campaigns/:campaignId/reminders');
  const [problem, setProblem] = useState<unknown>(null);
  const { unopened, opened, started } = campaign.counts;
  if (unopened + opened + started === 0) return null;
  const send = async () => {
    setProblem(null);
    try {
      const sent = await remind.mutateAsync({ params: { campaignId: campaign.id } });
      await notifyDone(sayReminded(sent));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Can permission="appraisal:request">
      <Button variant="filled" loading={remind.isPending} onClick={send}>
        Relancer
      </Button>
      <ProblemAlert problem={problem} />
    </Can>
  );
}

function sayReminded({
  mails,
  spared,
  unreachable,
}: Answer<'POST /appraisal-campaigns/:campaignId/reminders'>): string {
  const sent =
    mails === 0
      ? 'Aucun mail n’est parti.'
      : `${countNoun(mails, 'tuteur relancé', 'tuteurs relancés')}, un mail chacun.`;
  const told =
    spared === 0
      ? ''
      : ` ${countNoun(spared, 'tuteur a', 'tuteurs ont')} déjà reçu un mail aujourd’hui.`;
  return [`${sent}${told}`, ...unreachable.map(({ reason }) => reason)].join(' ');
}
