import { describe, expect, it } from '@jest/globals';
import {
  dueDayForNextTutor,
  findRequestEnd,
  findTutorInPost,
  type RequestFacts,
  tellHandOver,
  tellRequestEnd,
  tellTutorRequestEnd,
} from './request-end.ts';

const today = '2026-11-23';
const running: RequestFacts = {
  tutorId: 'ferrand',
  employment: { tutorId: 'ferrand', endsOn: null },
  ended: null,
};
const endOf = (more: Partial<RequestFacts>) => findRequestEnd({ ...running, ...more }, today);

describe('a request to a tutor runs until something ends it (DOMAIN 4.5)', () => {
  it('runs while the employment does, its last day included', () => {
    expect(endOf({})).toBeNull();
    expect(endOf({ employment: { tutorId: 'ferrand', endsOn: today } })).toBeNull();
    expect(endOf({ employment: null })).toBeNull();
  });

  it('ends with its employment; the office has still to ask whoever is in post', () => {
    const end = endOf({ employment: { tutorId: 'ferrand', endsOn: '2026-11-22' } });
    expect(end).toEqual({ reason: 'employment_ended', on: '2026-11-22', isFinal: false });
  });

  it('ends for a tutor who is replaced in the employment, or no longer named there', () => {
    const end = { reason: 'tutor_replaced', on: null, isFinal: false };
    expect(endOf({ employment: { tutorId: 'suivante', endsOn: null } })).toEqual(end);
    expect(endOf({ employment: { tutorId: null, endsOn: null } })).toEqual(end);
  });

  it('is over for everybody once its end is written down, whatever became of the employment', () => {
    const ended = { reason: 'block_acquired', on: '2026-11-20' } as const;
    const employment = { tutorId: 'suivante', endsOn: '2026-10-01' };
    expect(endOf({ ended, employment })).toEqual({ ...ended, isFinal: true });
  });
});

describe('why nothing is awaited any more, in one sentence', () => {
  const acquired = { reason: 'block_acquired', on: '2026-11-20', isFinal: true } as const;
  const left = { reason: 'employment_ended', on: '2026-11-20', isFinal: false } as const;
  const replaced = { reason: 'tutor_replaced', on: null, isFinal: false } as const;

  it('to the office', () => {
    expect(tellRequestEnd(acquired)).toBe(
      'Sans objet depuis le 20 novembre 2026 : le jury a acquis ce bloc.',
    );
  });

  it('to the tutor', () => {
    expect(tellTutorRequestEnd(acquired)).toBe(
      'Rien n’est plus attendu de vous depuis le 20 novembre 2026 : le jury a acquis ce bloc.',
    );
    expect(tellTutorRequestEnd(left)).toBe(
      'Rien n’est plus attendu de vous : l’emploi de cette personne a pris fin le 20 novembre 2026.',
    );
    expect(tellTutorRequestEnd(replaced)).toBe(
      'Rien n’est plus attendu de vous : cette personne a un autre tuteur.',
    );
  });

  it('to the office again: whom to ask instead, or that nobody is in post', () => {
    expect(tellHandOver(left, 'Nora Suivante')).toBe(
      'L’emploi a pris fin le 20 novembre 2026 : demandez l’appréciation à Nora Suivante.',
    );
    expect(tellHandOver(replaced, null)).toBe(
      'Le tuteur a changé et aucun autre tuteur n’est en poste : ajoutez-le dans le dossier, avec l’emploi.',
    );
  });
});

describe('whom to ask instead', () => {
  const employment = (id: string, hireDate: string, more: object = {}) => ({
    id,
    hireDate,
    tutorId: `tutor of ${id}`,
    endsOn: null,
    ...more,
  });

  it('the tutor of the same employment first, else of the last one begun (DOMAIN Q16)', () => {
    const both = [employment('a', '2026-01-05'), employment('b', '2026-09-01')];
    expect(findTutorInPost(both, today)?.id).toBe('b');
    expect(findTutorInPost(both, today, 'a')?.id).toBe('a');
  });

  it('never one whose employment has ended, nor an employment that names nobody', () => {
    const gone = [
      employment('a', '2026-01-05', { endsOn: '2026-11-22' }),
      employment('b', '2026-09-01', { tutorId: null }),
    ];
    expect(findTutorInPost(gone, today, 'a')).toBeNull();
  });

  it('has two weeks at least to answer', () => {
    expect(dueDayForNextTutor('2026-12-18', today)).toBe('2026-12-18');
    expect(dueDayForNextTutor('2026-11-25', today)).toBe('2026-12-07');
    expect(dueDayForNextTutor(null, today)).toBe('2026-12-07');
  });
});
