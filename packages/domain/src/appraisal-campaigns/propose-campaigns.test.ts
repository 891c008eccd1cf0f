import { describe, expect, it } from '@jest/globals';
import { checkCampaign } from './check-campaign.ts';
import { describeCampaign } from './describe-campaign.ts';
import { proposeCampaigns } from './propose-campaigns.ts';

const blocks = [
  { code: 'B1', competenceCount: 4 },
  { code: 'B2', competenceCount: 0 },
  { code: 'B3', competenceCount: 3 },
];
const cohort = { startsOn: '2026-09-07', endsOn: '2027-06-25', juryOn: '2027-07-05', blocks };
const labels = (today: string, planned: string[] = []) =>
  proposeCampaigns(cohort, planned, today).map(({ label }) => label);

describe('the moments at which the tutors of a cohort are asked (W33, DOMAIN 4.5)', () => {
  it('positioning, mid-course, end: three times, for the blocks that have competences', () => {
    const proposals = proposeCampaigns(cohort, [], '2026-08-20');
    expect(proposals).toMatchObject([
      { label: 'Positionnement', opensOn: '2026-09-21', dueOn: '2026-10-05' },
      { label: 'Mi-parcours', opensOn: '2027-02-01', dueOn: '2027-02-15' },
      { label: 'Fin de formation', opensOn: '2027-05-31', dueOn: '2027-06-21' },
    ]);
    for (const { blockCodes, source } of proposals) {
      expect(blockCodes).toEqual(['B1', 'B3']);
      expect(source).toBe('W33');
    }
  });

  it('only those to come, and none that is planned already', () => {
    expect(labels('2026-11-22')).toEqual(['Mi-parcours', 'Fin de formation']);
    expect(labels('2026-11-22', ['Mi-parcours'])).toEqual(['Fin de formation']);
    expect(labels('2027-06-19')).toEqual([]);
    expect(proposeCampaigns(cohort, [], '2027-06-10')).toMatchObject([{ opensOn: '2027-06-11' }]);
  });

  it('without a jury the last one is due on the last day; a short course has no middle', () => {
    const short = { ...cohort, endsOn: '2026-11-13', juryOn: null };
    expect(proposeCampaigns(short, [], '2026-09-01')).toMatchObject([
      { label: 'Positionnement' },
      { label: 'Fin de formation', dueOn: '2026-11-13' },
    ]);
  });

  it('nothing is proposed when no block has a competence', () => {
    const none = { ...cohort, blocks: [{ code: 'B2', competenceCount: 0 }] };
    expect(proposeCampaigns(none, [], '2026-09-01')).toEqual([]);
  });
});

describe('a campaign as a person plans it', () => {
  const form = {
    label: 'Après le stage',
    opensOn: '2026-12-01',
    dueOn: '2026-12-15',
    blockCodes: ['B1'],
  };
  const faults = (more: Partial<typeof form>, others: string[] = []) =>
    checkCampaign({ ...form, ...more }, others, blocks, '2026-11-22').map(({ rule }) => rule);

  it('days to come, three days at least to answer, a label of its own, blocks to appraise', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ opensOn: '2026-11-21' })).toEqual(['campaign.opens-from-today']);
    expect(faults({ dueOn: '2026-12-03' })).toEqual(['campaign.leaves-time']);
    expect(faults({ dueOn: '2026-12-04' })).toEqual([]);
    expect(faults({}, ['apres le stage'])).toEqual(['campaign.own-label']);
    expect(faults({ blockCodes: ['B2', 'B9'] })).toEqual([
      'campaign.appraisable-block',
      'campaign.appraisable-block',
    ]);
  });
});

describe('how far a campaign is', () => {
  const campaign = { opensOn: '2026-12-01', dueOn: '2026-12-15', isOpened: true };

  it('planned, running, late, settled', () => {
    const at = (today: string, ...requests: Parameters<typeof describeCampaign>[1]) =>
      describeCampaign(campaign, requests, today).state;
    expect(describeCampaign({ ...campaign, isOpened: false }, [], '2026-11-22').state).toBe(
      'planned',
    );
    expect(at('2026-12-02', 'sent', 'signed')).toBe('running');
    expect(at('2026-12-15', 'sent')).toBe('running');
    expect(at('2026-12-16', 'draft', 'signed')).toBe('late');
    expect(at('2026-12-16', 'signed', 'ended')).toBe('settled');
    expect(at('2026-12-02', 'signed')).toBe('settled');
    expect(at('2026-12-02')).toBe('running');
  });

  it('says who has opened, begun and signed, and counts nobody twice', () => {
    const { counts, facts } = describeCampaign(
      campaign,
      ['sent', 'on_paper', 'opened', 'draft', 'signed', 'signed', 'ended', 'to_resend'],
      '2026-12-20',
    );
    expect(counts).toEqual({
      asked: 8,
      unopened: 3,
      opened: 1,
      started: 1,
      signed: 2,
      ended: 1,
    });
    expect(facts).toBe('2 signées sur 7, 5 appréciations attendues depuis le 15 décembre 2026.');
    expect(describeCampaign(campaign, ['sent', 'signed'], '2026-12-02').facts).toBe(
      '1 signée sur 2, 1 appréciation attendue pour le 15 décembre 2026.',
    );
  });
});
