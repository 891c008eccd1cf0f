import { describe, expect, it } from '@jest/globals';
import {
  checkEndAfterRecord,
  checkEntryMoved,
  checkLeftAfterRecord,
  type RecordedDay,
} from './check-recorded-days.ts';

const recorded: readonly RecordedDay[] = [
  { kind: 'assessment', on: '2026-11-02' },
  { kind: 'presence', on: '2026-10-05' },
  { kind: 'decision', on: '2026-12-18' },
];

describe('what was recorded of a learner happened during their course (DOMAIN 12)', () => {
  it('an entry is not moved beyond the first of it', () => {
    expect(checkEntryMoved('2026-10-05', recorded)).toEqual([]);
    expect(checkEntryMoved('2027-01-04', [])).toEqual([]);
    expect(checkEntryMoved('2026-10-06', recorded)).toMatchObject([
      {
        rule: 'enrolment.entry-before-record',
        path: '/startsOn',
        message:
          'Une présence est notée le 5 octobre 2026 : l’entrée en formation ne peut pas la suivre.',
      },
    ]);
  });

  it('a course does not end before the last of it; without an end nothing contradicts it', () => {
    expect(checkEndAfterRecord('2026-11-02', recorded)).toEqual([]);
    expect(checkEndAfterRecord(null, recorded)).toEqual([]);
    expect(checkEndAfterRecord('2026-11-01', recorded)).toMatchObject([
      {
        rule: 'enrolment.end-after-record',
        path: '/endsOn',
        message: 'Une épreuve est notée le 2 novembre 2026 : la formation ne peut pas finir avant.',
      },
    ]);
  });

  it('nobody has left before the last of it; a jury may decide afterwards', () => {
    expect(checkLeftAfterRecord('2026-11-02', recorded)).toEqual([]);
    expect(checkLeftAfterRecord('2026-10-01', [])).toEqual([]);
    expect(checkLeftAfterRecord('2026-11-01', recorded)).toMatchObject([
      {
        rule: 'enrolment.left-after-record',
        path: '/on',
        message: 'Une épreuve est notée le 2 novembre 2026 : l’abandon ne peut pas la précéder.',
      },
    ]);
  });
});
