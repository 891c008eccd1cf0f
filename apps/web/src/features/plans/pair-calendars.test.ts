import type { CalendarSlot, PlanChangeView } from '@jalon/contract';
import { describe, expect, it } from '@jest/globals';
import { pairCalendars } from './pair-calendars.ts';

const named = (name: string) => ({ id: name, name });

const standing = (id: string, date: string): CalendarSlot => ({
  id,
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'M1',
  date,
  halfDay: 'morning',
  startsAt: 540,
  minutes: 210,
  cohort: named('Janvier'),
  moduleRunId: 'run',
  name: 'Accueil',
  trainer: named('Petit Sandrine'),
  room: named('Salle 1'),
  site: named('Paris'),
  mode: 'on_site',
  cancelReason: null,
  recordedCount: 0,
  signerName: null,
  isLocked: false,
  revision: 1,
});

const change = (
  kind: PlanChangeView['kind'],
  id: string,
  from: string | null,
  to: string | null,
): PlanChangeView => {
  const moment = (date: string) => ({
    date,
    halfDay: 'morning' as const,
    startsAt: 540,
    minutes: 210,
    trainer: named('Roche Julien'),
    room: null,
    isRemote: true,
  });
  return {
    id,
    kind,
    cohortId: 'Janvier',
    of: 'training',
    blockCode: 'B1',
    name: 'Accueil',
    from: from && moment(from),
    to: to && moment(to),
  } as PlanChangeView;
};

const tell = (slots: ReturnType<typeof pairCalendars>['after']) =>
  slots.map(({ date, mark, facts }) => [date, mark ?? '', facts].join(' | '));

describe('a plan beside the calendar that stands', () => {
  const slots = [standing('a', '2027-01-06'), standing('b', '2027-01-07')];
  const changes = [
    change('moved', 'a', '2027-01-06', '2027-01-20'),
    change('added', 'run/2027-01-21/540', null, '2027-01-21'),
  ];

  it('marks on one side what leaves and on the other what comes', () => {
    const { before, after } = pairCalendars(slots, changes, new Set());
    expect(tell(before)).toEqual([
      '2027-01-06 | déplacé | Petit Sandrine · Salle\u00A01',
      '2027-01-07 |  | Petit Sandrine · Salle\u00A01',
    ]);
    expect(tell(after)).toEqual([
      '2027-01-07 |  | Petit Sandrine · Salle\u00A01',
      '2027-01-20 | déplacé | Roche Julien · à distance',
      '2027-01-21 | ajouté | Roche Julien · à distance',
    ]);
  });

  it('leaves where it was what is not chosen', () => {
    const { before, after } = pairCalendars(slots, changes, new Set(['a']));
    expect(before.every(({ mark, isCancelled }) => !mark && !isCancelled)).toBe(true);
    expect(tell(after)[0]).toBe('2027-01-06 |  | Petit Sandrine · Salle\u00A01');
    expect(after).toHaveLength(3);
  });

  it('keeps at its place a half-day that only changes hands', () => {
    const restaffed = [change('restaffed', 'b', '2027-01-07', '2027-01-07')];
    const { before, after } = pairCalendars(slots, restaffed, new Set());
    expect(before.find(({ key }) => key === 'b')).toMatchObject({
      mark: 'réaffecté',
      isCancelled: false,
    });
    expect(after.find(({ key }) => key === 'b')).toMatchObject({ mark: 'réaffecté' });
  });
});
