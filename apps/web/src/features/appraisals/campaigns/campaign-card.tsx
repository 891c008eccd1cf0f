import { Button, Group } from '@mantine/core';
import { ButtonLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { ProgressLine } from '../../../components/progress-line.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { type Campaign, describePlan, stateWords } from './campaign-words.ts';
import classes from './campaigns.module.css';

interface CampaignCardProps {
  readonly cohortId: string;
  readonly campaign: Campaign;
  readonly onEdit: () => void;
}

/** One campaign: when, about what, how far the tutors are, and what can be done about it. */
export function CampaignCard({ cohortId, campaign, onEdit }: CampaignCardProps) {
  const { label, state, facts, counts } = campaign;
  const words = stateWords[state];
  return (
    <SectionCard
      title={label}
      hint={<StateBadge tone={words.tone}>{words.label}</StateBadge>}
      actions={
        state === 'planned' ? (
          <PlannedActions campaign={campaign} onEdit={onEdit} />
        ) : (
          <ButtonLink
            to="/cohortes/$cohortId/appreciations/$campaignId"
            params={{ cohortId, campaignId: campaign.id }}
            size="xs"
          >
            Voir qui a répondu
          </ButtonLink>
        )
      }
    >
      <p className={classes.plan}>{describePlan(campaign)}</p>
      {counts.asked === 0 ? (
        <p className={classes.quiet}>{keepFrenchSpaces(facts)}</p>
      ) : (
        <ProgressLine
          done={counts.signed}
          total={counts.asked - counts.ended}
          label={`Appréciations signées, ${label}`}
        >
          {facts}
        </ProgressLine>
      )}
    </SectionCard>
  );
}

function PlannedActions({ campaign, onEdit }: Pick<CampaignCardProps, 'campaign' | 'onEdit'>) {
  const remove = useWrite('DELETE /appraisal-campaigns/:campaignId');
  const params = { campaignId: campaign.id };
  return (
    <Can permission="appraisal:request">
      <Group gap="xs">
        <Button size="xs" onClick={onEdit} aria-label={`Modifier « ${campaign.label} »`}>
          Modifier
        </Button>
        <ConfirmButton
          size="xs"
          label="Retirer"
          title={`Retirer la campagne « ${campaign.label} » ?`}
          loss="Aucun tuteur n’a encore reçu de lien : rien d’autre n’est perdu."
          confirmLabel="Retirer la campagne"
          onConfirm={() => remove.mutateAsync({ params })}
        />
      </Group>
    </Can>
  );
}
