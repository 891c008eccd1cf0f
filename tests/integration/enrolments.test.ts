import { describe, expect, it } from '@jest/globals';
import {
  app,
  autumn,
  centre,
  coordinator,
  enrol,
  enrolment,
  newPerson,
  openEnrolments,
  pointersOf,
  read,
  spring,
} from '../support/enrolment-forms.ts';

openEnrolments();

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

  it('previews what the contract typed says of the route (DOMAIN 7, S0:L212)', async () => {
    const toldOf = async (contracts: readonly object[]) => {
      const { person: _, ...entry } = enrolment({
        route: 'continuing_training',
        funder: 'opco_ep',
      });
      const body = { ...entry, contracts };
      const { body: told } = await app.call('POST /enrolments/preview', { body }, coordinator);
      return told.findings.filter(({ rule }) => rule === 'enrolment.contract-kind-suits');
    };
    const hired = { employerName: 'Cabinet Ferrand', hireDate: '2026-09-01' };
    expect(await toldOf([{ ...hired, contractKind: 'fixed_term' }])).toHaveLength(1);
    expect(await toldOf([{ ...hired, contractKind: 'permanent' }])).toEqual([]);
    expect(await toldOf([])).toEqual([]);
  });

  it('an entry in the past tells the half-days held since, as the import does (W3)', async () => {
    const toldOf = async (more: Record<string, unknown>) => {
      const { person: _, funder: __, ...entry } = enrolment(more);
      const { body } = await app.call('POST /enrolments/preview', { body: entry }, coordinator);
      return body.findings
        .filter(({ rule }) => rule === 'enrolment.held-since-entry')
        .map(({ severity, path, message }) => [severity, path, message]);
    };
    expect(await toldOf({ startsOn: '2026-11-05' })).toEqual([
      [
        'warning',
        '/startsOn',
        '2 demi-journées déjà tenues depuis l’entrée du 5 novembre 2026 : la présence y sera à renseigner. Vérifiez la date d’entrée.',
      ],
    ]);
    expect(await toldOf({ startsOn: '2026-11-23' })).toEqual([]);
    expect(await toldOf({ startsOn: '2026-10-05', route: 'vae' })).toEqual([]);
    expect(await toldOf({ cohortId: spring.id })).toEqual([]);
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

  it('another birth date asks which is right, and a person who says so corrects the record', async () => {
    const first = newPerson({ birthDate: '1994-03-08' });
    const { body } = await enrol({ cohortId: spring.id, person: first });
    const typed = { ...first, birthDate: '1994-08-03' };
    const asked = await enrol({ person: typed });
    expect(asked.status).toBe(409);
    expect(asked.problem.detail).toMatch(/8 mars 1994, et non le 3 août 1994\. Laquelle est juste/);
    expect(pointersOf(await enrol({ person: { ...typed, isNamesake: true } }))).toEqual([
      '/person/email',
    ]);
    const known = { kind: 'known', personId: body.personId, birthDate: '1994-08-03' };
    const future = await enrol({ person: { ...known, birthDate: '2030-01-01' } });
    expect(pointersOf(future)).toEqual(['/person/birthDate']);
    expect((await enrol({ person: known })).status).toBe(200);
    const row = await app.db.system.person.findFirst({ where: { id: body.personId } });
    expect(row?.birthDate).toEqual(new Date('1994-08-03'));
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
