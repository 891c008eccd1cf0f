import { describe, expect, it } from '@jest/globals';
import { type AdviceInput, adviseBlock } from './advise-block.ts';
import type { MissingThing } from './list-missing.ts';

const thing = (kind: MissingThing['kind'], text: string, isHolding = true): MissingThing => ({
  kind,
  text,
  label: '',
  detail: '',
  isHolding,
  isPressing: false,
});
type Change = Partial<AdviceInput> & {
  appraisal?: AdviceInput['cell']['appraisal'];
  keptUntil?: string | null;
};
const advise = (
  state: AdviceInput['cell']['state'],
  missing: readonly MissingThing[] = [],
  { appraisal = { state: 'not_asked' }, keptUntil = null, ...change }: Change = {},
) =>
  adviseBlock({
    cell: {
      state,
      label: '',
      fact: '',
      missing,
      isUnderWay: false,
      keptUntil,
      appraisal,
      proposal: { outcome: 'incomplete', reasons: [] },
    },
    nextEvaluationOn: null,
    nextJuryOn: '2026-12-18',
    tutorName: 'Ferrand Hélène',
    remindersSent: 0,
    resitOn: null,
    today: '2026-11-23',
    ...change,
  });
const appraisal = thing('appraisal', 'L’appréciation du tuteur');

describe('what to do about a cell', () => {
  it('an appraisal nobody asked for: send the request', () => {
    expect(advise('missing', [appraisal])).toEqual({
      kind: 'appraisal',
      text: 'Rien n’a encore été demandé à Ferrand Hélène. Envoyez la demande.',
    });
  });

  it('an appraisal that is late: since when, how often reminded, and the paper form (DOMAIN 4.5)', () => {
    const asked = {
      appraisal: {
        state: 'asked' as const,
        askedOn: '2026-11-02',
        dueOn: '2026-11-19',
        isLate: true,
      },
      remindersSent: 2,
    };
    expect(advise('missing', [appraisal], asked).text).toBe(
      'L’appréciation était attendue le jeudi 19 novembre 2026, il y a 4 jours, et 2 relances sont parties. Relancez Ferrand Hélène, ou saisissez la feuille papier.',
    );
  });

  it('an appraisal asked of a tutor no longer in post: ask whoever is (Q5)', () => {
    const asked = {
      appraisal: {
        state: 'interrupted' as const,
        askedOn: '2026-11-02',
        dueOn: '2026-12-04',
        isLate: false,
      },
    };
    expect(advise('missing', [appraisal], asked).text).toBe(
      'Le tuteur à qui l’appréciation était demandée n’est plus en poste. Demandez-la à Ferrand Hélène.',
    );
  });

  it('no tutor: name one first', () => {
    expect(advise('missing', [appraisal], { tutorName: null }).text).toContain('Aucun tuteur');
  });

  it('an épreuve to take: when, or that it must be planned', () => {
    const missing = [thing('assessment', '1 épreuve à passer')];
    const planned = advise('missing', missing, { nextEvaluationOn: '2026-11-26' });
    expect(planned.text).toContain('jeudi 26 novembre 2026');
    expect(advise('missing', missing).text).toContain('aucune passation n’est au calendrier');
  });

  it('not acquired proposed: another attempt, only if it falls before the jury', () => {
    const before = advise('not_acquired_proposed', [], { nextEvaluationOn: '2026-12-03' });
    expect(before.text).toBe(
      'Une nouvelle passation avant le jury est possible : jeudi 3 décembre 2026.',
    );
    const after = advise('not_acquired_proposed', [], { nextEvaluationOn: '2026-12-21' });
    expect(after.text).toContain('Aucune passation n’est prévue avant le jury');
  });

  it('not acquired: the centre itself must register the re-sit (S1:L176)', () => {
    expect(advise('not_acquired')).toMatchObject({ kind: 'resit' });
    expect(advise('not_acquired').text).toContain('C’est au centre d’inscrire');
    expect(advise('not_acquired', [], { resitOn: '2027-03-05' }).text).toContain('5 mars 2027');
  });

  it('what holds the block comes before what does not', () => {
    const missing = [thing('hours', '3 h 30 de formation', false), appraisal];
    expect(advise('missing', missing).kind).toBe('appraisal');
  });

  it('a credential: says which and until when', () => {
    const missing = [thing('credential', 'AFGSU niveau 1 : expire le 02/12/2026')];
    expect(advise('missing', missing).text).toMatch(/^AFGSU niveau 1 : expire le 02\/12\/2026\. /);
  });

  it('ready: the jury’s day, or that none is planned', () => {
    expect(advise('ready')).toEqual({
      kind: 'jury',
      text: 'Le jury se prononcera le vendredi 18 décembre 2026.',
    });
    expect(advise('ready', [], { nextJuryOn: null }).text).toContain('préparez une session');
  });

  it('acquired: nothing to do (S1:L176)', () => {
    expect(advise('acquired')).toEqual({
      kind: 'none',
      text: 'Rien à faire : ce bloc est acquis, conservé sans limite de durée.',
    });
    const { text } = advise('acquired', [], { keptUntil: '2028-06-18' });
    expect(text).toContain('conservé jusqu’au 17 juin 2028 inclus');
  });

  it('acquired and kept no longer: the centre registers the learner again (DOMAIN 4.4)', () => {
    expect(advise('lapsed')).toMatchObject({ kind: 'resit' });
  });
});
