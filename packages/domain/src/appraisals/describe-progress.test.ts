import { describe, expect, it } from '@jest/globals';
import { type AppraisalFacts, describeAppraisalProgress } from './describe-progress.ts';

const asked: AppraisalFacts = {
  sentOn: '2026-11-03',
  dueOn: '2026-11-20',
  openedOn: null,
  savedOn: null,
  signedOn: null,
  origin: 'tutor',
  signerName: null,
  rated: 0,
  competences: 4,
  tutorReach: 'link',
  end: null,
  nextTutorName: null,
};
const on = (today: string, more: Partial<AppraisalFacts> = {}) =>
  describeAppraisalProgress({ ...asked, ...more }, today);

describe('where an appraisal stands, DOMAIN 4.5', () => {
  it('is sent, opened, then a draft, then signed', () => {
    expect(on('2026-11-10')).toMatchObject({ state: 'sent', isLate: false });
    expect(on('2026-11-10', { openedOn: '2026-11-05' }).state).toBe('opened');
    expect(on('2026-11-10', { openedOn: '2026-11-05', savedOn: '2026-11-06', rated: 2 })).toEqual({
      state: 'draft',
      isLate: false,
      facts: 'Brouillon du 6 novembre 2026 : 2 compétences sur 4.',
    });
    expect(on('2026-11-30', { signedOn: '2026-11-12', signerName: 'Dr Ferrand' })).toEqual({
      state: 'signed',
      isLate: false,
      facts: 'Signée par Dr Ferrand le 12 novembre 2026.',
    });
  });

  it('is late the day after its due day, not on it', () => {
    expect(on('2026-11-20').isLate).toBe(false);
    expect(on('2026-11-21')).toMatchObject({ isLate: true });
    expect(on('2026-11-21').facts).toContain('Attendue le 20 novembre 2026.');
    expect(on('2027-11-21', { dueOn: null }).isLate).toBe(false);
  });

  it('tells a paper form typed by the office from a tutor’s signature', () => {
    expect(
      on('2026-11-21', { signedOn: '2026-11-12', signerName: 'Dr F', origin: 'office_paper' })
        .facts,
    ).toBe('Feuille papier signée par Dr F le 12 novembre 2026, saisie par le centre.');
  });

  it('asks for another sending when the tutor changed, even over a draft', () => {
    const end = { reason: 'tutor_replaced', on: null, isFinal: false } as const;
    expect(on('2026-11-10', { end, nextTutorName: 'Nora Suivante', rated: 3 })).toMatchObject({
      state: 'to_resend',
      facts: 'Le tuteur a changé : demandez l’appréciation à Nora Suivante.',
    });
  });

  it('is never late once it is without object, and says why (S1:L176)', () => {
    const end = { reason: 'block_acquired', on: '2026-11-20', isFinal: true } as const;
    expect(on('2026-12-10', { end, rated: 3 })).toEqual({
      state: 'ended',
      isLate: false,
      facts: 'Sans objet depuis le 20 novembre 2026 : le jury a acquis ce bloc.',
    });
  });

  it('waits for the paper form of a tutor without an address of their own', () => {
    expect(on('2026-11-10', { tutorReach: 'no_address' }).state).toBe('on_paper');
    expect(on('2026-11-10', { tutorReach: 'shared_address' })).toMatchObject({
      state: 'on_paper',
      facts: expect.stringContaining('demandez-lui une adresse personnelle'),
    });
  });
});
