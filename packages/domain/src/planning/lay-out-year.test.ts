import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { generateCalendar } from './generate-calendar.ts';
import { layOutYear, type YearSheet, type YearSlot } from './lay-out-year.ts';
import { markProgramme } from './mark-programme.ts';
import { afbbRequest } from './test-request.ts';

const rules = { zone: 'metropole', closedMonths: [7, 8], closures: [] } as const;
const slot = (more: Partial<YearSlot>): YearSlot => ({
  id: '1',
  cohortId: 'c',
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'B1-M1',
  date: '2026-10-05',
  halfDay: 'morning',
  startsAt: 540,
  minutes: 210,
  trainerId: null,
  roomId: null,
  groupNumber: null,
  mode: 'on_site',
  ...more,
});
const planned = generateCalendar(afbbRequest).slots.map((one, index) =>
  slot({ ...one, id: String(index) }),
);
const layOut = (slots: readonly YearSlot[], more: object = {}): YearSheet => {
  const sheet = layOutYear({ framework: cqpAm2022Afbb, slots, events: [], rules, ...more });
  if (!sheet) throw new Error('A year with half-days has a sheet');
  return sheet;
};
const dayOf = ({ months }: YearSheet, date: string) =>
  months.flatMap(({ days }) => days).find((day) => day.date === date);

describe('a year on one page (DOMAIN 12)', () => {
  const sheet = layOut(planned, { events: [{ date: '2027-11-15', name: 'Jury' }] });

  it('has every month from the first half-day to the jury, also those without a session', () => {
    expect(sheet.months.map(({ month }) => month)).toEqual(
      ['10', '11', '12', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map(
        (month, index) => `${index < 3 ? 2026 : 2027}-${month}`,
      ),
    );
    expect(dayOf(sheet, '2027-11-15')).toMatchObject({ event: 'Jury' });
  });

  it('puts each weekday on the same line of every month, Monday to Friday', () => {
    expect(sheet.weekdays).toEqual([1, 2, 3, 4, 5]);
    expect(sheet.weekCount).toBe(5);
    expect(dayOf(sheet, '2026-10-01')?.row).toBe(3);
    expect(dayOf(sheet, '2026-10-05')?.row).toBe(5);
    // 1 November 2026 is a Sunday: the month begins on the first line with Monday 2.
    expect(dayOf(sheet, '2026-11-02')?.row).toBe(0);
    expect(dayOf(sheet, '2026-10-10')).toBeUndefined();
  });

  it('shows every half-day once, where it is', () => {
    const shown = sheet.months
      .flatMap(({ days }) => days)
      .flatMap(({ date, morning, afternoon }) => [
        ...morning.map(({ mark }) => `${date} morning ${mark}`),
        ...afternoon.map(({ mark }) => `${date} afternoon ${mark}`),
      ]);
    expect(shown).toHaveLength(planned.length);
    expect(shown[0]).toBe('2026-10-05 morning 1.1');
    expect(sheet.halfDayCount).toBe(planned.length);
  });

  it('names what closes a day', () => {
    expect(dayOf(sheet, '2027-03-29')?.off).toEqual({
      kind: 'public_holiday',
      name: 'lundi de Pâques',
    });
    expect(dayOf(sheet, '2027-07-05')?.off?.name).toBe('pas de session en juillet');
  });

  it('has a line for a Saturday only when something is on one', () => {
    const { weekdays } = layOut([slot({ date: '2026-10-10' })]);
    expect(weekdays).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is none before the first half-day is planned', () => {
    expect(
      layOutYear({
        framework: cqpAm2022Afbb,
        slots: [],
        events: [{ date: '2027-01-04', name: 'Jury' }],
        rules,
      }),
    ).toBeNull();
  });

  it('shows groups of a module side by side as one entry, another module beside it', () => {
    const afgsu = { blockCode: 'B4', moduleCode: 'B4-M1' };
    const sheet = layOut([
      slot({ ...afgsu, groupNumber: 2 }),
      slot({ ...afgsu, groupNumber: 1 }),
      slot({ moduleCode: 'B1-M2', startsAt: 600, mode: 'remote' }),
    ]);
    expect(dayOf(sheet, '2026-10-05')?.morning).toMatchObject([
      { mark: '4.1', groups: [1, 2], tint: 4, isRemote: false },
      { mark: '1.2', groups: [], tint: 1, isRemote: true },
    ]);
    expect(sheet.halfDayCount).toBe(1);
  });

  it('no two days of a month share a line, whatever the weekdays', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 500 }),
        (at, length) => {
          const day = (count: number) =>
            new Date(Date.UTC(2024, 0, 1 + count)).toISOString().slice(0, 10);
          const { months, weekdays, weekCount } = layOut([
            slot({ date: day(at) }),
            slot({ date: day(at + length) }),
          ]);
          for (const { days } of months) {
            expect(new Set(days.map(({ row }) => row)).size).toBe(days.length);
            expect(days.every(({ row }) => row < weekCount * weekdays.length)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the marks of a programme', () => {
  it('say the block and the module, so that a black and white copy can be read', () => {
    const [first] = markProgramme(cqpAm2022Afbb, planned);
    expect(first).toMatchObject({ code: 'B1', number: 1, name: 'Parcours du patient' });
    expect(first?.items.map(({ mark }) => mark)).toEqual(['1.1', '1.2', '1.3', '1.4', 'É1']);
    expect(first?.items[0]).toMatchObject({ plannedMinutes: 21 * 60, dueMinutes: 21 * 60 });
  });

  it('follow the block’s own number when blocks are printed in another order', () => {
    const [b1, b2, b3, b4] = cqpAm2022Afbb.blocks;
    if (!b1 || !b2 || !b3 || !b4) throw new Error('Four blocks');
    const printed = { ...cqpAm2022Afbb, blocks: [b1, b3, b2, b4] };
    expect(markProgramme(printed, []).map(({ number }) => number)).toEqual([1, 3, 2, 4]);
  });

  it('count blocks that have no number of their own', () => {
    const [b1, b2] = cqpAm2022Afbb.blocks;
    if (!b1 || !b2) throw new Error('Two blocks');
    const named = {
      ...cqpAm2022Afbb,
      blocks: [
        { ...b1, code: 'SOINS' },
        { ...b2, code: 'ACCUEIL' },
      ],
    };
    expect(markProgramme(named, []).map(({ number }) => number)).toEqual([1, 2]);
  });
});
