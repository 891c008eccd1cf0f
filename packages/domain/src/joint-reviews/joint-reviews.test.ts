import { describe, expect, it } from '@jest/globals';
import { checkReviewOpening, type ReviewOpening } from './check-opening.ts';
import { checkPartSignature, checkPartWriting } from './check-part.ts';
import { describeReview, isReviewSigned, type ReviewPart } from './describe-review.ts';
import { lastDayToRemind } from './remind-part.ts';

const today = '2026-11-23';

describe('a joint review is opened (S1:L163)', () => {
  const opening: ReviewOpening = {
    enrolmentState: 'active',
    startsOn: '2026-09-07',
    heldOn: '2026-11-25',
    tutorId: 'tutor',
    trainerId: 'trainer',
    learnerId: 'learner',
    openReviewOn: null,
  };
  const rulesOf = (change: Partial<ReviewOpening>) =>
    checkReviewOpening({ ...opening, ...change }, today).map(({ rule }) => rule);

  it('for a learner in training who has a tutor, near enough for its mails to leave', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ enrolmentState: 'withdrawn' })).toEqual(['joint-review.in-training']);
    expect(rulesOf({ tutorId: null })).toEqual(['joint-review.has-tutor']);
    expect(rulesOf({ heldOn: '2026-09-06' })).toEqual(['joint-review.held-in-training']);
    expect(rulesOf({ heldOn: '2027-01-22' })).toEqual([]);
    expect(rulesOf({ heldOn: '2027-01-23' })).toEqual(['joint-review.held-soon']);
  });

  it('one at a time, by three different people', () => {
    expect(rulesOf({ openReviewOn: '2026-11-02' })).toEqual(['joint-review.one-at-a-time']);
    expect(rulesOf({ trainerId: 'tutor' })).toEqual(['joint-review.three-people']);
    expect(rulesOf({ trainerId: 'learner' })).toEqual(['joint-review.three-people']);
  });
});

describe('each writes and signs their own part', () => {
  const open = {
    isWithdrawn: false,
    isHandedOver: false,
    enrolmentState: 'active',
    tutorEnd: null,
  } as const;

  it('while the review stands, the training lasts and the tutor is in post (Q5)', () => {
    const sayOf = (change: Partial<Parameters<typeof checkPartWriting>[0]>) => {
      const [finding] = checkPartWriting({ ...open, ...change });
      return finding ? `${finding.rule} ${finding.message}` : null;
    };
    expect(sayOf({})).toBeNull();
    expect(sayOf({ isWithdrawn: true })).toMatch(/^joint-review.still-open .*a retiré/);
    expect(sayOf({ isHandedOver: true })).toMatch(
      /^joint-review.signed-by-tutor-in-post .*le tuteur désormais en poste signe/,
    );
    expect(sayOf({ enrolmentState: 'completed' })).toMatch(
      /^joint-review.while-in-training .*formation est finie/,
    );
    const tutorEnd = { reason: 'tutor_replaced', on: null, isFinal: false } as const;
    expect(sayOf({ tutorEnd })).toContain('a un autre tuteur');
  });

  it('with words of their own, from the day of the review on', () => {
    const rulesOf = (comment: string, heldOn: string) =>
      checkPartSignature({ comment, heldOn }, today).map(({ rule }) => rule);
    expect(rulesOf('À l’aise au téléphone.', today)).toEqual([]);
    expect(rulesOf('  ', today)).toEqual(['joint-review.own-words']);
    expect(rulesOf('À l’aise.', '2026-11-24')).toEqual(['joint-review.signed-once-held']);
  });
});

describe('a joint review is signed once all three have', () => {
  const stands = { isWithdrawn: false, isSuperseded: false, isInTraining: true };
  const partOf = (role: ReviewPart['role'], name: string, signedOn: string | null): ReviewPart => ({
    role,
    name,
    hasWritten: signedOn !== null,
    signedOn,
  });
  const tutor = partOf('tutor', 'Hélène Ferrand', today);
  const trainer = partOf('trainer', 'Paul Roy', null);
  const learner = partOf('learner', 'Maxime Bonnet', null);

  it('and says of each whether they have', () => {
    const told = describeReview(stands, [tutor, { ...trainer, hasWritten: true }, learner]);
    expect(told.outcome).toBe('open');
    expect(told.facts).toBe('Il manque les signatures de Paul Roy et de Maxime Bonnet.');
    expect(told.reasons.map(({ met, facts }) => [met, facts])).toEqual([
      [true, 'Hélène Ferrand a signé.'],
      [false, 'Paul Roy a commencé, sans signer.'],
      [false, 'Maxime Bonnet n’a encore rien écrit.'],
    ]);
  });

  it('two signatures are not three, whoever they are of', () => {
    const signed = [tutor, { ...trainer, signedOn: today }, { ...learner, signedOn: today }];
    expect(isReviewSigned(signed)).toBe(true);
    expect(describeReview(stands, signed).outcome).toBe('signed');
    for (const left of signed) {
      const others = signed.filter((part) => part !== left);
      expect(isReviewSigned(others)).toBe(false);
      expect(describeReview(stands, others).outcome).toBe('open');
    }
  });

  it('is told as replaced, withdrawn, or left unfinished', () => {
    expect(describeReview({ ...stands, isSuperseded: true }, [tutor]).outcome).toBe('superseded');
    expect(describeReview({ ...stands, isWithdrawn: true }, [tutor]).facts).toContain('Retiré');
    expect(describeReview({ ...stands, isInTraining: false }, [tutor]).outcome).toBe('ended');
  });

  it('who has not signed three days after it is asked again', () => {
    expect(lastDayToRemind(today)).toBe('2026-11-20');
  });
});
