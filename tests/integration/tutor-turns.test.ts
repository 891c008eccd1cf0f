import { describe, expect, it } from '@jest/globals';
import {
  app,
  coordinator,
  enrol,
  openEnrolments,
  read,
  spring,
} from '../support/enrolment-forms.ts';

openEnrolments();

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
  const name = async (enrolmentId: string, birthName: string | null) => {
    const [current] = (await read(enrolmentId)).employments;
    return app.call(
      'PUT /employments/:employmentId',
      {
        params: { employmentId: current?.id ?? '' },
        body: {
          ...employment(birthName ?? ''),
          tutor: birthName === null ? null : tutorOf(birthName),
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
