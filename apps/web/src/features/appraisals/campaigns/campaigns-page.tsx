import { Button } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { CohortTabs } from '../../../components/cohort-tabs.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import { useParam } from '../../../lib/use-param.ts';
import { CampaignCard } from './campaign-card.tsx';
import { CampaignForm } from './campaign-form.tsx';
import type { Campaign, Campaigns } from './campaign-words.ts';
import { ProposalsCard } from './proposals-card.tsx';
import { WithoutTutor } from './without-tutor.tsx';

/** What stands in the form: a blank one, or a campaign that is not open yet. */
type Edited = 'new' | Campaign | null;

/** The moments at which the tutors of a cohort are asked: planned, proposed, and how far each is. */
export function Page() {
  const cohortId = useParam('cohortId');
  const read = useRead('GET /cohorts/:cohortId/appraisal-campaigns', { params: { cohortId } });
  const [edited, setEdited] = useState<Edited>(null);
  const close = () => setEdited(null);
  return (
    <WhenRead read={read}>
      {(campaigns) => (
        <>
          <PageHeader
            title={sayState(campaigns)}
            overline={
              <>
                <TextLink to="/cohortes">Cohortes</TextLink> › {campaigns.cohort.name}
              </>
            }
            actions={
              <Can permission="appraisal:request">
                {edited === null && (
                  <Button
                    variant={campaigns.proposals.length > 0 ? 'default' : 'filled'}
                    onClick={() => setEdited('new')}
                  >
                    Planifier une campagne
                  </Button>
                )}
              </Can>
            }
          />
          <CohortTabs cohortId={cohortId} />
          {edited !== null && (
            <CampaignForm
              key={edited === 'new' ? 'new' : edited.id}
              cohortId={cohortId}
              blocks={campaigns.blocks}
              campaign={edited === 'new' ? null : edited}
              onClose={close}
            />
          )}
          <WithoutTutor learners={campaigns.withoutTutor} />
          {edited === null && <ProposalsCard cohortId={cohortId} proposals={campaigns.proposals} />}
          {campaigns.campaigns.map((campaign) => (
            <CampaignCard
              key={campaign.id}
              cohortId={cohortId}
              campaign={campaign}
              onEdit={() => setEdited(campaign)}
            />
          ))}
          {campaigns.campaigns.length === 0 && campaigns.proposals.length === 0 && (
            <EmptyState title="Aucune campagne">
              Une campagne demande aux tuteurs de la cohorte, le même jour, d’apprécier les mêmes
              blocs : au début, au milieu et à la fin de la formation.
            </EmptyState>
          )}
        </>
      )}
    </WhenRead>
  );
}

function sayState({ campaigns }: Campaigns): string {
  const late = campaigns.filter(({ state }) => state === 'late').length;
  if (late > 0)
    return late === 1
      ? 'Une campagne attend encore des tuteurs après son terme'
      : `${late} campagnes attendent encore des tuteurs après leur terme`;
  const running = campaigns.find(({ state }) => state === 'running');
  if (running) return `La campagne « ${running.label} » est en cours`;
  const next = campaigns.find(({ state }) => state === 'planned');
  if (next) return `La prochaine campagne, « ${next.label} », est planifiée`;
  return campaigns.length === 0
    ? 'Aucune campagne d’appréciation n’est planifiée'
    : 'Toutes les campagnes planifiées sont terminées';
}
