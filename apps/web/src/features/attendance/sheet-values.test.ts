import type { AttendanceSheetView } from '@jalon/contract';
import { describe, expect, it } from '@jest/globals';
import { changedRows, valuesOf, withState } from './sheet-values.ts';

const entry = {
  id: 'e1',
  state: 'present' as const,
  lateMinutes: 10,
  leftEarlyMinutes: 0,
  justification: null,
  motive: null,
  minutesDone: 200,
  recordedBy: 'Petit Sophie',
  recordedAt: '2026-11-23T09:00:00.000Z',
};
const rowOf = (enrolmentId: string, recorded: typeof entry | null) => ({
  enrolmentId,
  learnerName: enrolmentId,
  cohortName: '',
  isExpected: true,
  entry: recorded,
  replaced: [],
});
const sheet = { rows: [rowOf('a', null), rowOf('b', entry)] } as unknown as AttendanceSheetView;
const [blank, recorded] = sheet.rows;

describe('presence is never pre-filled', () => {
  it('an untouched row has no state and is not sent', () => {
    expect(blank && valuesOf(blank, {}).state).toBeNull();
    expect(changedRows(sheet, {})).toEqual([]);
  });

  it('only what somebody changed is sent, with the entry it was read from', () => {
    const absent = recorded && withState(valuesOf(recorded, {}), 'absent');
    expect(absent && changedRows(sheet, { b: absent })).toEqual([
      {
        enrolmentId: 'b',
        basedOn: 'e1',
        state: 'absent',
        lateMinutes: 0,
        leftEarlyMinutes: 0,
        justification: null,
      },
    ]);
  });

  it('choosing what is recorded already changes nothing', () => {
    expect(recorded && changedRows(sheet, { b: valuesOf(recorded, {}) })).toEqual([]);
  });
});
