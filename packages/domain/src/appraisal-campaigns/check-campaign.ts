import type { Finding } from '../finding.ts';
import { countNoun, formatDay } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import { type CampaignForm, shortestAnswerDays } from './propose-campaigns.ts';

/**
 * Whether a campaign may be planned so: its days are to come and leave tutors time to answer, its
 * label is the only one of the cohort, its blocks have something to appraise (DOMAIN 4.5).
 * @param others labels of the cohort's other campaigns
 * @param blocks the blocks of its framework
 */
export function checkCampaign(
  campaign: CampaignForm,
  others: readonly string[],
  blocks: readonly { readonly code: string; readonly competenceCount: number }[],
  today: PlainDate,
): readonly Finding[] {
  return [
    ...checkDays(campaign, today),
    ...checkLabel(campaign, others),
    ...campaign.blockCodes.flatMap((code, index) => checkBlock(code, index, blocks)),
  ];
}

function checkDays({ opensOn, dueOn }: CampaignForm, today: PlainDate): Finding[] {
  if (opensOn < today)
    return [
      refuse('campaign.opens-from-today', '/opensOn', 'Choisissez aujourd’hui ou un jour à venir.'),
    ];
  if (daysBetween(opensOn, dueOn) >= shortestAnswerDays) return [];
  const message = `Laissez au moins ${countNoun(shortestAnswerDays, 'jour')} aux tuteurs : leur lien part le ${formatDay(opensOn)}.`;
  return [refuse('campaign.leaves-time', '/dueOn', message)];
}

function checkLabel({ label }: CampaignForm, others: readonly string[]): Finding[] {
  const isTaken = others.some((other) => sameWords(other, label));
  if (!isTaken) return [];
  const message = `Cette cohorte a déjà une campagne « ${label} » : donnez un autre nom à celle-ci.`;
  return [refuse('campaign.own-label', '/label', message)];
}

const sameWords = (one: string, other: string): boolean =>
  one.trim().localeCompare(other.trim(), 'fr', { sensitivity: 'base' }) === 0;

function checkBlock(
  code: string,
  index: number,
  blocks: readonly { readonly code: string; readonly competenceCount: number }[],
): Finding[] {
  const block = blocks.find((one) => one.code === code);
  if (block && block.competenceCount > 0) return [];
  const message = block
    ? `Le bloc ${code} n’a aucune compétence à apprécier.`
    : `Le bloc ${code} n’est pas dans le référentiel de cette cohorte.`;
  return [refuse('campaign.appraisable-block', `/blockCodes/${index}`, message)];
}

const refuse = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 4.5',
});
