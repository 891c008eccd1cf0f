import { describe, expect, it } from '@jest/globals';
import {
  appraisalUrgency,
  countMenu,
  dispensationUrgency,
  isCertificateToSettle,
  isDeadlineNear,
  isDispensationOpen,
  isJuryToHold,
  juryUrgency,
} from './menu-count.ts';

const today = '2026-11-23';

describe('what an entry of the menu says', () => {
  it('counts the rows and takes the colour of the worst', () => {
    expect(countMenu('appraisals', ['waiting', 'late', 'at_risk'])).toEqual({
      entry: 'appraisals',
      count: 3,
      worst: 'late',
    });
    expect(countMenu('deadlines', ['waiting', 'at_risk']).worst).toBe('at_risk');
    expect(countMenu('juries', [])).toMatchObject({ count: 0, worst: 'waiting' });
  });
});

describe('the rows that a page lists by itself', () => {
  it('deadlines past or within 90 days', () => {
    expect(['late', 'within_30', 'within_90'].every((one) => isDeadlineNear(one as 'late'))).toBe(
      true,
    );
    expect([isDeadlineNear('later'), isDeadlineNear('settled')]).toEqual([false, false]);
  });

  it('dispensations without an answer; late after 30 days of silence (DOMAIN 5.2)', () => {
    expect([isDispensationOpen('draft'), isDispensationOpen('granted')]).toEqual([true, false]);
    const sent = (transmittedOn: string) =>
      dispensationUrgency({ state: 'transmitted', transmittedOn }, today);
    expect([sent('2026-10-23'), sent('2026-10-24')]).toEqual(['late', 'waiting']);
    expect(dispensationUrgency({ state: 'filed', transmittedOn: null }, today)).toBe('waiting');
  });

  it('appraisals awaited; late the day after their due day (DOMAIN 4.5)', () => {
    const due = (dueOn: string | null) => appraisalUrgency(dueOn, today);
    expect([due('2026-11-22'), due(today), due(null)]).toEqual(['late', 'waiting', 'waiting']);
  });

  it('juries not closed; late once their day has passed', () => {
    expect([isJuryToHold('prepared'), isJuryToHold('closed')]).toEqual([true, false]);
    expect([juryUrgency('2026-11-22', today), juryUrgency(today, today)]).toEqual([
      'late',
      'at_risk',
    ]);
    expect(juryUrgency('2026-12-18', today)).toBe('waiting');
  });

  it('certificates to issue, and those whose copy for the CPAM is not sent', () => {
    const standing = (outcome: 'ready' | 'not_ready', sent?: string | null) =>
      isCertificateToSettle({
        certificate: sent === undefined ? null : { cpamCopySentOn: sent },
        readiness: { outcome },
      });
    expect([standing('ready'), standing('not_ready')]).toEqual([true, false]);
    expect([standing('not_ready', null), standing('ready', today)]).toEqual([true, false]);
  });
});
