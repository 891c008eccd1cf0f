import { describe, expect, it } from '@jest/globals';
import { afgsuObtained, appraisalOf, leMans, resultsOf } from '../test-records.ts';
import { hasProposalChanged } from './has-proposal-changed.ts';
import { proposeBlockResult } from './propose-block-result.ts';

const propose = (letters: string, level: 'mastered' | 'not_acquired' = 'mastered') =>
  proposeBlockResult({
    framework: leMans,
    blockCode: 'B1',
    results: resultsOf('B1', letters),
    appraisals: [appraisalOf('B1', level)],
    credentials: [afgsuObtained('2026-03-04')],
    onDate: '2026-12-18',
  });

describe('a decision rests on the facts that the jury had before it (DOMAIN 4.6)', () => {
  it('stands while nothing was corrected', () => {
    expect(hasProposalChanged(propose('+++-'), propose('+++-'))).toBe(false);
  });

  it('is looked at again when the outcome changed', () => {
    expect(hasProposalChanged(propose('+++-'), propose('++--'))).toBe(true);
    expect(hasProposalChanged(propose('+++-'), propose('+++-', 'not_acquired'))).toBe(true);
  });

  it('is looked at again when the same outcome rests on other facts', () => {
    expect(hasProposalChanged(propose('+++-'), propose('++++'))).toBe(true);
  });

  it('says the same of reasons that come back from the database', () => {
    const saved = propose('+++-');
    expect(hasProposalChanged(JSON.parse(JSON.stringify(saved)), saved)).toBe(false);
    expect(hasProposalChanged({ ...saved, reasons: [] }, saved)).toBe(true);
  });
});
