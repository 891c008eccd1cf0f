import { describe, expect, it } from '@jest/globals';
import type { CompetenceBlock } from '../frameworks/framework.ts';
import { frameworkLibrary } from '../frameworks/library.ts';
import {
  type CampaignCandidate,
  campaignDueDay,
  planCampaignRequests,
} from './plan-campaign-requests.ts';

const blocks = (frameworkLibrary[0]?.blocks ?? []).slice(0, 2) as readonly CompetenceBlock[];
const [first = '', second = ''] = blocks.map(({ code }) => code);
const learner: CampaignCandidate = {
  enrolmentId: 'e1',
  learnerName: 'Lina Abadie',
  tutor: { name: 'Dr Ferrand', email: 'ferrand@cabinet.example' },
  open: [],
  acquired: [],
  startsOn: '2026-09-07',
  askedBlocks: [],
  signed: [],
};
const planFor = (more: Partial<CampaignCandidate>, today = '2027-02-01') =>
  planCampaignRequests({ opensOn: '2027-02-01' }, blocks, [{ ...learner, ...more }], today);
const askedOf = (more: Partial<CampaignCandidate>, today?: string) =>
  planFor(more, today).requests.map(({ blockCode }) => blockCode);

describe('whom a campaign asks (DOMAIN 4.5)', () => {
  it('each learner’s tutor, for each block, on the day that it opens', () => {
    expect(askedOf({})).toEqual([first, second]);
  });

  it('never twice for a block, whatever became of the first request', () => {
    expect(askedOf({ askedBlocks: [first] }, '2027-02-02')).toEqual([second]);
    expect(planFor({ askedBlocks: [first] }).skipped[0]?.reason).toContain('déjà demandé');
  });

  it('nobody who has signed since it opened; an earlier signature is history', () => {
    const signed = (signedOn: string) => [{ blockCode: first, signedOn }];
    expect(askedOf({ signed: signed('2027-02-01') })).toEqual([second]);
    expect(askedOf({ signed: signed('2027-01-31') })).toEqual([first, second]);
  });

  it('a learner who enters later is asked for on their own first day', () => {
    const entering = { startsOn: '2027-02-05' };
    expect(askedOf(entering)).toEqual([]);
    expect(planFor(entering).skipped[0]?.reason).toBe(
      'Lina Abadie entre en formation le 5 février 2027 : son tuteur sera demandé ce jour-là.',
    );
    expect(askedOf(entering, '2027-02-05')).toEqual([first, second]);
  });

  it('says who has no tutor, whose block is acquired and what is asked already', () => {
    const reasons = (more: Partial<CampaignCandidate>) => planFor(more).skipped[0]?.reason;
    expect(reasons({ tutor: null })).toContain('n’a pas de tuteur');
    expect(reasons({ acquired: [{ blockCode: first, decidedOn: '2027-01-10' }] })).toContain(
      'déjà acquis',
    );
    expect(reasons({ open: [{ blockCode: first, dueOn: '2027-02-10' }] })).toContain(
      'déjà demandée pour le 10 février 2027',
    );
  });

  it('a newcomer’s tutor has three days at least', () => {
    expect(campaignDueDay('2027-02-15', '2027-02-01')).toBe('2027-02-15');
    expect(campaignDueDay('2027-02-15', '2027-02-15')).toBe('2027-02-18');
  });
});
