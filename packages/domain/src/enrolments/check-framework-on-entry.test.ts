import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import type { Framework } from '../frameworks/framework.ts';
import { frameworkLibrary } from '../frameworks/library.ts';
import { addDays } from '../plain-date.ts';
import { checkFrameworkOnEntry } from './check-framework-on-entry.ts';

const check = (framework: Framework, day: string, versions = frameworkLibrary) =>
  checkFrameworkOnEntry(framework, day, versions);
const ruleOf = (...args: Parameters<typeof check>) => check(...args)[0]?.rule;

describe('DOMAIN 3.3: the registration on the day of entry', () => {
  it.each([
    ['2022-04-21', 'enrolment.registered-on-entry'],
    ['2022-04-22', undefined],
    ['2025-04-24', undefined],
    ['2025-04-25', 'enrolment.entry-in-registration-hole'],
    ['2025-06-24', 'enrolment.entry-in-registration-hole'],
    ['2025-06-25', 'enrolment.registered-on-entry'],
  ])('afbb (RNCP 36358) on %s', (day, rule) => {
    expect(ruleOf(cqpAm2022Afbb, day)).toBe(rule);
  });

  it.each([
    ['2025-04-24', 'enrolment.registered-on-entry'],
    ['2025-05-01', 'enrolment.entry-in-registration-hole'],
    ['2025-06-25', undefined],
    ['2030-06-25', undefined],
    ['2030-06-26', 'enrolment.registered-on-entry'],
  ])('Le Mans (RNCP 40913) on %s', (day, rule) => {
    expect(ruleOf(cqpAm40913LeMans, day)).toBe(rule);
  });

  it('says which sheet, since when, and what to do', () => {
    expect(check(cqpAm2022Afbb, '2025-05-01')).toMatchObject([
      {
        severity: 'warning',
        path: '/startsOn',
        message:
          'Le 1er mai 2025, la fiche RNCP36358 n’est plus enregistrée depuis le 25 avril 2025 et aucune autre ne l’est ce jour-là : le niveau pourrait ne pas être reconnu, demandez à la CPNEFP.',
      },
    ]);
  });

  it('points to the version that is registered that day', () => {
    expect(check(cqpAm2022Afbb, '2026-01-05')[0]?.message).toContain(
      'choisissez la version « CQP Assistant médical, RNCP 40913, CFA Le Mans (279 h) »',
    );
  });

  it('is no hole when a third version is registered that day', () => {
    const between = {
      ...cqpAm2022Afbb,
      certification: cqpAm2022Afbb.certification && {
        ...cqpAm2022Afbb.certification,
        registeredFrom: '2025-04-25',
        registeredTo: '2025-06-24',
      },
    };
    const versions = [cqpAm2022Afbb, between, cqpAm40913LeMans];
    expect(ruleOf(cqpAm2022Afbb, '2025-05-01', versions)).toBe('enrolment.registered-on-entry');
  });

  it('looks at the versions of the centre, not at those that Jalon ships', () => {
    const message = (versions: readonly Framework[]) =>
      check(cqpAm2022Afbb, '2026-01-05', versions)[0]?.message;
    expect(message([cqpAm2022Afbb])).toContain('vérifiez la date ou la version');
    const own = { ...cqpAm40913LeMans, title: 'CQP, version du centre' };
    expect(message([cqpAm2022Afbb, own])).toContain(
      'choisissez la version « CQP, version du centre »',
    );
  });

  it('the FAE has no registration to check', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        expect(check(fae112, addDays('2022-01-01', days))).toEqual([]);
      }),
    );
  });
});
