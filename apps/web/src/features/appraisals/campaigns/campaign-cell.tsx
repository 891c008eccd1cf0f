import type { Answer } from '@jalon/contract';
import { TextLink } from '../../../components/app-link.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { stateWords } from '../appraisal-words.ts';
import classes from './campaigns.module.css';

type Cell = Answer<'GET /appraisal-campaigns/:campaignId'>['learners'][number]['cells'][number];

/** One block of one learner: where the request stands, or why nobody is asked. */
export function CampaignCell({
  cell: { state, isLate, facts, appraisalId },
}: {
  readonly cell: Cell;
}) {
  const sentence = keepFrenchSpaces(facts);
  if (state === null || appraisalId === null)
    return (
      <>
        <StateBadge tone="mute">non demandée</StateBadge>
        <div className={classes.quiet}>{sentence}</div>
      </>
    );
  const { tone, label } = stateWords({ state, isLate });
  return (
    <>
      <TextLink to="/appreciations/feuille/$appraisalId" params={{ appraisalId }}>
        <StateBadge tone={tone}>{label}</StateBadge>
      </TextLink>
      <div className={classes.quiet}>{sentence}</div>
    </>
  );
}
