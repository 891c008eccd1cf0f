import { describe, expect, it } from '@jest/globals';
import { type BlockCellInput, describeBlockCell } from '../cohorts/describe-block-cell.ts';
import { computeDeadlines } from '../deadlines/compute-deadlines.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { afgsuObtained, appraisalOf, leMans, resultsOf } from '../test-records.ts';
import { checkAttestation, checkReadiness } from './check-readiness.ts';
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
  const readiness = checkReadiness({
    framework: leMans,
    blockDecisions,
    credentials,
    onDate: today,
  });
  return describeProgress({
    readiness,
    outcome: 'certificate',
    cells,
    nextSlot: null,
    deadlines: [],
    today,
  });
}

describe('the learner’s page', () => {
  it('one thing missing: the AFGSU expires before the jury (Q6)', () => {
    const { headline, missing } = progressOf('B4', { credentials: [afgsuObtained('2022-12-02')] });
    expect(headline).toBe('Avant votre certificat, il manque une chose');
    expect(missing).toEqual([
      {
        kind: 'credential',
        blockCode: 'B4',
        text: 'Votre AFGSU niveau 1 expire le 2 décembre 2026, avant le jury du 18 décembre 2026. Demandez un recyclage à votre centre.',
      },
    ]);
  });

  it('counts the things missing and says each in plain words', () => {
    const change = { appraisals: [], results: resultsOf('B1', '++..') };
    const { headline, missing } = progressOf('B1', { ...change, nextEvaluationOn: '2026-11-26' });
    expect(headline).toBe('Avant votre certificat, il manque deux choses');
    expect(missing.map(({ text }) => text)).toEqual([
      'Parcours de santé : 2 épreuves à passer le 26/11/2026.',
      'Parcours de santé : l’appréciation de votre tuteur (Dr Ferrand).',
    ]);
  });

  it('a block refused by the jury will be presented again by the centre (S1:L176)', () => {
    const decision = {
      decision: 'not_acquired',
      decidedOn: '2026-11-18',
      carriedFrom: null,
    } as const;
    expect(progressOf('B2', { decision }).missing).toEqual([
      {
        kind: 'resit',
        blockCode: 'B2',
        text: 'Prise en charge administrative : non acquis (jury du 18/11/2026 · à représenter). Votre centre vous inscrira à une nouvelle session.',
      },
    ]);
  });

  it('nothing missing: the file is ready for the jury', () => {
    const { headline, missing } = progressOf('B1', {});
    expect([headline, missing]).toEqual(['Votre dossier est prêt pour le jury', []]);
  });

  it('blocks still taught are not things missing', () => {
    const change = {
      results: [],
      appraisals: [],
      hours: { due: 4200, done: 600, missing: 3600, unsigned: 0 },
    };
    const { headline, missing } = progressOf('B1', change);
    expect(missing).toEqual([]);
    expect(headline).toBe('Votre formation suit son cours, rien ne manque aujourd’hui');
  });

  it('a block still taught keeps its AFGSU line, and only that one (Q6)', () => {
    const taught = {
      results: [],
      appraisals: [],
      hours: { due: 4200, done: 600, missing: 3600, unsigned: 0 },
    };
    const { headline, missing } = progressOf('B4', {
      ...taught,
      credentials: [afgsuObtained('2022-12-02')],
    });
    expect(headline).toBe('Avant votre certificat, il manque une chose');
    expect(missing.map(({ kind }) => kind)).toEqual(['credential']);
  });

  it('all acquired with a valid AFGSU: the certificate can be issued', () => {
    expect(progressOf('B1', {}, true).headline).toBe('Votre certificat peut être délivré');
  });

  it('all acquired, but the AFGSU was not valid that day: says so', () => {
    const credentials = [afgsuObtained('2022-11-02')];
    const { headline, missing } = progressOf('B1', { credentials }, true);
    expect(headline).toBe('Avant votre certificat, il manque une chose');
    expect(missing[0]).toMatchObject({ kind: 'credential', blockCode: null });
  });

  it('the FAE speaks of an attestation and of hours', () => {
    const readiness = checkAttestation({
      framework: fae112,
      hours: { due: 6720, done: 6000, missing: 720, unsigned: 0 },
    });
    const { headline } = describeProgress({
      readiness,
      outcome: 'attestation',
      cells: [],
      nextSlot: null,
      deadlines: [],
      today,
    });
    expect(headline).toBe('Il reste des heures à faire avant votre attestation');
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
  const base = { readiness, outcome: 'certificate' as const, cells: [], deadlines, today };

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
