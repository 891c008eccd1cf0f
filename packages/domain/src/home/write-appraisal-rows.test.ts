import { describe, expect, it } from '@jest/globals';
import { addDays } from '../plain-date.ts';
import { appraisal, learner, list, today } from './test-morning.ts';

describe('appraisals of tutors', () => {
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
});
