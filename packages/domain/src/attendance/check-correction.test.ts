import { describe, expect, it } from '@jest/globals';
import { checkAttendanceCorrection, checkCorrectionChanges } from './check-correction.ts';

describe('a presence corrected with a motive (DOMAIN 8.1)', () => {
  it('once the sheet is signed or its half-day cancelled, not before', () => {
    expect(checkAttendanceCorrection({ isSigned: true, isCancelled: false })).toEqual([]);
    expect(checkAttendanceCorrection({ isSigned: false, isCancelled: true })).toEqual([]);
    expect(checkAttendanceCorrection({ isSigned: false, isCancelled: false })).toMatchObject([
      { rule: 'attendance.corrected-once-signed', path: '', source: 'DOMAIN 8.1' },
    ]);
  });

  it('changes something, or is none', () => {
    expect(checkCorrectionChanges(1)).toEqual([]);
    expect(checkCorrectionChanges(0)).toMatchObject([
      { rule: 'attendance.correction-changes', path: '/state', source: 'DOMAIN 8.1' },
    ]);
  });
});
