import { describe, expect, it } from '@jest/globals';
import { findContractsEnd, findContractsStart } from './find-contracts-end.ts';

const today = '2026-11-22';
const until = (to: string | null) => [{ from: '2026-06-01', to }];
const [may, june, july] = ['2027-05-31', '2027-06-30', '2027-07-31'];

describe('a cohort’s programme stays inside the contract dates (DOMAIN 12)', () => {
  it('it is over when half of its learners have no contract any more', () => {
    expect(findContractsEnd([may, june, july, july].map(until), today)).toBe(june);
    expect(findContractsEnd([may, june, july, july, july].map(until), today)).toBe(july);
  });

  it('the contract of one learner binds their own path, not the cohort (W3)', () => {
    expect(findContractsEnd([until(may)], today)).toBeNull();
    expect(findContractsEnd([until(may), until(null)], today)).toBeNull();
    expect(findContractsEnd([until(may), until(null), until(null)], today)).toBeNull();
  });

  it('the last of several contracts counts; one without an end, or no employer, binds nothing', () => {
    const two = [...until(may), { from: june, to: july }];
    expect(findContractsEnd([two, two], today)).toBe(july);
    expect(findContractsEnd([[...until(may), ...until(null)], until(may)], today)).toBeNull();
    expect(findContractsEnd([[], [], until(may)], today)).toBeNull();
  });

  it('contracts that are over already bind no longer', () => {
    expect(findContractsEnd([until('2026-10-31'), until('2026-10-31')], today)).toBeNull();
    expect(findContractsEnd([until('2026-10-31'), until(may), until(may)], today)).toBe(may);
    const over = [until('2026-10-31'), until('2026-10-31')];
    expect(findContractsEnd([...over, until(june), until(june)], today)).toBe(june);
  });
});

describe('a cohort’s programme waits for the contracts of half of its learners (DOMAIN 12)', () => {
  const from = (day: string, to: string | null = null) => [{ from: day, to }];
  const [december, january] = ['2026-12-01', '2027-01-04'];

  it('it begins when more than half of them have theirs', () => {
    expect(findContractsStart([from(december), from(december)], today)).toBe(december);
    expect(findContractsStart([from('2026-09-01'), from(december), from(january)], today)).toBe(
      december,
    );
  });

  it('one who is hired later enters later; one without an employer is not waited for', () => {
    expect(findContractsStart([from(january)], today)).toBeNull();
    expect(findContractsStart([from('2026-09-01'), from(january), []], today)).toBeNull();
    expect(findContractsStart([[], [], from(january), from(january)], today)).toBe(january);
  });

  it('a contract that runs already binds nothing, whatever follows or preceded it', () => {
    const running = [...from('2026-06-01'), ...from(january)];
    expect(findContractsStart([running, running], today)).toBeNull();
    const again = [...from('2025-06-01', '2026-06-30'), ...from(january)];
    expect(findContractsStart([again, again], today)).toBe(january);
  });
});
