import type { AppraisalState } from '../appraisals/describe-progress.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

export const campaignStates = ['planned', 'running', 'late', 'settled'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** How far the tutors of a campaign are; the counts add up to `asked`. */
export interface CampaignCounts {
  readonly asked: number;
  /** Sent and not opened yet, on paper, or to be asked again of another tutor. */
  readonly unopened: number;
  readonly opened: number;
  readonly started: number;
  readonly signed: number;
  /** Awaited no more: block acquired, course left, taken back. */
  readonly ended: number;
}

export interface CampaignProgress {
  readonly state: CampaignState;
  readonly counts: CampaignCounts;
  /** Where it stands, in a sentence. */
  readonly facts: string;
}

/**
 * Where a campaign stands on `today`: who has opened, begun, signed (PRODUCT 6).
 * @param requests the state of each appraisal that it has asked for
 */
export function describeCampaign(
  campaign: { readonly opensOn: PlainDate; readonly dueOn: PlainDate; readonly isOpened: boolean },
  requests: readonly AppraisalState[],
  today: PlainDate,
): CampaignProgress {
  const counts = countStates(requests);
  const state = findState(campaign, counts, today);
  return { state, counts, facts: tell(state, campaign, counts) };
}

function countStates(requests: readonly AppraisalState[]): CampaignCounts {
  const count = (...states: AppraisalState[]) =>
    requests.filter((state) => states.includes(state)).length;
  return {
    asked: requests.length,
    unopened: count('sent', 'on_paper', 'to_resend'),
    opened: count('opened'),
    started: count('draft'),
    signed: count('signed'),
    ended: count('ended'),
  };
}

const awaited = ({ unopened, opened, started }: CampaignCounts): number =>
  unopened + opened + started;

function findState(
  { dueOn, isOpened }: { readonly dueOn: PlainDate; readonly isOpened: boolean },
  counts: CampaignCounts,
  today: PlainDate,
): CampaignState {
  if (!isOpened) return 'planned';
  if (awaited(counts) > 0) return dueOn < today ? 'late' : 'running';
  return dueOn < today || counts.asked > 0 ? 'settled' : 'running';
}

function tell(
  state: CampaignState,
  { opensOn, dueOn }: { readonly opensOn: PlainDate; readonly dueOn: PlainDate },
  counts: CampaignCounts,
): string {
  if (state === 'planned')
    return `Les tuteurs recevront leur lien le ${formatDay(opensOn)}, pour le ${formatDay(dueOn)}.`;
  if (counts.asked === 0) return 'Personne n’a encore pu être demandé.';
  const signed = `${counts.signed} ${counts.signed > 1 ? 'signées' : 'signée'} sur ${counts.asked - counts.ended}`;
  if (state === 'settled') return `${signed} : plus rien n’est attendu.`;
  const due = state === 'late' ? 'depuis le' : 'pour le';
  const left = countNoun(awaited(counts), 'appréciation attendue', 'appréciations attendues');
  return `${signed}, ${left} ${due} ${formatDay(dueOn)}.`;
}
