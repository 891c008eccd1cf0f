import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { proposeBlockResult } from '../juries/propose-block-result.ts';
import { afgsuObtained, appraisalOf, blockOf, leMans, resultsOf } from '../test-records.ts';
import { appraisalLevels } from '../vocabulary.ts';
import { type BlockCellInput, describeBlockCell, isAppraisalToAsk } from './describe-block-cell.ts';

const hoursOf = (due: number, done: number, unsigned = 0) => ({
  due,
  done,
  missing: due - done,
  unsigned,
});

const inputOf = (blockCode: string, letters: string, more: Partial<BlockCellInput> = {}) => ({
  framework: leMans,
  block: blockOf(blockCode),
  hours: hoursOf(4500, 4500),
  appraisals: [appraisalOf(blockCode, 'mastered')],
  asked: [],
  results: resultsOf(blockCode, letters),
  credentials: [afgsuObtained('2026-03-04')],
  decision: null,
  dispensedMinutes: 0,
  nextEvaluationOn: null,
  nextJuryOn: '2026-12-18',
  tutorName: 'Dr Ferrand',
  today: '2026-11-23',
  ...more,
});
const cellOf = (...args: Parameters<typeof inputOf>) => describeBlockCell(inputOf(...args));
const kinds = (cell: ReturnType<typeof cellOf>) => cell.missing.map(({ kind }) => kind);
const verdict = (
  decision: 'acquired' | 'not_acquired' | 'adjourned',
  decidedOn = '2026-06-12',
) => ({
  decision,
  decidedOn,
  carriedFrom: null,
});

describe('a cell of the readiness board', () => {
  it('acquired: kept for ever, with the jury’s day (S1:L176)', () => {
    const cell = cellOf('B1', '', { decision: verdict('acquired'), appraisals: [] });
    expect(cell).toMatchObject({
      state: 'acquired',
      label: 'Acquis',
      fact: 'jury du 12/06/2026',
      missing: [],
    });
  });

  it('acquired elsewhere: says from which certification (Q4)', () => {
    const decision = { ...verdict('acquired'), carriedFrom: 'RNCP 36358' };
    expect(cellOf('B1', '', { decision }).fact).toBe('RNCP 36358, repris');
    const equivalence = { approvedOn: '2026-11-23', approvedBy: 'Claire Morvan' };
    const approved = { ...decision, equivalence };
    expect(cellOf('B1', '', { decision: approved }).fact).toBe('RNCP 36358, équivalence');
  });

  it('ready: enough épreuves and the appraisal, the jury’s decision awaited', () => {
    const cell = cellOf('B2', '+++-');
    expect(cell).toMatchObject({ state: 'ready', label: 'Prêt', fact: '3 épreuves sur 4' });
    expect(kinds(cell)).toEqual(['decision']);
  });

  it('missing the appraisal: whether it was asked for, and of whom', () => {
    const cell = cellOf('B3', '++++', { appraisals: [] });
    expect(cell).toMatchObject({
      state: 'missing',
      label: 'Appréciation à demander',
      fact: 'Dr Ferrand',
    });
    expect(cell.missing[0]?.text).toBe(
      'L’appréciation du tuteur (Dr Ferrand), pas encore demandée',
    );
    const asked = [
      { blockCode: 'B3', askedOn: '2026-11-12', dueOn: '2026-12-04', isStarted: false, end: null },
    ];
    expect(cellOf('B3', '++++', { appraisals: [], asked })).toMatchObject({
      state: 'missing',
      label: 'Appréciation demandée',
      fact: 'le 12/11 · Dr Ferrand',
    });
    expect(cellOf('B3', '++++', { appraisals: [], tutorName: null }).fact).toBe(
      'aucun tuteur désigné',
    );
  });

  it('ready, with a newer appraisal late: says so beside, as the morning does', () => {
    const asked = { blockCode: 'B3', askedOn: '2026-11-02', isStarted: false, end: null };
    const late = cellOf('B3', '++++', { asked: [{ ...asked, dueOn: '2026-11-19' }] });
    expect(late).toMatchObject({
      state: 'ready',
      fact: '4 épreuves sur 4 · nouvelle appréciation en retard',
    });
    expect(late.missing[0]).toMatchObject({
      kind: 'appraisal',
      text: 'Une nouvelle appréciation du tuteur (Dr Ferrand), demandée le 2 novembre 2026, attendue depuis le 19 novembre 2026. Celle du 9 novembre 2026 compte en attendant',
      isHolding: false,
    });
    const inTime = cellOf('B3', '++++', { asked: [{ ...asked, dueOn: '2026-12-04' }] });
    expect(inTime).toMatchObject({ state: 'ready', fact: '4 épreuves sur 4' });
    const end = { reason: 'tutor_replaced', on: null, isFinal: false } as const;
    const gone = cellOf('B3', '++++', { asked: [{ ...asked, dueOn: '2026-12-04', end }] });
    expect(gone).toMatchObject({
      state: 'ready',
      fact: '4 épreuves sur 4 · nouvelle appréciation à redemander',
    });
  });

  it('missing the appraisal asked of a tutor no longer in post: to be asked again (Q5)', () => {
    const end = { reason: 'tutor_replaced', on: null, isFinal: false } as const;
    const asked = { blockCode: 'B3', askedOn: '2026-11-02', dueOn: '2026-12-04', isStarted: true };
    const cell = cellOf('B3', '++++', { appraisals: [], asked: [{ ...asked, end }] });
    expect(cell).toMatchObject({
      state: 'missing',
      label: 'Appréciation à redemander',
      fact: 'Dr Ferrand',
    });
    expect(cell.missing[0]?.text).toBe(
      'L’appréciation du tuteur, demandée le 2 novembre 2026 à un tuteur qui n’est plus en poste',
    );
  });

  it('an appraisal is to be asked for while nobody has, save for a block acquired', () => {
    const toAsk = (more: Partial<BlockCellInput>) => isAppraisalToAsk(cellOf('B3', '++++', more));
    const asked = [
      { blockCode: 'B3', askedOn: '2026-11-12', dueOn: null, isStarted: false, end: null },
    ];
    expect(toAsk({ appraisals: [] })).toBe(true);
    expect(toAsk({ appraisals: [], asked })).toBe(false);
    expect(toAsk({ appraisals: [], decision: verdict('acquired') })).toBe(false);
    expect(toAsk({})).toBe(false);
  });

  it('missing the AFGSU: expired before the jury, though the épreuve is acquired (Q6)', () => {
    const cell = cellOf('B4', '++++-', { credentials: [afgsuObtained('2022-12-02')] });
    expect(cell.proposal.outcome).toBe('acquired');
    expect(cell).toMatchObject({
      state: 'missing',
      label: 'Manque AFGSU',
      fact: 'expire le 02/12',
    });
    expect(cell.missing[0]?.text).toBe(
      'AFGSU niveau 1 expire le 2 décembre 2026, avant le jury du 18 décembre 2026',
    );
  });

  it('missing the AFGSU: never obtained', () => {
    const cell = cellOf('B4', '+++++', { credentials: [] });
    expect(cell).toMatchObject({ state: 'missing', fact: 'attestation à obtenir' });
  });

  it('an épreuve to take: says when', () => {
    const cell = cellOf('B2', '++.-', { nextEvaluationOn: '2026-11-26' });
    expect(cell).toMatchObject({
      state: 'missing',
      label: '1 épreuve à passer',
      fact: 'le 26/11/2026',
    });
    expect(cellOf('B2', '++.-').fact).toBe('2 sur 4, il en faut 3');
  });

  it('not acquired proposed: says the rule in figures', () => {
    expect(cellOf('B2', '++--')).toMatchObject({
      state: 'not_acquired_proposed',
      label: 'Non acquis proposé',
      fact: '2 sur 4, il en faut 3',
    });
    const refused = cellOf('B2', '++++', { appraisals: [appraisalOf('B2', 'not_acquired')] });
    expect(refused.fact).toBe('appréciation du tuteur : non acquise');
  });

  it('not acquired by the jury: to be presented again (S1:L176), until something newer comes', () => {
    const decision = verdict('not_acquired', '2026-11-20');
    expect(cellOf('B2', '++--', { decision })).toMatchObject({
      state: 'not_acquired',
      label: 'Non acquis',
      fact: 'jury du 20/11/2026 · à représenter',
    });
    const results = [...resultsOf('B2', '++--'), ...resultsOf('B2', '..+', '2026-11-22', 2)];
    expect(cellOf('B2', '', { decision, results }).state).toBe('ready');
  });

  it('adjourned: judged as it stands now', () => {
    expect(cellOf('B2', '+++-', { decision: verdict('adjourned') }).state).toBe('ready');
  });

  it('under way: hours done and due until something is assessed', () => {
    const hours = hoursOf(4500, 720);
    const cell = cellOf('B2', '', { hours, appraisals: [] });
    expect(cell).toMatchObject({ state: 'in_progress', label: 'En cours', fact: '12 h sur 75 h' });
    expect(kinds(cell)).toEqual(['assessment', 'appraisal', 'hours']);
    expect(cellOf('B2', '', { hours: hoursOf(4500, 0) }).label).toBe('À venir');
  });

  it('under way: an AFGSU held that ends before the jury shows at once (Q6)', () => {
    const taught = { hours: hoursOf(4500, 720), appraisals: [] };
    const cell = cellOf('B4', '', { ...taught, credentials: [afgsuObtained('2022-12-02')] });
    expect(cell).toMatchObject({
      state: 'missing',
      label: 'Manque AFGSU',
      fact: 'expire le 02/12 · en cours, 12 h sur 75 h',
      isUnderWay: true,
    });
    expect(kinds(cell)).toEqual(['credential', 'assessment', 'appraisal', 'hours']);
    const nextYear = { nextJuryOn: '2027-02-05', credentials: [afgsuObtained('2023-01-04')] };
    expect(cellOf('B4', '', { ...taught, ...nextYear }).fact).toBe(
      'expire le 04/01/2027 · en cours, 12 h sur 75 h',
    );
    const renewed = { credentials: [afgsuObtained('2022-12-02'), afgsuObtained('2026-11-20')] };
    expect(cellOf('B4', '', { ...taught, ...renewed }).state).toBe('in_progress');
    expect(cellOf('B4', '', { ...taught, credentials: [] }).state).toBe('in_progress');
  });

  it('without a jury in sight, credentials are judged on today (Q6)', () => {
    const credentials = [afgsuObtained('2022-12-02')];
    expect(cellOf('B4', '++++-', { credentials, nextJuryOn: null }).state).toBe('ready');
    const expired = { credentials, nextJuryOn: null, today: '2026-12-02' };
    expect(cellOf('B4', '++++-', expired).fact).toBe('expirée depuis le 02/12');
  });

  it('dispensed: training only, épreuves remain (Q3)', () => {
    const dispensed = {
      hours: hoursOf(0, 0),
      dispensedMinutes: 4500,
    };
    expect(cellOf('B2', '', dispensed)).toMatchObject({
      state: 'dispensed',
      label: 'Dispensé',
      fact: '75 h · épreuves à passer',
    });
    expect(cellOf('B2', '+++-', dispensed)).toMatchObject({
      state: 'ready',
      fact: '3 épreuves sur 4 · dispense 75 h',
    });
  });

  it('hours short of 80 % warn and ask to catch up, the block stays ready (Q13: warn, never block)', () => {
    const short = cellOf('B2', '+++-', {
      hours: hoursOf(4500, 3540),
    });
    expect(short).toMatchObject({
      state: 'ready',
      label: 'Prêt',
      fact: '3 épreuves sur 4 · rattrapage 16 h',
    });
    expect(short.missing.filter(({ isHolding }) => isHolding)).toEqual([]);
    expect(kinds(short)).toContain('hours');
    expect(short.proposal.outcome).toBe('acquired');
    const enough = cellOf('B2', '+++-', {
      hours: hoursOf(4500, 3600),
    });
    expect(enough).toMatchObject({ state: 'ready', fact: '3 épreuves sur 4' });
    expect(kinds(enough)).toContain('hours');
  });

  it('the FAE, which has no épreuve, is ready with its hours', () => {
    const [block] = fae112.blocks;
    if (!block) throw new Error('the FAE has one block');
    const fae = (done: number) =>
      cellOf('B1', '', {
        framework: fae112,
        block,
        hours: hoursOf(6720, done),
      });
    expect(fae(6720)).toMatchObject({ state: 'ready', fact: '112 h sur 112 h' });
    expect(fae(6300)).toMatchObject({ state: 'in_progress', fact: '105 h sur 112 h' });
  });
});

describe('properties of a cell', () => {
  const letters = fc
    .array(fc.constantFrom('+', '-', '.'), { minLength: 5, maxLength: 5 })
    .map((chosen) => chosen.join(''));
  const level = fc.constantFrom(...appraisalLevels);

  it('carries the proposal as the jury will see it, and never says ready against it', () => {
    fc.assert(
      fc.property(letters, level, fc.boolean(), (chosen, rated, isHeld) => {
        const credentials = isHeld ? [afgsuObtained('2026-03-04')] : [];
        const input = inputOf('B4', chosen, {
          appraisals: [appraisalOf('B4', rated)],
          credentials,
        });
        const cell = describeBlockCell(input);
        const proposal = proposeBlockResult({
          ...input,
          blockCode: 'B4',
          onDate: input.today,
        });
        expect(cell.proposal).toEqual(proposal);
        expect(cell.state === 'ready').toBe(proposal.outcome === 'acquired');
        expect(cell.state === 'not_acquired_proposed').toBe(proposal.outcome === 'not_acquired');
        expect(describeBlockCell({ ...input, proposal })).toEqual(cell);
      }),
    );
  });

  it('always says something, and what is missing when it says so', () => {
    fc.assert(
      fc.property(letters, fc.nat({ max: 4500 }), fc.boolean(), (chosen, done, isAppraised) => {
        const appraisals = isAppraised ? [appraisalOf('B4', 'mastered')] : [];
        const cell = cellOf('B4', chosen, { hours: hoursOf(4500, done), appraisals });
        expect(cell.label).not.toBe('');
        expect(cell.fact).not.toBe('');
        if (cell.state === 'missing') {
          expect(cell.missing.some(({ isHolding }) => isHolding)).toBe(true);
        }
      }),
    );
  });
});
