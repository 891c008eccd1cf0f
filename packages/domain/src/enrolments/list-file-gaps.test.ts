import { describe, expect, it } from '@jest/globals';
import { type FileFacts, listFileGaps } from './list-file-gaps.ts';

const today = '2026-11-23';
const complete: FileFacts = {
  state: 'active',
  missingIdentity: [],
  employments: [{ hasTutor: true, endsOn: null }],
  unplanned: 0,
  isPositioningDue: false,
  vaeGaps: [],
};
const gaps = (change: Partial<FileFacts>) => listFileGaps({ ...complete, ...change }, today);

describe('what a learner’s file still lacks', () => {
  it('nothing, once identity, tutor and path are there', () => {
    expect(gaps({})).toEqual([]);
  });

  it('civil data that the certifier wants, by name (DOMAIN 11)', () => {
    const missingIdentity = [{ label: 'date de naissance' }, { label: 'sexe' }];
    expect(gaps({ missingIdentity })).toEqual(['état civil à compléter (date de naissance, sexe)']);
  });

  it('a tutor for each employment that goes on; one that has ended asks for none', () => {
    expect(gaps({ employments: [{ hasTutor: false, endsOn: null }] })).toEqual([
      'tuteur à désigner',
    ]);
    expect(gaps({ employments: [{ hasTutor: false, endsOn: '2026-11-22' }] })).toEqual([]);
  });

  it('a positioning to write down before the first day (DOMAIN 5.3)', () => {
    expect(gaps({ isPositioningDue: true })).toEqual([
      'positionnement à noter avant le premier jour',
    ]);
  });

  it('steps of the path without dates (W3: one may join at any time)', () => {
    expect(gaps({ unplanned: 2 })).toEqual(['2 étapes du parcours à planifier']);
  });

  it('the pieces of a VAE file, by name (DOMAIN 4.7, W11)', () => {
    expect(gaps({ vaeGaps: ['Cerfa 12818*02', 'recevabilité'] })).toEqual([
      'pièces de VAE à réunir (Cerfa 12818*02, recevabilité)',
    ]);
  });

  it('nothing of one who withdrew or has finished', () => {
    expect(gaps({ state: 'withdrawn', unplanned: 2 })).toEqual([]);
    expect(gaps({ state: 'completed', unplanned: 2 })).toEqual([]);
  });
});
