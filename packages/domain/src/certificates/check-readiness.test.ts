import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeHours } from '../attendance/compute-hours.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { listProgramme, type ProgrammeItem } from '../frameworks/list-programme.ts';
import { afgsuObtained, leMans } from '../test-records.ts';
import { blockDecisions } from '../vocabulary.ts';
import {
  checkAttestation,
  checkBlockAttestation,
  checkReadiness,
  missingSentence,
} from './check-readiness.ts';
import { type BlockVerdict, blockKeptUntil, isBlockKept } from './held-blocks.ts';

const verdicts = (decidedOn: string, ...codes: string[]): BlockVerdict[] =>
  codes.map((blockCode) => ({ blockCode, decision: 'acquired', decidedOn }));
const all = verdicts('2026-12-18', 'B1', 'B2', 'B3', 'B4');
const held = [afgsuObtained('2026-03-04')];

const check = (
  blockDecisions: readonly BlockVerdict[],
  credentials = held,
  onDate = '2026-12-20',
  framework = leMans,
) => checkReadiness({ framework, blockDecisions, credentials, onDate });

describe('the certificate (S1:L174, DOMAIN 13)', () => {
  it('is ready with all blocks and a valid AFGSU', () => {
    const { outcome, reasons } = check(all);
    expect(outcome).toBe('ready');
    expect(missingSentence(reasons)).toBe('Il ne manque rien.');
  });

  it('says which block is missing and why', () => {
    const decisions = [
      ...verdicts('2026-12-18', 'B1', 'B2'),
      { blockCode: 'B3', decision: 'not_acquired' as const, decidedOn: '2026-12-18' },
    ];
    const { outcome, reasons } = check(decisions);
    expect(outcome).toBe('not_ready');
    expect(missingSentence(reasons)).toBe(
      'Il manque : le bloc B3 « Gestion des risques contaminant et des procédures de sécurité sanitaire » : non acquis au jury du 18 décembre 2026, à représenter ; le bloc B4 « Assistance opérationnelle au praticien » : aucun jury ne l’a encore examiné.',
    );
  });

  it('the AFGSU must be valid on the day of the last decision, not on today’s (Q6)', () => {
    const expiring = [afgsuObtained('2022-12-19')];
    expect(check(all, expiring, '2027-06-01').outcome).toBe('ready');
    const expired = check(all, [afgsuObtained('2022-12-02')]);
    expect(expired.outcome).toBe('not_ready');
    expect(missingSentence(expired.reasons)).toBe(
      'Il manque : l’attestation AFGSU niveau 1 en cours de validité au 18 décembre 2026, jour de la dernière décision du jury : expirée depuis le 2 décembre 2026 ; une attestation obtenue ou renouvelée depuis permet de le délivrer.',
    );
  });

  it('tells that the scan of the AFGSU is to be joined, and does not wait for it', () => {
    const afgsu = afgsuObtained('2026-03-04');
    const told = (hasFile: boolean) => check(all, [{ ...afgsu, hasFile }]);
    expect(told(false).outcome).toBe('ready');
    expect(told(false).reasons.at(-1)?.facts).toContain('Justificatif à joindre.');
    expect(told(true).reasons.at(-1)?.facts).not.toContain('Justificatif');
  });

  it('the last decision is the latest over all blocks: a re-sit moves it', () => {
    const decisions = [
      ...verdicts('2026-06-12', 'B1', 'B2', 'B3'),
      ...verdicts('2026-12-18', 'B4'),
    ];
    expect(check(decisions, [afgsuObtained('2022-12-02')]).outcome).toBe('not_ready');
    expect(check(decisions, [afgsuObtained('2026-12-18')]).outcome).toBe('ready');
  });

  it('one that had expired by the last decision and was renewed since makes it ready (S1:L174)', () => {
    const renewed = [afgsuObtained('2022-12-02'), afgsuObtained('2027-01-11')];
    expect(check(all, renewed, '2027-01-10').outcome).toBe('not_ready');
    const { outcome, reasons } = check(all, renewed, '2027-01-11');
    expect(outcome).toBe('ready');
    expect(reasons.at(-1)?.facts).toBe(
      'AFGSU niveau 1 : obtenue ou renouvelée le 11 janvier 2027, après la dernière décision du jury (18 décembre 2026). Valide, elle expire le 11 janvier 2031.',
    );
    expect(check(all, renewed, '2031-01-11').outcome).toBe('not_ready');
  });

  it('without any AFGSU, says that none was obtained', () => {
    const { reasons } = check(all, []);
    expect(missingSentence(reasons)).toContain('aucune attestation obtenue');
  });

  it('a block once acquired stays acquired after a later refusal (S1:L176)', () => {
    const later = { blockCode: 'B1', decision: 'not_acquired' as const, decidedOn: '2026-12-19' };
    expect(check([...all, later]).outcome).toBe('ready');
  });

  it('ignores a decision of a later day', () => {
    expect(check(all, held, '2026-12-17').outcome).toBe('not_ready');
  });

  it('is ready exactly when every block was once acquired, the AFGSU being valid', () => {
    const codes = leMans.blocks.map(({ code }) => code);
    const verdict = fc.record({
      blockCode: fc.constantFrom(...codes),
      decision: fc.constantFrom(...blockDecisions),
      decidedOn: fc.constantFrom('2026-06-12', '2026-09-18', '2026-12-18'),
    });
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 12 }), (decisions) => {
        const isComplete = codes.every((code) =>
          decisions.some((one) => one.blockCode === code && one.decision === 'acquired'),
        );
        const { outcome } = check(decisions, held);
        expect(outcome).toBe(isComplete ? 'ready' : 'not_ready');
        expect(check(decisions.toReversed(), held).outcome).toBe(outcome);
      }),
    );
  });
});

describe('how long an acquired block is kept (DOMAIN 4.4)', () => {
  it('for ever in this CQP (S1:L176)', () => {
    expect(blockKeptUntil('2026-06-12', leMans.blockRetentionMonths)).toBeNull();
    expect(isBlockKept('2001-06-12', null, '2026-06-12')).toBe(true);
  });

  it('acquired under another version, the reason says which (DOMAIN 4.4)', () => {
    const [first, ...rest] = all;
    if (!first) throw new Error('no verdict');
    const { outcome, reasons } = check(
      [{ ...first, carriedFrom: 'Version de 2025' }, ...rest],
      held,
      '2026-12-20',
    );
    expect(outcome).toBe('ready');
    expect(reasons[0]?.facts).toContain(', sous « Version de 2025 ».');
  });

  it('for so many months elsewhere, as a parameter of the version', () => {
    expect(isBlockKept('2021-08-31', 60, '2026-08-30')).toBe(true);
    expect(isBlockKept('2021-08-31', 60, '2026-08-31')).toBe(false);
    const framework = { ...leMans, blockRetentionMonths: 60 };
    const decisions = [...verdicts('2021-06-12', 'B1'), ...all.slice(1)];
    const { outcome, reasons } = check(decisions, held, '2026-12-20', framework);
    expect(outcome).toBe('not_ready');
    expect(missingSentence(reasons)).toContain('acquis le 12 juin 2021, conservé 60 mois');
  });

  it('lapsed and acquired again: held by the second decision', () => {
    const framework = { ...leMans, blockRetentionMonths: 24 };
    const twice = [
      ...verdicts('2024-06-12', 'B1'),
      ...verdicts('2026-12-18', 'B1'),
      ...all.slice(1),
    ];
    const { outcome, reasons } = check(twice, held, '2026-12-20', framework);
    expect(outcome).toBe('ready');
    expect(reasons[0]?.facts).toContain('acquis au jury du 18 décembre 2026');
  });

  it('a block acquired twice does not move the day on which the AFGSU must be valid (Q6)', () => {
    const june = verdicts('2026-06-12', 'B1', 'B2', 'B3', 'B4');
    const afgsu = [{ ...afgsuObtained('2022-09-01'), expiresOn: '2026-09-01' }];
    const twice = [...june, ...verdicts('2026-12-18', 'B1')];
    const { outcome, reasons } = check(twice, afgsu, '2026-12-20');
    expect([...new Set(reasons.map(({ rule }) => rule))]).toEqual([
      'certificate.block-acquired',
      'certificate.credential-valid',
    ]);
    expect(reasons[0]?.facts).toContain('acquis au jury du 12 juin 2026');
    expect(outcome).toBe('ready');
    expect(check(all, afgsu, '2026-12-20').outcome).toBe('not_ready');
  });
});

describe('the FAE ends with an attestation (S2:L195)', () => {
  it('when every module has its hours', () => {
    const hours = { due: 6720, done: 6720, missing: 0, unsigned: 0 };
    const { outcome, reasons } = checkAttestation({ framework: fae112, hours });
    expect(outcome).toBe('ready');
    expect(reasons.map(({ rule }) => rule)).toEqual(['attestation.hours-done']);
  });

  it('says how many hours are missing', () => {
    const { outcome, reasons } = checkAttestation({
      framework: fae112,
      hours: { due: 6720, done: 5910, missing: 810, unsigned: 0 },
    });
    expect(outcome).toBe('not_ready');
    expect(reasons[0]?.rule).toBe('attestation.hours-done');
    expect(missingSentence(reasons)).toBe(
      'Il manque : 13 h 30 de formation : 98 h 30 réalisées sur 112 h.',
    );
  });

  describe('DOMAIN 13: hours never compensate from one module to another', () => {
    const programme = listProgramme(fae112);
    const [first, ...others] = programme;
    const doneOn = (minutesOf: (item: ProgrammeItem) => number) =>
      programme.map((item) => ({
        ...item,
        expected: 0,
        attended: 0,
        awaiting: 0,
        absent: 0,
        done: minutesOf(item),
        unsigned: 0,
      }));

    it('35 h attended then dispensed do not stand for 35 h of the other modules', () => {
      expect(first?.minutes).toBe(35 * 60);
      const { total } = computeHours({
        framework: fae112,
        route: 'continuing_training',
        dispensations: [
          {
            blockCode: 'FAE',
            moduleCode: first?.moduleCode ?? '',
            grantedMinutes: 35 * 60,
            state: 'granted',
          },
        ],
        // 42 h of the 77 h that remain due, after 35 h on the module waived since: 77 h in all.
        items: doneOn((item) =>
          item === first || others.slice(0, 2).includes(item) ? item.minutes : 0,
        ),
        halfDays: [],
      });
      expect(total).toMatchObject({ due: 77 * 60, done: 77 * 60, missing: 35 * 60 });
      const { outcome, reasons } = checkAttestation({ framework: fae112, hours: total });
      expect(outcome).toBe('not_ready');
      expect(reasons[0]?.facts).toBe(
        'Il manque 35 h de formation : 77 h réalisées sur 77 h, dont 35 h au-delà de ce que leur module demande.',
      );
    });

    it('ready exactly when Σ min(done, due) over the modules is what is due', () => {
      const amounts = fc.array(fc.nat({ max: 3000 }), {
        minLength: programme.length,
        maxLength: programme.length,
      });
      fc.assert(
        fc.property(amounts, (minutes) => {
          const items = doneOn((item) => minutes[programme.indexOf(item)] ?? 0);
          const input = {
            framework: fae112,
            route: 'continuing_training' as const,
            dispensations: [],
            items,
            halfDays: [],
          };
          const { total } = computeHours(input);
          const filled = items.reduce((sum, { done, minutes }) => sum + Math.min(done, minutes), 0);
          expect(total.missing).toBe(total.due - filled);
          const { outcome } = checkAttestation({ framework: fae112, hours: total });
          expect(outcome).toBe(filled === total.due ? 'ready' : 'not_ready');
        }),
      );
    });
  });

  it('never with a certificate', () => {
    expect(() => check(all, held, '2026-12-20', fae112)).toThrow(RangeError);
  });
});

describe('an acquired block is attested on its own (S1:L176, DOMAIN 8)', () => {
  const attest = (blockCode: string, blockDecisions: readonly BlockVerdict[], framework = leMans) =>
    checkBlockAttestation({ framework, blockCode, blockDecisions, onDate: '2026-12-20' });

  it('also for someone who has not acquired the others', () => {
    const { outcome, reasons } = attest('B2', verdicts('2026-12-18', 'B2'));
    expect(outcome).toBe('ready');
    expect(reasons.map(({ facts }) => facts)).toEqual([
      expect.stringMatching(/^Bloc B2 « .+ » acquis au jury du 18 décembre 2026\.$/),
    ]);
  });

  it('not a block that no jury has acquired, nor one whose time is over', () => {
    expect(attest('B1', verdicts('2026-12-18', 'B2')).outcome).toBe('not_ready');
    const kept = { ...leMans, blockRetentionMonths: 24 };
    expect(attest('B2', verdicts('2024-12-20', 'B2'), kept).outcome).toBe('not_ready');
  });
});
