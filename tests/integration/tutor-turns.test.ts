import { describe, expect, it } from '@jest/globals';
import { awaitImport } from '../support/await-import.ts';
import {
  app,
  coordinator,
  enrol,
  newPerson,
  openEnrolments,
  read,
  spring,
} from '../support/enrolment-forms.ts';

openEnrolments({ runsWorker: true });

const tutorOf = (birthName: string) => ({
  kind: 'new',
  givenName: 'Agnès',
  birthName,
  email: `${birthName.toLowerCase()}@exemple.fr`,
});
const employment = (birthName: string) => ({
  employerName: 'Cabinet du Dr Ferrand',
  employerKind: 'practice',
  hireDate: '2026-09-01',
  tutor: tutorOf(birthName),
});

describe('a change of tutor keeps history (DOMAIN Q5)', () => {
  const name = async (
    enrolmentId: string,
    birthName: string | null,
    tutorVolunteeredOn: string | null = null,
  ) => {
    const [current] = (await read(enrolmentId)).employments;
    return app.call(
      'PUT /employments/:employmentId',
      {
        params: { employmentId: current?.id ?? '' },
        body: {
          ...employment(birthName ?? ''),
          tutor: birthName === null ? null : tutorOf(birthName),
          tutorVolunteeredOn,
          revision: current?.revision ?? 1,
        },
      },
      coordinator,
    );
  };
  const turnsOf = async (enrolmentId: string) =>
    (await read(enrolmentId)).employments[0]?.earlierTutors.map((one) => [one.name, one.turn]);

  it('who was tutor from when to when is told on the learner’s file', async () => {
    const { body } = await enrol({ cohortId: spring.id, employments: [employment('Premier')] });
    expect(await turnsOf(body.id)).toEqual([]);
    expect((await name(body.id, 'Second')).status).toBe(200);
    expect(await turnsOf(body.id)).toEqual([
      ['Premier Agnès', 'du 1er septembre 2026 au 23 novembre 2026'],
    ]);
    expect((await name(body.id, 'Tiers')).status).toBe(200);
    // Put right on its own day: the slip was nobody's turn.
    expect(await turnsOf(body.id)).toHaveLength(1);
    app.clock.set('2026-12-01T09:00:00+01:00');
    expect((await name(body.id, null)).status).toBe(200);
    app.clock.set('2026-11-23T09:00:00+01:00');
    expect(await turnsOf(body.id)).toEqual([
      ['Tiers Agnès', 'du 23 novembre 2026 au 1er décembre 2026'],
      ['Premier Agnès', 'du 1er septembre 2026 au 23 novembre 2026'],
    ]);
  });

  it('what a tutor confirmed stays with their turn, and says nothing of the next (W27)', async () => {
    const { body } = await enrol({ cohortId: spring.id, employments: [employment('Volontaire')] });
    const noted = async () => (await read(body.id)).employments[0]?.tutorVolunteeredOn;
    const turns = () =>
      app.db.system.tutorTurn.findMany({
        where: { employment: { person: { enrolments: { some: { id: body.id } } } } },
        orderBy: { fromOn: 'asc' },
      });
    expect((await name(body.id, 'Volontaire', '2026-09-01')).status).toBe(200);
    expect(await noted()).toBe('2026-09-01');
    expect((await name(body.id, 'Suivant')).status).toBe(200);
    expect(await noted()).toBeNull();
    const days = (await turns()).map(({ volunteeredOn }) => volunteeredOn?.toISOString() ?? null);
    expect(days).toEqual(['2026-09-01T00:00:00.000Z', null]);
    await app.db.system.tutorTurn.deleteMany({
      where: { id: { in: (await turns()).map(({ id }) => id) } },
    });
    expect((await name(body.id, 'Suivant', '2026-11-23')).status).toBe(200);
    expect(await noted()).toBe('2026-11-23');
  });

  it('of an employment older than this record, the tutor was there from its first day', async () => {
    const { body } = await enrol({ cohortId: spring.id, employments: [employment('Ancien')] });
    const [{ id = '' } = {}] = (await read(body.id)).employments;
    await app.db.system.tutorTurn.deleteMany({ where: { employmentId: id } });
    expect((await name(body.id, 'Nouveau')).status).toBe(200);
    expect(await turnsOf(body.id)).toEqual([
      ['Ancien Agnès', 'du 1er septembre 2026 au 23 novembre 2026'],
    ]);
  });
});

describe('a change of tutor by import keeps the same history (DOMAIN Q5)', () => {
  const headers =
    'Nom;Prénom;Mail;Né le;Employeur;Embauche;Nom du tuteur;Prénom du tuteur;Mail du tuteur';
  /** Imports one line of this learner, whose tutor and first day it may change. */
  async function importLine(
    person: ReturnType<typeof newPerson>,
    tutorName: string,
    hireDate = '01/09/2026',
  ) {
    const { email } = tutorOf(tutorName);
    const cells = [person.birthName, person.givenName, person.email, '08/03/1994'];
    cells.push('Cabinet du Dr Ferrand', hireDate, tutorName, 'Agnès', email);
    const answer = await app.call(
      'POST /cohorts/:cohortId/learner-imports',
      {
        params: { cohortId: spring.id },
        body: {
          fileName: 'apprenants.csv',
          contentBase64: Buffer.from(`${headers}\r\n${cells.join(';')}`).toString('base64'),
          defaults: {
            profile: 'school_leaver',
            route: 'continuing_training',
            funder: 'opco_ep',
            startsOn: '2027-03-01',
          },
          mode: 'all_or_nothing',
        },
      },
      coordinator,
    );
    const { report } = await awaitImport(app, coordinator, answer.body.importId);
    expect(report?.outcome).toBe('imported');
  }
  const turnsOf = async (enrolmentId: string) =>
    (await read(enrolmentId)).employments[0]?.earlierTutors.map((one) => [one.name, one.turn]);
  const runningOf = async (enrolmentId: string) => {
    const [{ id = '' } = {}] = (await read(enrolmentId)).employments;
    const turn = await app.db.system.tutorTurn.findFirstOrThrow({
      where: { employmentId: id, untilOn: null },
      include: { tutor: true },
    });
    return [turn.tutor.birthName, turn.fromOn.toISOString().slice(0, 10)];
  };
  const enrolmentOf = async ({ email }: { email: string }) => {
    const where = { cohortId: spring.id, person: { email } };
    return (await app.db.system.enrolment.findFirstOrThrow({ where })).id;
  };

  it('the tutor of an imported employment is there from its first day', async () => {
    const person = newPerson();
    await importLine(person, 'Importe');
    expect(await runningOf(await enrolmentOf(person))).toEqual(['Importe', '2026-09-01']);
  });

  it('the former tutor’s turn ends the day the file names another', async () => {
    const person = newPerson();
    const { body } = await enrol({
      cohortId: spring.id,
      person,
      employments: [employment('Avant')],
    });
    await importLine(person, 'Ensuite');
    expect(await turnsOf(body.id)).toEqual([
      ['Avant Agnès', 'du 1er septembre 2026 au 23 novembre 2026'],
    ]);
    expect(await runningOf(body.id)).toEqual(['Ensuite', '2026-11-23']);
    // Put right on its own day: the slip was nobody's turn.
    await importLine(person, 'Enfin');
    expect(await turnsOf(body.id)).toHaveLength(1);
    expect(await runningOf(body.id)).toEqual(['Enfin', '2026-11-23']);
  });

  it('a first day put right by the file moves the turn that began on it', async () => {
    const person = newPerson();
    const { body } = await enrol({
      cohortId: spring.id,
      person,
      employments: [employment('Constant')],
    });
    await importLine(person, 'Constant', '15/09/2026');
    expect(await runningOf(body.id)).toEqual(['Constant', '2026-09-15']);
    expect(await turnsOf(body.id)).toEqual([]);
  });
});
