import { describe, expect, it } from '@jest/globals';
import { addDays } from '../plain-date.ts';
import { list, today } from './test-morning.ts';

describe('a joint review that was held (S1:L163)', () => {
  const review = {
    jointReviewId: 'review',
    learnerName: 'Aminata Cissé',
    heldOn: today,
    missing: ['Hélène Ferrand', 'Sandrine Petit'],
    ownPartId: null,
  };

  it('waits for its signatures, bound by no day, until they are asked for again', () => {
    for (const heldOn of [today, addDays(today, -2)]) {
      const { late, today: now, atRisk } = list({ reviews: [{ ...review, heldOn }] });
      expect([late, atRisk]).toEqual([[], []]);
      expect(now).toMatchObject([{ kind: 'review', days: null }]);
    }
  });

  it('is late from the third day on, and says whose signature lacks', () => {
    const heldOn = addDays(today, -3);
    const { late, today: now } = list({
      reviews: [{ ...review, heldOn, missing: ['Hélène Ferrand'] }],
    });
    expect(now).toEqual([]);
    expect(late).toMatchObject([
      {
        days: -3,
        subject: 'Point de parcours d’Aminata Cissé',
        fact: 'il manque la signature d’Hélène Ferrand',
        actions: [{ act: 'read_review', targetId: 'review' }],
      },
    ]);
  });

  it('leads whoever has not signed to their own words first', () => {
    const { today: rows } = list({ reviews: [{ ...review, ownPartId: 'part' }] });
    expect(rows[0]?.why).toContain('Votre commentaire est attendu.');
    expect(rows[0]?.actions.map(({ act, targetId }) => [act, targetId])).toEqual([
      ['sign_review', 'part'],
      ['read_review', 'review'],
    ]);
  });
});
