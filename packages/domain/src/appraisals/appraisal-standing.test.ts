import { describe, expect, it } from '@jest/globals';
import { appraisalOf, blockOf } from '../test-records.ts';
import {
  findAppraisalStanding,
  requestOf,
  tellAppraisal,
  tellRenewal,
} from './appraisal-standing.ts';

const today = '2026-11-23';
const block = blockOf('B3');
const asked = {
  blockCode: 'B3',
  askedOn: '2026-11-12',
  dueOn: '2026-12-04',
  isStarted: false,
  end: null,
};
const standingOf = (more: Partial<Parameters<typeof findAppraisalStanding>[0]> = {}) =>
  findAppraisalStanding({ block, appraisals: [], asked: [], today, ...more });
const signed = appraisalOf('B3', 'mastered');
const [first = ''] = Object.keys(signed.ratings);
const partly = { ...signed, ratings: { [first]: 'mastered' as const } };

describe('where the tutor’s appraisal of a block stands (DOMAIN 4.5)', () => {
  it('nobody has asked: it is not awaited', () => {
    expect(standingOf()).toEqual({ state: 'not_asked' });
    expect(standingOf({ asked: [{ ...asked, blockCode: 'B1' }] })).toEqual({ state: 'not_asked' });
  });

  it('asked, then begun; late once its day has passed', () => {
    expect(standingOf({ asked: [asked] })).toMatchObject({ state: 'asked', isLate: false });
    expect(standingOf({ asked: [{ ...asked, isStarted: true }] })).toMatchObject({
      state: 'started',
    });
    expect(standingOf({ asked: [{ ...asked, dueOn: '2026-11-22' }] })).toMatchObject({
      isLate: true,
    });
    expect(standingOf({ asked: [{ ...asked, dueOn: today }] })).toMatchObject({ isLate: false });
  });

  it('signed: a later request changes nothing; one with blanks waits for the request', () => {
    expect(standingOf({ appraisals: [signed], asked: [asked] }).state).toBe('signed');
    expect(standingOf({ appraisals: [partly] })).toMatchObject({ state: 'incomplete' });
    expect(standingOf({ appraisals: [partly], asked: [asked] }).state).toBe('asked');
  });

  it('signed and asked anew: the signed one counts, the late request is told beside it', () => {
    const appraisals = [signed];
    expect(standingOf({ appraisals })).toMatchObject({ renewal: null });
    const late = standingOf({ appraisals, asked: [{ ...asked, dueOn: '2026-11-19' }] });
    expect(late).toMatchObject({ state: 'signed', renewal: { state: 'asked', isLate: true } });
    const request = requestOf(late);
    expect(request && tellRenewal(request)).toBe('nouvelle appréciation en retard');
    // A correction begun by the tutor has no due day: nobody awaits it.
    expect(standingOf({ appraisals, asked: [{ ...asked, dueOn: null }] })).toMatchObject({
      renewal: null,
    });
  });

  it('asked of a tutor who is no longer in post: to be asked again', () => {
    const end = { reason: 'employment_ended', on: '2026-11-20', isFinal: false } as const;
    const standing = standingOf({ asked: [{ ...asked, isStarted: true, end }] });
    expect(standing).toMatchObject({ state: 'interrupted', isLate: false });
    expect(tellAppraisal(standing, 'Suivante Nora', today)).toEqual({
      label: 'Appréciation à redemander',
      detail: 'Suivante Nora',
      participle: 'demandée le 12 novembre 2026 à un tuteur qui n’est plus en poste',
    });
  });

  it('a request whose end is written down is awaited by nobody', () => {
    const end = { reason: 'taken_back', on: '2026-11-20', isFinal: true } as const;
    expect(standingOf({ asked: [{ ...asked, end }] })).toEqual({ state: 'not_asked' });
  });

  it('a block without competences asks for none', () => {
    expect(standingOf({ block: { ...block, competences: [] } })).toEqual({ state: 'not_needed' });
  });

  it('is told in the same words everywhere', () => {
    expect(tellAppraisal(standingOf(), 'Ferrand Hélène', today)).toEqual({
      label: 'Appréciation à demander',
      detail: 'Ferrand Hélène',
      participle: 'pas encore demandée',
    });
    expect(tellAppraisal(standingOf(), null, today).detail).toBe('aucun tuteur désigné');
    expect(tellAppraisal(standingOf({ asked: [asked] }), 'Ferrand Hélène', today)).toEqual({
      label: 'Appréciation demandée',
      detail: 'le 12/11 · Ferrand Hélène',
      participle: 'demandée le 12 novembre 2026, attendue pour le 4 décembre 2026',
    });
    const late = standingOf({ asked: [{ ...asked, isStarted: true, dueOn: '2026-11-19' }] });
    expect(tellAppraisal(late, null, today)).toMatchObject({
      label: 'Appréciation en retard',
      detail: 'attendue le 19/11',
      participle: 'commencée, demandée le 12 novembre 2026, attendue depuis le 19 novembre 2026',
    });
  });
});
