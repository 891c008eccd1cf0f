import { describe, expect, it } from '@jest/globals';
import { checkPositioning } from './check-positioning.ts';

const trace = {
  heldOn: '2026-11-20',
  ledBy: 'Claire Morvan',
  outcome: 'admitted',
  adaptation: null,
  motive: null,
  because: null,
  isCorrection: false,
} as const;
const rulesOf = (change: Partial<Parameters<typeof checkPositioning>[0]>) =>
  checkPositioning({ ...trace, ...change }, '2026-11-23').map(
    ({ path, rule, severity }) => `${severity} ${path} ${rule}`,
  );

describe('the trace of a positioning (DOMAIN 5.3, Qualiopi 8)', () => {
  it('an admission needs no motive', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each<[string, Parameters<typeof rulesOf>[0], string[]]>([
    ['a day to come', { heldOn: '2026-11-24' }, ['error /heldOn positioning.held-by-today']],
    ['nobody named', { ledBy: ' ' }, ['error /ledBy positioning.led-by']],
    [
      'a refusal without a motive',
      { outcome: 'refused' },
      ['error /motive positioning.outcome-explained'],
    ],
    [
      'an adaptation that says neither what nor why',
      { outcome: 'adapted' },
      [
        'error /adaptation positioning.adaptation-said',
        'error /motive positioning.outcome-explained',
      ],
    ],
    [
      'an adaptation described for a plain admission',
      { adaptation: 'Module d’anglais' },
      ['error /outcome positioning.adaptation-chosen'],
    ],
    [
      'a correction that does not say why',
      { isCorrection: true, because: '' },
      ['error /because positioning.correction-explained'],
    ],
    ['a correction that does', { isCorrection: true, because: 'Mauvaise date' }, []],
    [
      'an adaptation with both',
      { outcome: 'adapted', adaptation: 'Tiers temps', motive: 'Reconnaissance de handicap' },
      [],
    ],
  ])('%s', (_, change, expected) => {
    expect(rulesOf(change)).toEqual(expected);
  });
});
