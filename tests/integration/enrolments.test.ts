import type { Problem } from '@jalon/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addPlannedCohort, type PlannedCohort } from '../support/planned-cohort.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let autumn: PlannedCohort;
let spring: PlannedCohort;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('Le Mans');
  coordinator = await centre.addMember('coordinator');
  const framework = await centre.addFramework();
  autumn = await addPlannedCohort(app.db, centre, framework, {
    name: 'Automne 2026',
    startsOn: '2026-10-05',
    capacity: 3,
  });
  spring = await addPlannedCohort(app.db, centre, framework, {
    name: 'Printemps 2027',
    startsOn: '2027-03-01',
  });
});
afterAll(() => app.close());

let counter = 0;
const newPerson = (more: Record<string, unknown> = {}) => {
  counter += 1;
  return {
    kind: 'new',
    givenName: 'Lina',
    birthName: `Abadie${'abcdefghijklmnopqrstuvwxyz'[counter % 26]}${counter}`,
    birthDate: '1994-03-08',
    email: `lina${counter}@exemple.fr`,
    ...more,
  };
};
const enrolment = (more: Record<string, unknown> = {}) => ({
  cohortId: autumn.id,
  person: newPerson(),
  profile: 'medical_secretary_uncertified',
  diplomaLevel: 4,
  experienceYears: 2,
  route: 'professional_contract',
  funder: 'opco_ep',
  startsOn: '2026-10-05',
  ...more,
});
const enrol = (more: Record<string, unknown> = {}) =>
  app.call('POST /enrolments', { body: enrolment(more) }, coordinator);
const read = async (enrolmentId: string) =>
  (await app.call('GET /enrolments/:enrolmentId', { params: { enrolmentId } }, coordinator)).body;
const pointersOf = (answer: { readonly problem: Problem }) =>
  answer.problem.errors?.map(({ pointer }) => pointer);

describe('enrolling by form', () => {
  it('creates the person, the enrolment, the path with its cohort and the login', async () => {
    const person = newPerson();
    const { status, body } = await enrol({ person, cohortId: spring.id, startsOn: '2027-03-01' });
    expect(status).toBe(200);
    const file = await read(body.id);
    expect(file).toMatchObject({
      state: 'active',
      person: { email: person.email, roles: ['learner'] },
      hours: { sentence: '279 h dues' },
      entry: { outcome: 'eligible' },
    });
    expect(file.path.map(({ state }) => state)).toEqual(spring.runs.map(() => 'own'));
    const user = await app.db.system.user.findUnique({ where: { email: String(person.email) } });
    expect(user).not.toBeNull();
  });

  it('rolling entry: what the cohort has already begun is proposed with another (W3)', async () => {
    const { body } = await enrol({ startsOn: '2026-10-19' });
    const { path } = await read(body.id);
    const states = path.map(({ state }) => state);
    expect(states[0]).toBe('other');
    expect(states.at(-1)).toBe('own');
    expect(path[0]?.reason).toContain('Printemps 2027');
  });

  it('says what data the certifier will want', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const { person } = await read(body.id);
    expect(person.missing.map(({ label }) => label)).toEqual([
      'sexe',
      'pays de naissance',
      'commune de naissance',
    ]);
  });

  it('warns beyond the places of the cohort and never refuses', async () => {
    const answers = [await enrol(), await enrol(), await enrol()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const messages = answers.at(-1)?.body.warnings.map(({ message }) => message);
    expect(messages?.[0]).toContain('pour 3 places');
  });

  it('entry conditions not met: a motive is asked, and with it the centre goes on', async () => {
    const request = { experienceYears: 0, cohortId: spring.id };
    const refused = await enrol(request);
    expect(refused.status).toBe(422);
    expect(pointersOf(refused)).toEqual(['/entryMotive']);
    expect(refused.problem.detail).toContain('0 an d’expérience');
    const accepted = await enrol({ ...request, entryMotive: 'Accord écrit de la branche' });
    expect(accepted.status).toBe(200);
    expect((await read(accepted.body.id)).entryMotive).toBe('Accord écrit de la branche');
  });

  it('DOMAIN 5.1: experience that nobody has said is to verify, and the file says so', async () => {
    const { body } = await enrol({ experienceYears: null, cohortId: spring.id });
    const file = await read(body.id);
    expect(file).toMatchObject({ experienceYears: null, entry: { outcome: 'to_verify' } });
    expect(file.entry.reasons.find(({ met }) => !met)).toMatchObject({
      rule: 'entry.experience-reached',
      facts:
        'Il faut 1 an d’expérience comme secrétaire médicale : demandez les bulletins de paye.',
    });
  });

  it('DOMAIN 7: hours and duration that do not suit the access route are said before and after', async () => {
    const rulesOf = async (more: Record<string, unknown>) => {
      const { person: _, funder: __, ...entry } = enrolment({ startsOn: '2027-03-01', ...more });
      const { body } = await app.call('POST /enrolments/preview', { body: entry }, coordinator);
      return body.findings.map(({ rule }) => rule);
    };
    expect(await rulesOf({ endsOn: '2027-08-31' })).toContain(
      'enrolment.training-at-most-25-percent',
    );
    expect(await rulesOf({ endsOn: '2028-02-28' })).not.toContain(
      'enrolment.training-at-most-25-percent',
    );
    expect(await rulesOf({ route: 'vae', experienceYears: null })).toContain(
      'enrolment.vae-experience-1607h',
    );
    const terms = { cohortId: spring.id, startsOn: '2027-03-01', endsOn: '2027-08-31' };
    const { body } = await enrol(terms);
    const finding = { rule: 'enrolment.training-at-most-25-percent', path: '/endsOn' };
    expect(body.warnings).toContainEqual(expect.objectContaining(finding));
    expect((await read(body.id)).findings).toContainEqual(expect.objectContaining(finding));
  });

  it('a CQP is not prepared in apprenticeship (W20, W21)', async () => {
    expect(pointersOf(await enrol({ route: 'apprenticeship' }))).toEqual(['/route']);
  });

  it('previews the conditions with their source, the places and the path', async () => {
    const { person: _, funder: __, ...entry } = enrolment({ experienceYears: 0 });
    const { body } = await app.call('POST /enrolments/preview', { body: entry }, coordinator);
    expect(body.entry.outcome).toBe('not_eligible');
    expect(body.entry.reasons.every(({ source }) => source !== '')).toBe(true);
    expect(body.path).toHaveLength(autumn.runs.length);
  });
});

describe('people are recognised rather than doubled', () => {
  it('a double click creates one person and one enrolment', async () => {
    const body = enrolment({ cohortId: spring.id });
    const answers = await Promise.all([
      app.call('POST /enrolments', { body }, coordinator),
      app.call('POST /enrolments', { body }, coordinator),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const email = String((body.person as { email: string }).email);
    expect(await app.db.system.person.count({ where: { email } })).toBe(1);
  });

  it('names spelt otherwise and the same birth date are the same person', async () => {
    await enrol({
      cohortId: spring.id,
      person: newPerson({ givenName: 'Éléonore', birthName: 'Lefèvre-Morin' }),
    });
    const again = await enrol({
      person: newPerson({ givenName: 'LEFEVRE MORIN', birthName: 'eleonore', email: null }),
    });
    expect(again.status).toBe(409);
    const { body } = await app.call(
      'GET /people/recognised',
      { query: { givenName: 'Eleonore', birthName: 'Lefevre Morin', birthDate: '1994-03-08' } },
      coordinator,
    );
    expect(body).toMatchObject({ outcome: 'same', cohorts: ['Printemps 2027'] });
  });

  it('a known person is enrolled once a cohort', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const person = { kind: 'known', personId: body.personId };
    expect((await enrol({ person })).status).toBe(200);
    const again = await enrol({ person });
    expect(again.status).toBe(409);
    expect(again.problem.current).toMatchObject({ personId: body.personId });
  });

  it('a namesake goes through once someone has said so', async () => {
    const first = newPerson();
    await enrol({ cohortId: spring.id, person: first });
    const namesake = { ...first, birthDate: null, email: null };
    expect((await enrol({ cohortId: spring.id, person: namesake })).status).toBe(409);
    const said = { ...namesake, isNamesake: true };
    expect((await enrol({ cohortId: spring.id, person: said })).status).toBe(200);
  });

  it('a mail already someone’s is refused at its field', async () => {
    const first = newPerson();
    await enrol({ cohortId: spring.id, person: first });
    const other = newPerson({ givenName: 'Karim', birthDate: '1980-01-01', email: first.email });
    expect(pointersOf(await enrol({ person: other }))).toEqual(['/person/email']);
  });

  it('says nothing of a mail known in another centre, and lets the person in here too', async () => {
    const elsewhere = await app.addCentre('Institut Zénith');
    const member = await elsewhere.addMember('coordinator');
    const person = newPerson({ email: member.email });
    const { status, body } = await enrol({ cohortId: spring.id, person });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('Zénith');
    const roles = await app.db.system.membership.findMany({ where: { userId: member.userId } });
    expect(roles.map(({ centreId, role }) => [centreId === centre.id, role])).toEqual(
      expect.arrayContaining([
        [true, 'learner'],
        [false, 'coordinator'],
      ]),
    );
  });
});

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
    const second = employment({ employerName: 'MSP', cpamContractSignedOn: '2025-01-10' });
    const { body } = await enrol({ cohortId: spring.id, employments: [employment(), second] });
    const { employments } = await read(body.id);
    expect(employments.map(({ regime }) => regime)).toEqual(['regime_2019', 'regime_2024']);
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

describe('a path changed by the coordinator', () => {
  it('keeps what is chosen, refuses a module twice, and is not overwritten', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const { path, revision } = await read(body.id);
    const chosen = path.flatMap(({ moduleRunId }) => moduleRunId ?? []);
    const other = path[0]?.options.find(({ isOwn }) => !isOwn)?.moduleRunId ?? '';
    const save = (moduleRunIds: string[]) =>
      app.call(
        'PUT /enrolments/:enrolmentId/path',
        { params: { enrolmentId: body.id }, body: { revision, moduleRunIds } },
        coordinator,
      );
    expect(pointersOf(await save([...chosen, other]))).toEqual([`/moduleRunIds/${chosen.length}`]);
    const saved = await save([other, ...chosen.slice(1)]);
    expect(saved.body.steps[0]).toMatchObject({ state: 'other', moduleRunId: other });
    expect((await save(chosen)).status).toBe(409);
    expect((await read(body.id)).path[0]?.moduleRunId).toBe(other);
  });
});

describe('an enrolment changes and ends', () => {
  it('two people at once: the second gets both versions', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const { cohortId: _, person: __, ...fields } = enrolment({ funder: 'employer' });
    const save = (funder: string) =>
      app.call(
        'PUT /enrolments/:enrolmentId',
        { params: { enrolmentId: body.id }, body: { ...fields, funder, revision: 1 } },
        coordinator,
      );
    expect((await save('employer')).body.funder).toBe('employer');
    const late = await save('region');
    expect(late.status).toBe(409);
    expect(late.problem.current).toMatchObject({ funder: 'employer', revision: 2 });
  });

  it('an abandonment carries its date and motive, and can be undone', async () => {
    const { body } = await enrol({ cohortId: spring.id, startsOn: '2027-03-01' });
    const params = { enrolmentId: body.id };
    const withdraw = (on: string, motive: string) =>
      app.call(
        'POST /enrolments/:enrolmentId/withdraw',
        { params, body: { revision: 1, on, motive } },
        coordinator,
      );
    expect(pointersOf(await withdraw('2027-02-01', 'Déménagement'))).toEqual(['/on']);
    expect(pointersOf(await withdraw('2027-04-01', ' '))).toEqual(['/motive']);
    const { body: file } = await withdraw('2027-04-01', 'Déménagement');
    expect(file).toMatchObject({ state: 'withdrawn', endsOn: '2027-04-01' });
    const undone = await app.call(
      'POST /enrolments/:enrolmentId/reinstate',
      { params, body: { revision: file.revision } },
      coordinator,
    );
    expect(undone.body).toMatchObject({ state: 'active', endsOn: null, withdrawMotive: null });
  });
});

describe('the list of learners', () => {
  it('searches without accents, filters, sorts in French and counts what is missing', async () => {
    const cohort = await addPlannedCohort(app.db, centre, {
      id: autumn.frameworkVersionId,
      content: autumn.framework,
    });
    for (const birthName of ['Zola', 'Éluard', 'Durand'])
      await enrol({ cohortId: cohort.id, person: newPerson({ birthName, givenName: 'Noé' }) });
    const list = (query: Record<string, unknown>) =>
      app.call('GET /enrolments', { query: { cohortId: cohort.id, ...query } }, coordinator);
    const all = await list({});
    expect(all.body.rows.map(({ name }) => name)).toEqual(['Durand Noé', 'Éluard Noé', 'Zola Noé']);
    expect(all.body).toMatchObject({ total: 3, incomplete: 3 });
    expect((await list({ search: 'eluard' })).body.total).toBe(1);
    expect((await list({ perPage: 2, page: 2 })).body.rows).toHaveLength(1);
    expect((await list({ missing: 'employer' })).body.total).toBe(3);
    expect((await list({ state: 'withdrawn' })).body.total).toBe(0);
    expect((await list({ sort: 'mail' })).status).toBe(400);
  });

  it('exports what the filters show, as a file that a spreadsheet opens', async () => {
    const formula = newPerson({ birthName: '=1+1', givenName: 'Eve', email: 'eve@exemple.fr' });
    await enrol({ cohortId: spring.id, person: formula });
    const { bytes, headers } = await app.call(
      'GET /enrolments/export',
      { query: { search: 'eve' } },
      coordinator,
    );
    const text = Buffer.from(bytes).toString();
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\r\n')[0]).toContain('Apprenant;Mail;Cohorte');
    expect(text).toContain("'=1+1 Eve");
  });
});

describe('another centre, another role', () => {
  it('another centre’s ids do not exist here', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const elsewhere = await app.addCentre();
    const stranger = await elsewhere.addMember('coordinator');
    const params = { enrolmentId: body.id };
    expect((await app.call('GET /enrolments/:enrolmentId', { params }, stranger)).status).toBe(404);
    expect((await app.call('POST /enrolments', { body: enrolment() }, stranger)).status).toBe(404);
    const known = { kind: 'known', personId: stranger.personId };
    expect((await enrol({ cohortId: spring.id, person: known })).status).toBe(404);
    expect((await app.call('GET /enrolments', {}, stranger)).body.total).toBe(0);
  });

  it.each(['trainer', 'tutor', 'learner', 'jury_member', 'certifier'] as const)(
    'a %s does not read the files',
    async (role) => {
      const member = await centre.addMember(role);
      expect((await app.call('GET /enrolments', {}, member)).status).toBe(403);
    },
  );

  it('a director reads and does not write', async () => {
    const director = await centre.addMember('director');
    expect((await app.call('GET /enrolments', {}, director)).status).toBe(200);
    const answer = await app.call('POST /enrolments', { body: enrolment() }, director);
    expect(answer.status).toBe(403);
  });
});

describe('a person’s identity', () => {
  const identityOf = async (personId: string) =>
    (await app.call('GET /people/:personId', { params: { personId } }, coordinator)).body;
  const save = (personId: string, body: Record<string, unknown>) =>
    app.call('PUT /people/:personId', { params: { personId }, body }, coordinator);

  it('is completed until nothing is missing, and not overwritten', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const before = await identityOf(body.personId);
    const complete = { ...before, sex: 'F', birthCountryCode: 'fr', birthPlaceCode: '72181' };
    const saved = await save(body.personId, complete);
    expect(saved.body).toMatchObject({ missing: [], birthCountryCode: 'FR', revision: 2 });
    expect((await save(body.personId, complete)).status).toBe(409);
  });

  it('refuses a birth date to come and a commune in letters, at their fields', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const before = await identityOf(body.personId);
    const wrong = { ...before, birthDate: '2027-01-01', birthPlaceCode: 'Sceau' };
    expect(pointersOf(await save(body.personId, wrong))).toEqual(['/birthDate', '/birthPlaceCode']);
  });

  it('a new mail moves the login: the former address opens nothing more', async () => {
    const person = newPerson();
    const { body } = await enrol({ cohortId: spring.id, person });
    const before = await identityOf(body.personId);
    const email = 'nouvelle.adresse@exemple.fr';
    expect((await save(body.personId, { ...before, email })).status).toBe(200);
    const memberships = await app.db.system.membership.findMany({
      where: { personId: body.personId },
      include: { user: true },
    });
    expect(memberships.map(({ user }) => user.email)).toEqual([email]);
  });

  it('refuses the mail of someone else of the centre', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const before = await identityOf(body.personId);
    const answer = await save(body.personId, { ...before, email: coordinator.email });
    expect(pointersOf(answer)).toEqual(['/email']);
  });
});
