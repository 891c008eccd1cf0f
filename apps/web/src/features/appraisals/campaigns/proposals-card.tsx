import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import { describePlan, type Proposal } from './campaign-words.ts';
import classes from './campaigns.module.css';

interface ProposalsCardProps {
  readonly cohortId: string;
  readonly proposals: readonly Proposal[];
}

/** What the cohort's calendar proposes: a person keeps each one, or plans another. */
export function ProposalsCard({ cohortId, proposals }: ProposalsCardProps) {
  const plan = useWrite('POST /cohorts/:cohortId/appraisal-campaigns');
  const [problem, setProblem] = useState<unknown>(null);
  const mayPlan = useIsAllowed('appraisal:request');
  if (proposals.length === 0 || !mayPlan) return null;
  const keep = async (chosen: readonly Proposal[]) => {
    setProblem(null);
    try {
      for (const { label, opensOn, dueOn, blockCodes } of chosen)
        await plan.mutateAsync({
          params: { cohortId },
          body: { label, opensOn, dueOn, blockCodes },
        });
      await notifyDone(
        chosen.length === 1
          ? 'La campagne est planifiée.'
          : `${countNoun(chosen.length, 'campagne est planifiée', 'campagnes sont planifiées')}.`,
      );
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <SectionCard
      title="Proposées d’après le calendrier"
      actions={
        proposals.length > 1 && (
          <Button variant="filled" loading={plan.isPending} onClick={() => keep(proposals)}>
            {`Planifier les ${proposals.length}`}
          </Button>
        )
      }
    >
      <ProblemAlert problem={problem} />
      <ul className={classes.rows}>
        {proposals.map((proposal) => (
          <li key={proposal.label} className={classes.row}>
            <div>
              <strong>{proposal.label}</strong>
              <div>{describePlan(proposal)}</div>
              <div className={classes.quiet}>
                {proposal.because} <SourceNote source={proposal.source} />
              </div>
            </div>
            <Button
              size="xs"
              variant={proposals.length === 1 ? 'filled' : 'default'}
              loading={plan.isPending}
              onClick={() => keep([proposal])}
              aria-label={`Planifier « ${proposal.label} »`}
            >
              Planifier
            </Button>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
