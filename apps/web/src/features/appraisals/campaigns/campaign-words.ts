import type { Answer } from '@jalon/contract';
import { type CampaignState, formatDay } from '@jalon/domain';
import type { Tone } from '../../../components/state-badge.tsx';

export type Campaigns = Answer<'GET /cohorts/:cohortId/appraisal-campaigns'>;
export type Campaign = Campaigns['campaigns'][number];
export type Proposal = Campaigns['proposals'][number];

export const stateWords: Readonly<Record<CampaignState, { label: string; tone: Tone }>> = {
  planned: { label: 'planifiée', tone: 'mute' },
  running: { label: 'en cours', tone: 'ready' },
  late: { label: 'en retard', tone: 'bad' },
  settled: { label: 'terminée', tone: 'ok' },
};

/** « du 30 novembre au 14 décembre 2026 · blocs B1, B2 » */
export const describePlan = ({
  opensOn,
  dueOn,
  blockCodes,
}: Pick<Campaign, 'opensOn' | 'dueOn' | 'blockCodes'>): string =>
  `Du ${formatDay(opensOn)} au ${formatDay(dueOn)} · ${blockCodes.length > 1 ? 'blocs' : 'bloc'} ${blockCodes.join(', ')}`;
