import { describe, expect, it } from '@jest/globals';
import { checkWorkingDays, type WeeklySlot, type WorkedEmployment } from './check-working-days.ts';

const halfTime: WorkedEmployment = {
  employerName: 'Cabinet du Dr Ferrand',
  hireDate: '2026-09-01',
  contractStartsOn: null,
  endsOn: null,
  workedMornings: [1, 2],
  workedAfternoons: [1],
};
// 14 September 2026 is a Monday.
const slot = (date: string, halfDay: WeeklySlot['halfDay'] = 'morning'): WeeklySlot => ({
  date,
  halfDay,
});
const check = (slots: WeeklySlot[], employment: Partial<WorkedEmployment> = {}) =>
  checkWorkingDays([{ ...halfTime, ...employment }], slots, {
    since: '2026-09-01',
    path: '/cohortId',
  });

describe('Half-time assistants: a conflict with their working days is only warned of (Q17)', () => {
  it('one half-day on a worked one is told with its day', () => {
    expect(check([slot('2026-09-14'), slot('2026-09-16')])).toEqual([
      {
        rule: 'employment.working-days',
        severity: 'warning',
        path: '/cohortId',
        message:
          'Cabinet du Dr Ferrand attend l’apprenant le lundi matin : une demi-journée de formation tombe alors, le 14 septembre 2026. Convenez-en avec l’employeur.',
        source: 'DOMAIN Q17, S2:L85',
      },
    ]);
  });

  it('several are counted, their half-days of the week named once, the first one dated', () => {
    const [warning] = check([
      slot('2026-09-21'),
      slot('2026-09-15'),
      slot('2026-09-14'),
      slot('2026-09-14', 'afternoon'),
    ]);
    expect(warning?.message).toBe(
      'Cabinet du Dr Ferrand attend l’apprenant le lundi matin, lundi après-midi et mardi matin : 4 demi-journées de formation tombent alors, à partir du 14 septembre 2026. Convenez-en avec l’employeur.',
    );
  });

  it('the other half of a worked day is free', () => {
    expect(check([slot('2026-09-15', 'afternoon')])).toEqual([]);
  });

  it('a week that nobody has said is no conflict', () => {
    expect(check([slot('2026-09-14')], { workedMornings: [], workedAfternoons: [] })).toEqual([]);
  });

  it('only the days of the contract count, both ends included', () => {
    const period = { contractStartsOn: '2026-09-14', endsOn: '2026-09-21' };
    const days = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28'];
    const [warning] = check(
      days.map((day) => slot(day)),
      period,
    );
    expect(warning?.message).toContain('2 demi-journées');
  });

  it('what is over is told no more', () => {
    const slots = [slot('2026-09-14')];
    const choice = { since: '2026-09-15', path: '' };
    expect(checkWorkingDays([halfTime], slots, choice)).toEqual([]);
  });

  it('each employer of a shared assistant has a warning of their own', () => {
    const other = { ...halfTime, employerName: 'Cabinet du Dr Roy', workedMornings: [3] };
    const slots = [slot('2026-09-14'), slot('2026-09-16')];
    const warnings = checkWorkingDays([halfTime, other], slots, { since: '2026-09-01', path: '' });
    expect(warnings).toHaveLength(2);
  });
});
