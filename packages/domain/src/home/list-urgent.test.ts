import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../plain-date.ts';
import { greet } from './greet.ts';
import type { HomeFacts, UrgentLearner } from './home-facts.ts';
import { listUrgent } from './list-urgent.ts';

const today = '2026-11-23';
const nothing: HomeFacts = {
  appraisals: [],
  interrupted: [],
  unasked: [],
  sheets: [],
  dispensations: [],
  resits: [],
  credentials: [],
  deadlines: [],
  rates: [],
  juries: [],
  identities: [],
  paths: [],
  starts: [],
};
const list = (facts: Partial<HomeFacts>) => listUrgent({ ...nothing, ...facts }, today);
const learner = (name: string, nextJuryOn: string | null = '2026-12-18'): UrgentLearner => ({
  enrolmentId: `enrolment of ${name}`,
  name,
  nextJuryOn,
});

const appraisal = {
  learner: learner('Cissé Aminata'),
  blockCode: 'B3',
  tutorName: 'Ferrand Hélène',
  tutorPhone: '02 43 00 00 00',
  dueOn: '2026-11-19',
  openedOn: '2026-11-19',
  remindersSent: 2,
  signedOn: null,
};
const sheet = {
  slotId: 's1',
  title: 'Identitovigilance',
  cohortId: 'c1',
  cohortName: 'Automne 2026',
  heldOn: '2026-11-21',
  halfDay: 'afternoon' as const,
  trainerName: 'Petit Sandrine',
  expectedCount: 14,
  unrecorded: ['El Amrani Sofia', 'Garnier Élodie'],
};

describe('late this morning', () => {
  it('an appraisal past its day: who, how often reminded, and how near the jury is (DOMAIN 4.5)', () => {
    expect(list({ appraisals: [appraisal] }).late).toEqual([
      {
        kind: 'appraisal',
        days: -4,
        subject: 'Cissé Aminata',
        fact: 'appréciation du bloc B3 non signée',
        why: 'Ferrand Hélène, lien ouvert le 19 novembre 2026, 2 relances. Le jury est dans 25 jours.',
        actions: [
          {
            act: 'enter_paper_form',
            label: 'Saisir la feuille papier',
            targetId: 'enrolment of Cissé Aminata',
            blockCode: 'B3',
          },
          {
            act: 'read_appraisals',
            label: 'Voir ses appréciations',
            targetId: 'enrolment of Cissé Aminata',
            blockCode: null,
          },
        ],
        phone: '02 43 00 00 00',
      },
    ]);
    expect(list({ appraisals: [{ ...appraisal, dueOn: today }] }).late).toEqual([]);
  });

  it('a newer appraisal past its day: the one signed before counts in the meantime', () => {
    expect(list({ appraisals: [{ ...appraisal, signedOn: '2026-10-02' }] }).late).toMatchObject([
      {
        fact: 'nouvelle appréciation du bloc B3 non signée',
        why: 'Ferrand Hélène, lien ouvert le 19 novembre 2026, 2 relances. Celle du 2 octobre 2026 compte en attendant. Le jury est dans 25 jours.',
      },
    ]);
  });

  it('what was asked of a tutor no longer in post: one row a learner, to ask the next one (Q5)', () => {
    const gone = {
      learner: learner('Cissé Aminata', null),
      blockCodes: ['B1', 'B3'],
      dueOn: '2026-11-19',
      tutorName: 'Suivante Nora',
    };
    expect(list({ interrupted: [gone] }).late).toMatchObject([
      {
        days: -4,
        fact: 'les appréciations des blocs B1 et B3 sont à demander à un autre tuteur',
        why: 'Le tuteur à qui elles étaient demandées n’est plus en poste. Suivante Nora l’est désormais.',
        actions: [
          { act: 'hand_over_appraisals', targetId: 'enrolment of Cissé Aminata' },
          { act: 'read_appraisals' },
        ],
      },
    ]);
    const alone = { ...gone, blockCodes: ['B3'], dueOn: '2026-12-04', tutorName: null };
    expect(list({ interrupted: [alone] }).atRisk).toMatchObject([
      {
        days: 11,
        fact: 'l’appréciation du bloc B3 est à demander à un autre tuteur',
        why: 'Le tuteur à qui elle était demandée n’est plus en poste. Aucun autre n’est désigné : il se choisit dans le dossier, avec l’emploi.',
        actions: [{ act: 'complete_learner' }, { act: 'read_learner' }],
      },
    ]);
  });

  it('a half-day that is past: whose presence is missing, or that nobody signed (DOMAIN 8.1)', () => {
    const [row] = list({ sheets: [sheet] }).late;
    expect(row).toMatchObject({
      days: -2,
      subject: 'Identitovigilance, 21 novembre 2026 après-midi',
      fact: '2 présences manquent',
      why: 'Automne 2026, Petit Sandrine. El Amrani Sofia, Garnier Élodie.',
    });
    const factOf = (unrecorded: readonly string[], expectedCount: number) =>
      list({ sheets: [{ ...sheet, unrecorded, expectedCount }] }).late[0]?.fact;
    expect(factOf(['A', 'B'], 2)).toBe('aucune présence n’est notée');
    expect(factOf([], 2)).toBe('la feuille n’est pas signée');
    expect(list({ sheets: [{ ...sheet, heldOn: today }] }).late).toEqual([]);
  });

  it('more than three unsigned sheets of a cohort: one row, the oldest day, to their list', () => {
    const sheets = ['2026-09-23', '2026-09-24', '2026-11-20', '2026-11-21'].map((heldOn) => ({
      ...sheet,
      heldOn,
      trainerName: heldOn < '2026-10' ? null : 'Petit Sandrine',
    }));
    expect(list({ sheets: sheets.slice(1) }).late).toHaveLength(3);
    expect(list({ sheets: [...sheets, { ...sheet, cohortId: 'c2' }] }).late).toMatchObject([
      {
        days: -61,
        subject: 'Automne 2026',
        fact: '4 feuilles d’émargement ne sont pas signées',
        why: 'La plus ancienne est celle du 23 septembre 2026. Petit Sandrine, 2 sans formateur.',
        actions: [{ act: 'read_sheets', targetId: 'c1' }],
      },
      { days: -2, actions: [{ act: 'fill_sheet' }, { act: 'read_sheet' }] },
    ]);
  });

  it('a cohort still « planifiée » on its first day, and later: to start (W46)', () => {
    const starting = (firstDay: string | null, state: 'planned' | 'running' = 'planned') =>
      list({ starts: [{ cohortId: 'c1', cohortName: 'Automne 2026', state, firstDay }] });
    expect(starting('2026-09-07').late).toMatchObject([
      {
        days: -77,
        fact: 'a commencé le 7 septembre 2026, elle est encore « planifiée »',
        actions: [{ act: 'start_cohort', targetId: 'c1' }, { act: 'read_board' }],
      },
    ]);
    expect(starting(today).atRisk).toMatchObject([{ days: 0 }]);
    for (const quiet of [starting('2026-11-24'), starting(null), starting(today, 'running')])
      expect(quiet).toEqual({ late: [], atRisk: [] });
  });

  it('a dispensation without an answer for more than 30 days (DOMAIN 5.2)', () => {
    const asked = (transmittedOn: string) =>
      list({
        dispensations: [
          {
            dispensationId: 'd1',
            learnerName: 'Petit Noé',
            transmittedOn,
            reference: 'D-2026-118',
          },
        ],
      }).late;
    expect(asked('2026-10-23')).toMatchObject([
      { days: -1, why: 'Transmise le 23 octobre 2026, réf. D-2026-118.' },
    ]);
    expect(asked('2026-10-24')).toEqual([]);
  });

  it('a block to present again: at risk for 30 days, then late (S1:L176)', () => {
    const refused = (decidedOn: string, decision: 'not_acquired' | 'adjourned' = 'not_acquired') =>
      list({
        resits: [
          { decisionId: 'x', learnerName: 'Petit Noé', blockCode: 'B4', decision, decidedOn },
        ],
      });
    expect(refused('2026-11-20').atRisk[0]?.days).toBe(27);
    expect(refused('2026-10-01').late[0]?.days).toBe(-23);
    expect(refused('2026-10-01', 'adjourned').late[0]?.why).toMatch(/^Ajourné au jury/);
  });

  it('an attestation that has ended is late; its first day without counts as one', () => {
    const ends = (expiresOn: string) =>
      list({
        credentials: [{ learner: learner('Abadie Lina'), name: 'AFGSU niveau 1', expiresOn }],
      });
    expect(ends(today).late[0]).toMatchObject({ days: -1 });
    expect(ends(today).late[0]?.fact).toContain('a expiré le 23 novembre 2026');
  });

  it('a deadline past its day stays until it is settled, and says whom it binds (DOMAIN 6)', () => {
    const [row] = list({
      deadlines: [
        {
          learner: learner('Moreau Julie'),
          kind: 'obtain',
          dueOn: '2026-11-22',
          employerName: 'Cabinet Ferrand',
          sentence: 'Ce délai engage le médecin employeur.',
        },
      ],
    }).late;
    expect(row?.fact).toBe('devait avoir obtenu son titre au plus tard le 22 novembre 2026');
    expect(row?.why).toBe('Cabinet Ferrand. Ce délai engage le médecin employeur.');
  });
});

describe('at risk', () => {
  it('an attestation that ends within 60 days, or before the jury (Q6)', () => {
    const ends = (days: number, juryOn: string | null) =>
      list({
        credentials: [
          {
            learner: learner('Abadie Lina', juryOn),
            name: 'AFGSU niveau 1',
            expiresOn: addDays(today, days),
          },
        ],
      }).atRisk;
    expect(ends(59, null)).toHaveLength(1);
    expect(ends(60, null)).toEqual([]);
    expect(ends(90, addDays(today, 120))[0]?.fact).toContain('avant le jury du');
    expect(ends(90, addDays(today, 89))).toEqual([]);
  });

  it('a deadline within 90 days (DOMAIN 6)', () => {
    const due = (days: number) =>
      list({
        deadlines: [
          {
            learner: learner('Moreau Julie'),
            kind: 'obtain',
            dueOn: addDays(today, days),
            employerName: 'Cabinet',
            sentence: '',
          },
        ],
      }).atRisk;
    expect(due(89)[0]?.fact).toMatch(/^doit avoir obtenu son titre/);
    expect(due(90)).toEqual([]);
  });

  it('an attendance rate below 80 %, never at 80 (Q13)', () => {
    const rated = (rate: number) =>
      list({ rates: [{ learner: learner('Da Silva Rui'), rate, missedMinutes: 630 }] }).atRisk;
    expect(rated(0.786)[0]).toMatchObject({
      days: 25,
      fact: '10 h 30 d’absence',
      why: 'Assiduité 78,6 %, seuil 80 %.',
    });
    expect(rated(0.7999)[0]?.why).toContain('79,9 %');
    expect(rated(0.8)).toEqual([]);
  });

  it('a jury within 30 days with learners who are not ready', () => {
    const near = (days: number, notReady: number) =>
      list({
        juries: [
          {
            cohortId: 'c',
            cohortName: 'Automne 2026',
            juryOn: addDays(today, days),
            learners: 14,
            notReady,
            isPrepared: true,
          },
        ],
      }).atRisk;
    expect(near(30, 5)[0]?.fact).toBe('5 apprenants sur 14 ne sont pas prêts pour le jury');
    expect(near(30, 1)[0]?.fact).toBe('1 apprenant sur 14 n’est pas prêt pour le jury');
    expect(near(31, 5)).toEqual([]);
    expect(near(30, 0)).toEqual([]);
  });

  it('a planned jury within 45 days for which no session is prepared', () => {
    const planned = (days: number, isPrepared: boolean) =>
      list({
        juries: [
          {
            cohortId: 'c',
            cohortName: 'Automne 2026',
            juryOn: addDays(today, days),
            learners: 14,
            notReady: 0,
            isPrepared,
          },
        ],
      }).atRisk;
    expect(planned(45, false)).toMatchObject([
      {
        kind: 'jury',
        fact: 'aucune session de jury n’est préparée',
        actions: [{ act: 'prepare_jury', targetId: 'c' }, { act: 'read_board' }],
      },
    ]);
    expect(planned(46, false)).toEqual([]);
    expect(planned(45, true)).toEqual([]);
  });

  it('appraisals that nobody has asked for in the 45 days before the jury: one row a cohort', () => {
    const near = (days: number, count: number, withoutTutor = 0) => {
      const cohort = { cohortId: 'c', cohortName: 'Automne 2026', juryOn: addDays(today, days) };
      return list({ unasked: [{ ...cohort, count, withoutTutor }] }).atRisk;
    };
    expect(near(25, 12, 1)).toMatchObject([
      {
        days: 25,
        fact: '12 appréciations restent à demander aux tuteurs',
        why: 'Jury le vendredi 18 décembre 2026. 1 apprenant n’a pas de tuteur désigné.',
        actions: [{ act: 'request_appraisals', targetId: 'c' }, { act: 'read_board' }],
      },
    ]);
    expect(near(25, 1)[0]?.fact).toBe('1 appréciation reste à demander aux tuteurs');
    expect(near(25, 0, 2)).toMatchObject([
      { fact: '2 apprenants n’ont pas de tuteur désigné pour les apprécier' },
    ]);
    for (const quiet of [near(25, 0), near(46, 12), near(-1, 12)]) expect(quiet).toEqual([]);
  });

  it('every row ends with something that whoever reads the morning may open', () => {
    const cohort = { cohortId: 'c', cohortName: 'Automne 2026', juryOn: addDays(today, 10) };
    const { late, atRisk } = list({
      appraisals: [appraisal],
      unasked: [{ ...cohort, count: 3, withoutTutor: 0 }],
      sheets: [sheet],
      starts: [{ ...cohort, state: 'planned', firstDay: today }],
      juries: [{ ...cohort, learners: 3, notReady: 1, isPrepared: false }],
      identities: [{ ...cohort, learners: [learner('A'), learner('B')], labels: ['sexe'] }],
    });
    for (const { actions } of [...late, ...atRisk]) expect(actions.at(-1)?.act).toMatch(/^read_/);
  });

  it('civil data lacking in the 60 days before the jury: one row a cohort (DOMAIN 11)', () => {
    const lacking = (names: readonly string[], juryOn: string | null) =>
      list({
        identities: [
          {
            cohortId: 'c',
            cohortName: 'Automne 2026',
            juryOn,
            learners: names.map((name) => ({ enrolmentId: name, name })),
            labels: ['date de naissance', 'sexe'],
          },
        ],
      }).atRisk;
    expect(lacking(['Abadie Lina'], '2026-12-18')[0]).toMatchObject({
      subject: 'Abadie Lina',
      actions: [
        { act: 'complete_learner', targetId: 'Abadie Lina' },
        { act: 'read_learner', targetId: 'Abadie Lina' },
      ],
    });
    expect(lacking(['A', 'B'], '2026-12-18')[0]).toMatchObject({
      subject: 'Automne 2026',
      fact: 'état civil incomplet pour 2 apprenants',
      why: 'Manque : date de naissance, sexe. Sans eux, le certificateur refuse le dossier.',
    });
    expect(lacking(['A'], addDays(today, 61))).toEqual([]);
    expect(lacking(['A'], null)).toEqual([]);
  });
});

describe('the order', () => {
  it('most late first, nearest risk first, what no day binds last', () => {
    const day = fc.integer({ min: -200, max: 200 }).map((count) => addDays(today, count));
    fc.assert(
      fc.property(
        fc.array(day),
        fc.array(day),
        fc.array(fc.option(day, { nil: null })),
        (due, expiries, juries) => {
          const { late, atRisk } = list({
            appraisals: due.map((dueOn) => ({ ...appraisal, dueOn })),
            credentials: expiries.map((expiresOn) => ({
              learner: learner('A'),
              name: 'AFGSU niveau 1',
              expiresOn,
            })),
            rates: juries.map((on) => ({ learner: learner('B', on), rate: 0.5, missedMinutes: 1 })),
          });
          const days = [...late, ...atRisk].map((row) => row.days ?? Number.POSITIVE_INFINITY);
          expect(days).toEqual(days.toSorted((one, other) => (one < other ? -1 : 1)));
          expect(late.every((row) => (row.days ?? 0) < 0)).toBe(true);
          expect(atRisk.every((row) => (row.days ?? 0) >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('the title says the state of the morning', () => {
  it.each([
    [3, 4, 'Bonjour Claire. Trois choses ne peuvent pas attendre.'],
    [1, 0, 'Bonjour Claire. Une chose ne peut pas attendre.'],
    [12, 0, 'Bonjour Claire. 12 choses ne peuvent pas attendre.'],
    [0, 2, 'Bonjour Claire. Rien n’est en retard, deux choses sont à surveiller.'],
    [0, 0, 'Bonjour Claire. Rien ne presse aujourd’hui.'],
  ])('%i late, %i at risk', (late, atRisk, title) => {
    expect(greet('Claire', { late, atRisk })).toBe(title);
  });
});

describe('what was missed by who joined late (W3)', () => {
  const path = {
    learner: learner('El Amrani Sofia'),
    cohortId: 'c1',
    cohortName: 'Automne 2026',
    items: ['Parcours de santé', 'Évaluation du bloc B1'],
  };

  it('one learner is named, with what has no dates and the way to plan it', () => {
    expect(list({ paths: [path] }).atRisk).toEqual([
      {
        kind: 'path',
        days: 25,
        subject: 'El Amrani Sofia',
        fact: '2 étapes du parcours à planifier',
        why: 'Sans dates : Parcours de santé, Évaluation du bloc B1.',
        actions: [
          {
            act: 'plan_path',
            label: 'Planifier',
            targetId: 'enrolment of El Amrani Sofia',
            blockCode: null,
          },
          {
            act: 'read_learner',
            label: 'Voir le dossier',
            targetId: 'enrolment of El Amrani Sofia',
            blockCode: null,
          },
        ],
        phone: null,
      },
    ]);
  });

  it('several of one cohort share a row that leads to their list', () => {
    const other = { ...path, learner: learner('Petitjean Noé', null) };
    expect(list({ paths: [path, other] }).atRisk).toMatchObject([
      {
        days: 25,
        subject: 'Automne 2026',
        fact: '2 apprenants ont des étapes de leur parcours à planifier',
        why: 'El Amrani Sofia, Petitjean Noé.',
        actions: [{ act: 'plan_paths', targetId: 'c1' }, { act: 'read_learners' }],
      },
    ]);
  });
});
