import { describe, expect, it } from '@jest/globals';
import { checkCampaignKept } from './check-campaign-kept.ts';

describe('a campaign that tutors have received (DOMAIN 4.5)', () => {
  it('changes until it opens, and is kept from then on', () => {
    expect(checkCampaignKept(false)).toEqual([]);
    expect(checkCampaignKept(true)).toMatchObject([
      { rule: 'campaign.kept-once-opened', path: '', source: 'DOMAIN 4.5' },
    ]);
  });
});
