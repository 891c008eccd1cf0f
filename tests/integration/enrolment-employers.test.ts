import { describe, expect, it } from '@jest/globals';
import {
  app,
  coordinator,
  enrol,
  openEnrolments,
  pointersOf,
  read,
  spring,
} from '../support/enrolment-forms.ts';

openEnrolments();

describe('employers and tutors', () => {
  const employment = (more: Record<string, unknown> = {}) => ({
    employerName: 'Cabinet du Dr Ferrand',
    employerKind: 'practice',
    siret: '732 829 320 00074',
    hireDate: '2026-09-01',
    dutyStartOn: '2026-09-01',
    cpamContractSignedOn: '2024-05-02',
    tutor: {
      kind: 'new',
      givenName: 'Hélène',
      birthName: 'Ferrand',
      email: 'dr.ferrand@exemple.fr',
    },
    tutorIsEmployer: true,
    ...more,
  });

  it('several employers, the regime of each by its contract’s date (DOMAIN 6)', async () => {
    const msp = { employerName: 'MSP', siret: null };
    const second = employment({ ...msp, cpamContractSignedOn: '2025-01-10' });
    const { body } = await enrol({ cohortId: spring.id, employments: [employment(), second] });
    const { employments } = await read(body.id);
    expect(employments.map(({ regime }) => regime)).toEqual(['regime_2019', 'regime_2024']);
  });

  it('the contract of an employment is kept, and told where it does not suit the route (S0:L212)', async () => {
    const fixed = { contractKind: 'fixed_term', contractStartsOn: '2026-09-15' };
    const { body } = await enrol({
      cohortId: spring.id,
      route: 'continuing_training',
      funder: 'opco_ep',
      employments: [employment({ ...fixed, endsOn: '2028-09-14' })],
    });
    const file = await read(body.id);
    expect(file.employments).toMatchObject([{ ...fixed, endsOn: '2028-09-14' }]);
    expect(file.findings).toContainEqual(
      expect.objectContaining({
        rule: 'enrolment.contract-kind-suits',
        source: 'DOMAIN 7, S0:L212',
      }),
    );
    const unknown = await enrol({ cohortId: spring.id, employments: [employment()] });
    expect((await read(unknown.body.id)).employments[0]?.contractKind).toBeNull();
  });

  it('a contrat de professionnalisation of more than 36 months is refused at its end (W28)', async () => {
    const contractKind = 'professional_fixed_term';
    const long = employment({ contractKind, endsOn: '2029-09-01' });
    expect(pointersOf(await enrol({ cohortId: spring.id, employments: [long] }))).toEqual([
      '/employments/0/endsOn',
    ]);
    const two = employment({ contractKind, endsOn: '2028-08-31' });
    const { body } = await enrol({ cohortId: spring.id, employments: [two] });
    expect(body.warnings).toContainEqual(
      expect.objectContaining({
        rule: 'employment.professional-contract-6-to-12-months',
        path: '/employments/0/endsOn',
      }),
    );
  });

  it('one tutor is one person with a login, whatever the number of learners', async () => {
    const { body } = await enrol({ cohortId: spring.id, employments: [employment()] });
    const tutors = await app.db.system.person.findMany({
      where: { email: 'dr.ferrand@exemple.fr' },
      include: { memberships: true },
    });
    expect(tutors).toHaveLength(1);
    expect(tutors[0]?.memberships.map(({ role }) => role)).toEqual(['tutor']);
    expect((await read(body.id)).employments[0]?.tutor?.email).toBe('dr.ferrand@exemple.fr');
  });

  it('a tutor of the same name with another mail is asked about, never doubled unsaid', async () => {
    const named = (email: string, namesake: string | null = null) => ({
      cohortId: spring.id,
      employments: [
        employment({
          tutor: { kind: 'new', givenName: 'Agnès', birthName: 'Roy', email, namesake },
        }),
      ],
    });
    const persons = () =>
      app.db.system.person.findMany({ where: { birthName: 'Roy' }, orderBy: { createdAt: 'asc' } });
    expect((await enrol(named('agnes@exemple.fr'))).status).toBe(200);
    const refused = await enrol(named('a.roy@exemple.fr'));
    expect(pointersOf(refused)).toEqual(['/employments/0/tutor/namesake']);
    expect(refused.problem.detail).toContain(
      'Un tuteur du même nom existe : Roy Agnès, Cabinet du Dr Ferrand, agnes@exemple.fr.',
    );
    const [agnes] = await persons();
    const query = { givenName: 'AGNES', birthName: 'Roy', email: 'a.roy@exemple.fr' };
    const asked = await app.call('GET /tutors/recognised', { query }, coordinator);
    expect(asked.body.namesakes).toMatchObject([{ personId: agnes?.id, isProposed: false }]);
    expect((await enrol(named('a.roy@exemple.fr', agnes?.id))).status).toBe(200);
    expect(await persons()).toMatchObject([{ id: agnes?.id, email: 'a.roy@exemple.fr' }]);
    expect((await enrol(named('autre.roy@exemple.fr', 'other'))).status).toBe(200);
    expect(await persons()).toHaveLength(2);
  });

  it('warns when an employer tutors more than two learners (W27–W29)', async () => {
    const tutor = { ...employment().tutor, email: 'charge@exemple.fr', birthName: 'Petit' };
    const employments = [employment({ tutor })];
    const answers = [];
    for (let count = 0; count < 3; count += 1)
      answers.push(await enrol({ cohortId: spring.id, employments }));
    const ofTutor = answers.map(({ body }) =>
      body.warnings.filter(({ rule }) => rule === 'tutor.maximum-learners'),
    );
    expect(ofTutor.map(({ length }) => length)).toEqual([0, 0, 1]);
    expect(ofTutor[2]?.[0]).toMatchObject({
      path: '/employments/0/tutor',
      message: 'Ce tuteur employeur suit 3 apprenants, 2 au plus.',
    });
    const { body } = await app.call('GET /tutors', {}, coordinator);
    expect(body.find(({ email }) => email === 'charge@exemple.fr')?.learnersFollowed).toBe(3);
  });

  it('a candidate by VAE is trained by nobody, and is not counted among them (W27)', async () => {
    const tutor = { ...employment().tutor, email: 'vae@exemple.fr', birthName: 'Lenoir' };
    const employments = [employment({ tutor })];
    for (const route of ['vae', 'continuing_training', 'continuing_training'] as const) {
      const { status, body } = await enrol({ cohortId: spring.id, route, employments });
      expect(status).toBe(200);
      expect(body.warnings.map(({ rule }) => rule)).not.toContain('tutor.maximum-learners');
    }
  });

  it('of a course that is over nothing is said of its tutor any more', async () => {
    const { body } = await enrol({
      cohortId: spring.id,
      employments: [employment({ tutorExperienceYears: 1 })],
    });
    const concerns = async () => (await read(body.id)).employments[0]?.tutor?.concerns;
    expect(await concerns()).not.toEqual([]);
    await app.db.system.enrolment.updateMany({
      where: { id: body.id },
      data: { state: 'withdrawn', endsOn: new Date('2026-11-20') },
    });
    expect(await concerns()).toEqual([]);
  });

  it('W27: a tutor needs 2 years of experience, asked and never assumed', async () => {
    const said = async (tutorExperienceYears: number | null) => {
      const { body } = await enrol({
        cohortId: spring.id,
        employments: [employment({ tutorExperienceYears })],
      });
      const [first] = (await read(body.id)).employments;
      return first?.tutor?.concerns.find(({ rule }) => rule === 'tutor.minimum-experience')?.facts;
    };
    expect(await said(null)).toBe('L’expérience du tuteur n’est pas renseignée, il faut 2 ans.');
    expect(await said(1)).toBe('Ce tuteur a 1 an d’expérience, il en faut 2.');
    expect(await said(2)).toBeUndefined();
  });

  it('W27, D6325-6: an employee volunteers to be tutor: dated, told as missing, asked of no employer', async () => {
    const said = async (more: Record<string, unknown>) => {
      const { body } = await enrol({ cohortId: spring.id, employments: [employment(more)] });
      const [first] = (await read(body.id)).employments;
      const concern = first?.tutor?.concerns.find(({ rule }) => rule === 'tutor.volunteer');
      const warning = body.warnings.find(({ rule }) => rule === 'tutor.volunteer');
      expect(warning?.path).toBe(concern && '/employments/0/tutorVolunteeredOn');
      return [first?.tutorVolunteeredOn, concern?.source];
    };
    const source = 'DOMAIN 4.5, W27 ; Code du travail, art. D6325-6';
    expect(await said({ tutorIsEmployer: false })).toEqual([null, source]);
    const noted = { tutorIsEmployer: false, tutorVolunteeredOn: '2026-11-03' };
    expect(await said(noted)).toEqual(['2026-11-03', undefined]);
    expect(await said({ tutorIsEmployer: true })).toEqual([null, undefined]);
  });

  it('the day on which a tutor volunteered has come, and is somebody’s', async () => {
    for (const more of [{ tutorVolunteeredOn: '2026-11-24' }, { tutor: null }]) {
      const wrong = employment({ tutorVolunteeredOn: '2026-11-23', ...more });
      const answer = await enrol({ cohortId: spring.id, employments: [wrong] });
      expect(pointersOf(answer)).toEqual(['/employments/0/tutorVolunteeredOn']);
    }
  });

  it('a wrong SIRET and impossible dates are said at their fields', async () => {
    const wrong = employment({ siret: '73282932000075', dutyStartOn: '2026-08-01' });
    const answer = await enrol({ cohortId: spring.id, employments: [wrong] });
    expect(pointersOf(answer)).toEqual(['/employments/0/siret', '/employments/0/dutyStartOn']);
    const noSuchDay = employment({ hireDate: '2026-02-30' });
    const malformed = await enrol({ cohortId: spring.id, employments: [noSuchDay] });
    expect(pointersOf(malformed)).toEqual(['/employments/0/hireDate']);
    expect(malformed.problem.detail).toContain('une date qui existe');
  });

  it('an employment is changed once: the second of two people gets the conflict', async () => {
    const { body } = await enrol({ cohortId: spring.id, employments: [employment()] });
    const before = (await read(body.id)).employments[0];
    const change = () =>
      app.call(
        'PUT /employments/:employmentId',
        {
          params: { employmentId: before?.id ?? '' },
          body: { ...employment({ endsOn: '2027-08-31' }), revision: before?.revision },
        },
        coordinator,
      );
    expect((await change()).status).toBe(200);
    const second = await change();
    expect(second.status).toBe(409);
    // The other version in full, for the screen that shows both.
    expect(second.problem.current).toEqual((await read(body.id)).employments[0]);
  });
});
