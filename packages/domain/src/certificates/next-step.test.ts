import { describe, expect, it } from '@jest/globals';
import { type BlockCellInput, describeBlockCell } from '../cohorts/describe-block-cell.ts';
import { computeDeadlines } from '../deadlines/compute-deadlines.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { afgsuObtained, appraisalOf, blockOf, leMans, resultsOf } from '../test-records.ts';
import { checkAttestation, checkStanding } from './check-readiness.ts';
import { describeProgress } from './next-step.ts';

const today = '2026-11-20';
const good = leMans.blocks.map(({ code }) => ({
  appraisals: [appraisalOf(code, 'mastered')],
  results: resultsOf(code, '++++'),
}));

/** The learner's page with all blocks ready, but for what `change` alters in one of them. */
function progressOf(blockCode: string, change: Partial<BlockCellInput>, isAcquired = false) {
  const credentials = change.credentials ?? [afgsuObtained('2026-03-04')];
  const cells = leMans.blocks.map((block, index) => ({
    blockCode: block.code,
    blockName: block.shortName,
    cell: describeBlockCell({
      framework: leMans,
      block,
      hours: { due: 4200, done: 4200, missing: 0, unsigned: 0 },
      appraisals: good[index]?.appraisals ?? [],
      asked: [],
      results: good[index]?.results ?? [],
      credentials,
      decision: isAcquired
        ? { decision: 'acquired', decidedOn: '2026-11-18', carriedFrom: null }
        : null,
      dispensedMinutes: 0,
      nextEvaluationOn: null,
      nextJuryOn: '2026-12-18',
      tutorName: 'Dr Ferrand',
      today,
      ...(block.code === blockCode ? change : {}),
    }),
  }));
  const blockDecisions = isAcquired
    ? leMans.blocks.map(({ code }) => ({
        blockCode: code,
        decision: 'acquired' as const,
        decidedOn: '2026-11-18',
      }))
    : [];
  const readiness = checkStanding({
    framework: leMans,
    blockDecisions,
    credentials,
    hours: { due: 0, done: 0, missing: 0, unsigned: 0 },
    nextJuryOn: '2026-12-18',
    today,
  });
  return describeProgress({
    readiness,
    outcome: 'certificate',
    cells,
    nextSlot: null,
    nextJuryOn: '2026-12-18',
    deadlines: [],
    today,
  });
}

const sentenceOf = (code: string) => {
  const { name } = blockOf(code);
  return `Il manque le bloc ${code} « ${name} » : aucun jury ne l’a encore examiné.`;
};

describe('the learner’s page', () => {
  it('lists what the certificates page lists, in the same sentences, and counts what asks for an act', () => {
    const { headline, missing, afterwards } = progressOf('B4', {
      credentials: [afgsuObtained('2022-12-02')],
    });
    expect(headline).toBe('Une chose à régler, le reste suit son cours');
    expect(afterwards).toBe(
      'Le jury du vendredi 18 décembre 2026 se prononce ensuite sur quatre blocs.',
    );
    expect(missing.map(({ isOnItsWay }) => isOnItsWay)).toEqual([false, true, true, true, true]);
    expect(missing.map(({ kind, blockCode, text }) => [kind, blockCode, text])).toEqual([
      [
        'credential',
        null,
        'Il manque l’attestation AFGSU niveau 1 en cours de validité au 18 décembre 2026 : elle expire le 2 décembre 2026.',
      ],
      ...['B1', 'B2', 'B3', 'B4'].map((code) => ['block', code, sentenceOf(code)]),
    ]);
  });

  it('says under each block where it stands and what comes next', () => {
    const change = { appraisals: [], results: resultsOf('B1', '++..') };
    const { headline, missing } = progressOf('B1', { ...change, nextEvaluationOn: '2026-11-26' });
    expect(headline).toBe('Une chose à régler, le reste suit son cours');
    expect(missing[0]?.steps).toEqual([
      '2 épreuves à passer le 26/11/2026.',
      'L’appréciation de votre tuteur (Dr Ferrand), pas encore demandée.',
    ]);
    expect(missing[1]?.steps).toEqual([
      'Prêt, 4 épreuves sur 4 : le jury se prononce le vendredi 18 décembre 2026.',
    ]);
  });

  it('a block refused by the jury will be presented again by the centre (S1:L176)', () => {
    const decision = {
      decision: 'not_acquired',
      decidedOn: '2026-11-18',
      carriedFrom: null,
    } as const;
    expect(progressOf('B2', { decision }).missing[1]?.steps).toEqual([
      'Votre centre vous inscrit à une nouvelle session.',
    ]);
  });

  it('nothing left to do: the file is ready for the jury', () => {
    const { headline, missing } = progressOf('B1', {});
    expect(headline).toBe('Votre dossier est prêt pour le jury, qui se prononce sur quatre blocs');
    expect(missing).toHaveLength(4);
  });

  it('a block still taught says so, also when its AFGSU presses (Q6)', () => {
    const taught = {
      results: [],
      appraisals: [],
      hours: { due: 4200, done: 600, missing: 3600, unsigned: 0 },
    };
    const credentials = [afgsuObtained('2022-12-02')];
    const { headline, missing, afterwards } = progressOf('B1', taught);
    expect(headline).toBe('Votre formation suit son cours, rien à régler');
    expect(afterwards).toBe(
      'Il vous reste des cours et des épreuves dans un bloc. Le jury du vendredi 18 décembre 2026 se prononce ensuite sur quatre blocs.',
    );
    expect(missing[0]).toMatchObject({ steps: ['En cours, 10 h sur 70 h.'], isOnItsWay: true });
    const pressed = progressOf('B4', { ...taught, credentials });
    expect(pressed.headline).toBe('Une chose à régler, le reste suit son cours');
    expect(pressed.afterwards).toMatch(/^Il vous reste des cours et des épreuves dans un bloc\. /);
    expect(pressed.missing.at(-1)?.steps).toEqual([
      'Manque AFGSU, expire le 02/12 · en cours, 10 h sur 70 h.',
    ]);
  });

  it('all acquired with a valid AFGSU: the certificate can be issued', () => {
    expect(progressOf('B1', {}, true).headline).toBe('Votre certificat peut être délivré');
  });

  it('all acquired, but the AFGSU was not valid that day: says so', () => {
    const credentials = [afgsuObtained('2022-11-02')];
    const { headline, missing } = progressOf('B1', { credentials }, true);
    expect(headline).toBe('Avant votre certificat, il manque une chose');
    expect(missing).toMatchObject([{ kind: 'credential', blockCode: null }]);
  });

  it('the FAE speaks of an attestation and of hours', () => {
    const readiness = checkAttestation({
      framework: fae112,
      hours: { due: 6720, done: 6000, missing: 720, unsigned: 0 },
    });
    const slot = { startMinute: 540, endMinute: 750, title: '', room: null, trainerName: null };
    const progress = (isTaught: boolean) =>
      describeProgress({
        readiness,
        outcome: 'attestation',
        cells: [],
        nextSlot: isTaught ? { ...slot, day: '2026-11-23' } : null,
        nextJuryOn: null,
        deadlines: [],
        today,
      });
    const { headline, missing } = progress(false);
    expect(headline).toBe('Avant votre attestation, il manque une chose');
    expect(missing).toMatchObject([{ kind: 'hours' }]);
    expect(progress(true).headline).toBe('Votre formation suit son cours, rien à régler');
  });
});

describe('what is next', () => {
  const readiness = { outcome: 'not_ready' as const, reasons: [] };
  const deadlines = computeDeadlines({
    employment: {
      hireDate: '2025-09-01',
      dutyStartOn: null,
      cpamContractSignedOn: '2025-10-06',
      regimeOverride: null,
    },
    frameworkRegimes: ['regime_2024'],
    outcome: 'certificate',
    suspensions: [],
  });
  const base = {
    readiness,
    outcome: 'certificate' as const,
    cells: [],
    nextJuryOn: null,
    deadlines,
    today,
  };

  it('the next half-day, in full', () => {
    const nextSlot = {
      day: '2026-11-23',
      startMinute: 540,
      endMinute: 750,
      title: 'Identitovigilance',
      room: 'salle 2',
      trainerName: null,
    };
    expect(describeProgress({ ...base, nextSlot }).next).toEqual({
      kind: 'slot',
      on: '2026-11-23',
      title: 'Lundi 23 novembre 2026, 9 h – 12 h 30',
      text: 'Identitovigilance · salle 2',
    });
  });

  it('else the next operative deadline, one past being no longer next', () => {
    const { next } = describeProgress({ ...base, nextSlot: null });
    expect(next).toMatchObject({ kind: 'deadline', on: '2027-09-01' });
    expect(describeProgress({ ...base, deadlines: [], nextSlot: null }).next).toBeNull();
  });
});
