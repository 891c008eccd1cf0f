import { describe, expect, it } from '@jest/globals';
import { addDays } from '../plain-date.ts';
import { learner, list, today } from './test-morning.ts';

describe('dispensations, attestations, deadlines and attendance', () => {
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

  it('an attestation that has ended is late; its first day without counts as one', () => {
    const ends = (expiresOn: string) =>
      list({
        credentials: [{ learner: learner('Abadie Lina'), name: 'AFGSU niveau 1', expiresOn }],
      });
    expect(ends(today).late[0]).toMatchObject({ days: -1 });
    expect(ends(today).late[0]?.fact).toContain('a expiré le 23 novembre 2026');
  });

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

  it('an early end to declare, from the day it is noted until it is declared (DOMAIN 7)', () => {
    const end = {
      enrolmentId: 'e1',
      name: 'Moreau Julie',
      employerName: 'Cabinet Ferrand',
      sentence: 'Ce délai engage l’employeur.',
    };
    expect(list({ earlyEnds: [{ ...end, dueOn: addDays(today, 30) }] }).atRisk[0]).toMatchObject({
      kind: 'early_end',
      days: 30,
      subject: 'Moreau Julie',
      fact: 'fin anticipée à déclarer à l’OPCO au plus tard le 23 décembre 2026',
      why: 'Cabinet Ferrand. Ce délai engage l’employeur.',
    });
    expect(list({ earlyEnds: [{ ...end, dueOn: addDays(today, -1) }] }).late[0]?.fact).toMatch(
      /qui devait être déclarée/,
    );
  });

  it('hours that nobody noted are told as such, not as absences (Q13)', () => {
    const rated = (absentMinutes: number, blankMinutes: number) =>
      list({
        rates: [{ learner: learner('Revueur Bertille'), rate: 0.2, absentMinutes, blankMinutes }],
      }).atRisk[0];
    expect(rated(210, 16320)).toMatchObject({
      fact: '3 h 30 d’absence et 272 h non renseignées',
      why: 'Assiduité 20 %, seuil 80 %. Elle remonte avec les feuilles, une fois remplies.',
    });
    expect(rated(0, 16320)?.fact).toBe('272 h non renseignées');
  });

  it('an attendance rate below 80 %, never at 80 (Q13)', () => {
    const rated = (rate: number) =>
      list({
        rates: [{ learner: learner('Da Silva Rui'), rate, absentMinutes: 630, blankMinutes: 0 }],
      }).atRisk;
    expect(rated(0.786)[0]).toMatchObject({
      days: 25,
      fact: '10 h 30 d’absence',
      why: 'Assiduité 78,6 %, seuil 80 %.',
    });
    expect(rated(0.7999)[0]?.why).toContain('79,9 %');
    expect(rated(0.8)).toEqual([]);
  });
});
