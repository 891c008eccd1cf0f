import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../plain-date.ts';
import type { DeadlineRegime } from '../vocabulary.ts';
import {
  computeDeadlines,
  conventionRegime,
  type EmploymentDates,
  listOutdatedDeadlines,
  operativeDeadline,
} from './compute-deadlines.ts';
import type { DeadlineSuspension } from './suspend-clock.ts';

const employment: EmploymentDates = {
  hireDate: '2025-09-01',
  dutyStartOn: '2025-09-15',
  cpamContractSignedOn: '2025-10-06',
  regimeOverride: null,
};
const conventions: DeadlineRegime[] = ['regime_2019', 'regime_2024'];
const fae: DeadlineRegime[] = ['arrete_2019_fae', ...conventions];

const compute = (
  dates: Partial<EmploymentDates> = {},
  suspensions: readonly DeadlineSuspension[] = [],
  frameworkRegimes = conventions,
  outcome: 'certificate' | 'attestation' = 'certificate',
) =>
  computeDeadlines({
    employment: { ...employment, ...dates },
    frameworkRegimes,
    outcome,
    suspensions,
  });
const brief = (rows: ReturnType<typeof compute>) =>
  rows.map(({ kind, anchor, dueOn, source }) => [kind, anchor, dueOn, source]);
const suspend = (from: string, to: string): DeadlineSuspension => ({ from, to, motive: 'CPN' });

describe('which convention binds (DOMAIN 6)', () => {
  it('a contract signed before 22/06/2024 is under the one of 2019, from that day the new one', () => {
    const regimeOf = (cpamContractSignedOn: string) =>
      conventionRegime({ ...employment, cpamContractSignedOn }, conventions);
    expect(regimeOf('2024-06-21')).toBe('regime_2019');
    expect(regimeOf('2024-06-22')).toBe('regime_2024');
  });

  it('a date kept from a slip of the year decides nothing and starts no clock', () => {
    const wrong = { cpamContractSignedOn: '9999-05-05' };
    expect(conventionRegime({ ...employment, ...wrong, hireDate: '2024-01-02' }, conventions)).toBe(
      'regime_2019',
    );
    expect(brief(compute(wrong))).toEqual(brief(compute({ cpamContractSignedOn: null })));
    expect(brief(compute({ hireDate: '0202-05-01' }))).toEqual(brief(compute({ hireDate: null })));
    expect(compute({ hireDate: '9998-01-01', cpamContractSignedOn: null })).toEqual([]);
  });

  it('a person may choose otherwise', () => {
    const dates = { ...employment, regimeOverride: 'regime_2019' as const };
    expect(conventionRegime(dates, conventions)).toBe('regime_2019');
  });

  it('without a contract date the hire date tells, whatever the version names', () => {
    const dates = { ...employment, cpamContractSignedOn: null, hireDate: '2023-01-09' };
    expect(conventionRegime(dates, conventions)).toBe('regime_2019');
    const hiredSince = { ...dates, hireDate: '2026-09-01' };
    expect(conventionRegime(hiredSince, ['regime_2019'])).toBe('regime_2024');
    const unknown = { ...dates, hireDate: null };
    expect(conventionRegime(unknown, ['regime_2019'])).toBe('regime_2019');
    expect(conventionRegime(unknown, conventions)).toBe('regime_2024');
  });

  it('a certification that names no regime has no deadline', () => {
    expect(compute({}, [], [])).toEqual([]);
  });
});

describe('the rows of each regime (DOMAIN 6)', () => {
  it('2019: enrol within 2 years and obtain within 3 of the hire (W16, S2:L168)', () => {
    const source = 'Avenant 7 art. 9-2 (W16), S2:L168';
    expect(brief(compute({ cpamContractSignedOn: '2024-01-08', hireDate: '2024-01-02' }))).toEqual([
      ['enrol', 'hire_date', '2026-01-02', source],
      ['obtain', 'hire_date', '2027-01-02', source],
    ]);
  });

  it('2024: enrol within 1 year of the signature, obtain within 2 of both anchors (S4:L34, S1:L100)', () => {
    expect(brief(compute())).toEqual([
      ['enrol', 'cpam_contract_signed_on', '2026-10-06', 'JO du 21/06/2024, S1:L100–104'],
      ['obtain', 'hire_date', '2027-09-01', 'ameli.fr, S4:L34'],
      ['obtain', 'cpam_contract_signed_on', '2027-10-06', 'JO du 21/06/2024, S1:L100–104'],
    ]);
  });

  it('the earliest of a kind is operative, the others are information (Q8)', () => {
    const rows = compute();
    expect(rows.map(({ isOperative }) => isOperative)).toEqual([true, true, false]);
    expect(rows.every((row) => row.isInformation !== row.isOperative)).toBe(true);
    expect(operativeDeadline(rows, 'obtain')?.anchor).toBe('hire_date');
    const signedFirst = compute({ cpamContractSignedOn: '2025-08-04' });
    expect(operativeDeadline(signedFirst, 'obtain')?.dueOn).toBe('2027-08-04');
  });

  it('FAE: three years from taking up duties (W4) beside the convention’s clocks', () => {
    const rows = compute({}, [], fae, 'attestation').filter(({ kind }) => kind === 'obtain');
    expect(rows.map(({ regime, dueOn }) => [regime, dueOn])).toEqual([
      ['regime_2024', '2027-09-01'],
      ['regime_2024', '2027-10-06'],
      ['arrete_2019_fae', '2028-09-15'],
    ]);
  });

  it('duties not dated start on the hire date', () => {
    const rows = compute({ dutyStartOn: null }, [], ['arrete_2019_fae'], 'attestation');
    expect(rows).toMatchObject([{ anchor: 'hire_date', dueOn: '2028-09-01' }]);
  });

  it('a row whose anchor is not known is left out', () => {
    const rows = compute({ cpamContractSignedOn: null }, [], ['regime_2024']);
    expect(brief(rows)).toEqual([['obtain', 'hire_date', '2027-09-01', 'ameli.fr, S4:L34']]);
    expect(operativeDeadline(rows, 'enrol')).toBeNull();
  });

  it('29 February becomes 28 February', () => {
    const rows = compute({ hireDate: '2024-02-29', cpamContractSignedOn: '2024-03-01' });
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(['2026-02-28', '2027-02-28']);
  });

  it('says that it binds the employing doctor, to what, by when and why', () => {
    expect(operativeDeadline(compute(), 'obtain')?.sentence).toBe(
      'Ce délai engage le médecin employeur : son assistant médical doit avoir obtenu le certificat au plus tard le 1er septembre 2027, 2 ans après l’embauche du 1er septembre 2025.',
    );
    const suspended = compute({}, [suspend('2026-01-01', '2026-01-31')]);
    expect(operativeDeadline(suspended, 'enrol')?.sentence).toBe(
      'Ce délai engage le médecin employeur : son assistant médical doit être inscrit en formation au plus tard le 6 novembre 2026, 1 an après la signature du contrat avec la CPAM du 6 octobre 2025, plus 31 jours de suspension.',
    );
  });
});

describe('suspensions shift the deadline (S4:L36, Q9)', () => {
  const obtain = (...suspensions: DeadlineSuspension[]) =>
    operativeDeadline(compute({}, suspensions), 'obtain');

  it('by the days suspended, both ends included', () => {
    expect(obtain(suspend('2026-01-01', '2026-01-31'))).toMatchObject({
      originalDueOn: '2027-09-01',
      suspendedDays: 31,
      dueOn: '2027-10-02',
    });
    expect(obtain(suspend('2026-01-01', '2026-01-01'))?.suspendedDays).toBe(1);
  });

  it('overlapping ones count each day once', () => {
    const both = obtain(suspend('2026-01-01', '2026-01-31'), suspend('2026-01-15', '2026-02-10'));
    expect(both?.suspendedDays).toBe(41);
  });

  it('days before the clock starts or after it ends do not count', () => {
    expect(obtain(suspend('2025-08-01', '2025-09-10'))?.suspendedDays).toBe(10);
    expect(obtain(suspend('2025-01-01', '2025-08-31'))?.suspendedDays).toBe(0);
    expect(obtain(suspend('2027-09-02', '2027-12-31'))?.suspendedDays).toBe(0);
  });

  it('one that begins while the clock runs counts whole, and so does one within the extension', () => {
    expect(obtain(suspend('2027-09-01', '2027-09-30'))?.dueOn).toBe('2027-10-01');
    const chained = obtain(
      suspend('2027-08-23', '2027-09-21'),
      suspend('2027-09-25', '2027-09-29'),
    );
    expect(chained).toMatchObject({ suspendedDays: 35, dueOn: '2027-10-06' });
  });

  it('shifts both clocks of the convention, its 2 years (S4:L36) and its 1 year (Q9), never the arrêté’s', () => {
    const rows = compute({}, [suspend('2026-01-01', '2026-01-31')], fae, 'attestation');
    expect(rows.map(({ suspendedDays }) => suspendedDays)).toEqual([31, 31, 31, 0]);
  });

  it('the operative row is chosen after the shift, each clock with its own days', () => {
    const rows = compute({ cpamContractSignedOn: '2025-09-10' }, [
      suspend('2025-09-02', '2025-10-31'),
    ]);
    const dues = rows.filter(({ kind }) => kind === 'obtain').map(({ dueOn }) => dueOn);
    expect(dues).toEqual(['2027-10-31', '2027-11-01']);
    expect(operativeDeadline(rows, 'obtain')?.anchor).toBe('hire_date');
  });

  it('refuses one that ends before it starts', () => {
    expect(() => obtain(suspend('2026-02-01', '2026-01-31'))).toThrow(RangeError);
  });
});

describe('properties of suspended deadlines', () => {
  const suspension = fc
    .tuple(fc.integer({ min: -400, max: 1500 }), fc.integer({ min: 0, max: 200 }))
    .map(([start, length]) => {
      const from = addDays('2025-09-01', start);
      return suspend(from, addDays(from, length));
    });
  const suspensions = fc.array(suspension, { maxLength: 6 });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(suspensions, (list) => {
        expect(compute({}, list.toReversed())).toEqual(compute({}, list));
      }),
    );
  });

  it('the same suspension twice, or cut in two, changes nothing', () => {
    fc.assert(
      fc.property(suspensions, suspension, (list, one) => {
        const once = compute({}, [...list, one]);
        expect(compute({}, [...list, one, one])).toEqual(once);
        const cut =
          one.from < one.to
            ? [suspend(one.from, one.from), suspend(addDays(one.from, 1), one.to)]
            : [one];
        expect(compute({}, [...list, ...cut])).toEqual(once);
      }),
    );
  });

  it('one more never brings a deadline nearer', () => {
    fc.assert(
      fc.property(suspensions, suspension, (list, one) => {
        const before = compute({}, list);
        compute({}, [...list, one]).forEach((row, index) => {
          expect(row.dueOn >= (before[index]?.dueOn ?? '')).toBe(true);
          expect(row.dueOn).toBe(addDays(row.originalDueOn, row.suspendedDays));
        });
      }),
    );
  });

  it('the clock runs as many days as without suspension, counted day by day', () => {
    fc.assert(
      fc.property(suspensions, (list) => {
        const isSuspended = (day: string) => list.some(({ from, to }) => from <= day && day <= to);
        const row = operativeDeadline(compute({ cpamContractSignedOn: null }, list), 'obtain');
        let [day, running] = ['2025-09-01', 0];
        while (day < (row?.dueOn ?? '')) {
          if (!isSuspended(day)) running += 1;
          day = addDays(day, 1);
        }
        expect(isSuspended(day)).toBe(false);
        expect(running).toBe(730);
      }),
      { numRuns: 25 },
    );
  });
});

describe('texts of an earlier convention that are still read (DOMAIN 6)', () => {
  it('under the convention of 2024: what W7 and S1:L42 still say, with its source', () => {
    expect(listOutdatedDeadlines(employment, conventions)).toEqual([
      {
        kind: 'enrol',
        dueOn: '2027-09-01',
        source: 'W7',
        sentence: 'Entrer en formation 2 ans après l’embauche, soit le 1er septembre 2027.',
      },
      {
        kind: 'obtain',
        dueOn: '2028-09-01',
        source: 'W7, S1:L42',
        sentence: 'Obtenir le titre 3 ans après l’embauche, soit le 1er septembre 2028.',
      },
    ]);
  });

  it('none under the convention of 2019, which says so itself, nor without a regime', () => {
    const before = { ...employment, cpamContractSignedOn: '2024-01-08' };
    expect(listOutdatedDeadlines(before, conventions)).toEqual([]);
    expect(listOutdatedDeadlines(employment, [])).toEqual([]);
  });
});
