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
import { addPlannedCohort } from '../support/planned-cohort.ts';

openEnrolments();

describe('a path changed by the coordinator', () => {
  it('keeps what is chosen, refuses a module twice, and is not overwritten', async () => {
    const { body } = await enrol();
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
    const trace = await app.db.system.auditEvent.findFirst({
      where: { subjectId: body.id, action: 'enrolment.path-changed' },
    });
    expect(trace?.data).toEqual({ added: [other], removed: [chosen[0]] });
  });
});

describe('what was over before somebody entered is not theirs to follow (W3)', () => {
  it('is neither offered nor taken, and what is followed already stays', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const { path, revision } = await read(body.id);
    const offered = path.flatMap(({ options }) => options);
    expect(offered.filter(({ lastDay }) => lastDay !== null && lastDay < '2027-03-01')).toEqual([]);
    const over = autumn.runs[0]?.id ?? '';
    const next = path.flatMap(({ moduleRunId }) => moduleRunId ?? []).slice(1);
    const save = (moduleRunIds: string[], more: { revision: number }) =>
      app.call(
        'PUT /enrolments/:enrolmentId/path',
        { params: { enrolmentId: body.id }, body: { ...more, moduleRunIds } },
        coordinator,
      );
    const refused = await save([over, ...next], { revision });
    expect(pointersOf(refused)).toEqual(['/moduleRunIds/0']);
    expect(refused.problem.detail).toContain(
      'a fini le 5 octobre 2026, avant l’entrée en formation du 1er mars 2027',
    );
    await app.db.system.pathRun.create({
      data: { centreId: centre.id, enrolmentId: body.id, moduleRunId: over },
    });
    expect((await save([over, ...next], { revision })).status).toBe(200);
  });
});

describe('the day of entry is one of the cohort’s (W3)', () => {
  it('before it starts it is refused, at the creation as when it changes; an old one stays', async () => {
    const early = { cohortId: spring.id, startsOn: '2026-10-05' };
    const refused = await enrol(early);
    expect(pointersOf(refused)).toEqual(['/startsOn']);
    expect(refused.problem.detail).toContain('« Printemps 2027 » commence le 1er mars 2027');
    const { body } = await enrol({ cohortId: spring.id });
    const { cohortId: _, person: __, ...fields } = enrolment(early);
    const save = (revision: number, more = {}) =>
      app.call(
        'PUT /enrolments/:enrolmentId',
        { params: { enrolmentId: body.id }, body: { ...fields, ...more, revision } },
        coordinator,
      );
    expect(pointersOf(await save(1))).toEqual(['/startsOn']);
    const where = { where: { id: body.id }, data: { startsOn: new Date('2026-10-05') } };
    await app.db.system.enrolment.updateMany(where);
    expect((await save(1, { funder: 'region' })).status).toBe(200);
  });

  it('before the hiring it is said, and never « dans le délai » of a contract to come', async () => {
    const employer = { employerName: 'Cabinet Ferrand', employerKind: 'practice' };
    const { body } = await enrol({
      employments: [{ ...employer, hireDate: '2026-11-02', cpamContractSignedOn: '2026-11-09' }],
    });
    const finding = expect.objectContaining({ rule: 'enrolment.hired-on-entry' });
    expect(body.warnings).toContainEqual(finding);
    expect((await read(body.id)).findings).toContainEqual(finding);
    const params = { enrolmentId: body.id };
    const { employments } = (
      await app.call('GET /enrolments/:enrolmentId/deadlines', { params }, coordinator)
    ).body;
    const enrolled = employments[0]?.deadlines.find(({ kind }) => kind === 'enrol');
    expect(enrolled?.facts).toBe(
      'Entrée en formation le 5 octobre 2026, avant la signature du contrat avec la CPAM du 9 novembre 2026.',
    );
  });
});

describe('an enrolment changes and ends', () => {
  it('two people at once: the second gets both versions', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const { cohortId: _, person: __, ...fields } = enrolment({ cohortId: spring.id });
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

  it('neither the entry nor the abandonment contradicts what was recorded in between', async () => {
    const { body } = await enrol();
    const params = { enrolmentId: body.id };
    await app.db.system.assessmentResult.create({
      data: {
        centreId: centre.id,
        enrolmentId: body.id,
        blockCode: 'B1',
        assessmentCode: 'B1-E1',
        heldOn: new Date('2026-11-02'),
        marks: {},
        assessorName: 'S. Petit',
        recordedByUserId: 'test',
      },
    });
    const { cohortId: _, person: __, ...fields } = enrolment({});
    const moved = await app.call(
      'PUT /enrolments/:enrolmentId',
      { params, body: { ...fields, startsOn: '2026-11-03', revision: 1 } },
      coordinator,
    );
    expect(pointersOf(moved)).toEqual(['/startsOn']);
    const ended = await app.call(
      'PUT /enrolments/:enrolmentId',
      { params, body: { ...fields, endsOn: '2026-11-01', revision: 1 } },
      coordinator,
    );
    expect(pointersOf(ended)).toEqual(['/endsOn']);
    const left = await app.call(
      'POST /enrolments/:enrolmentId/withdraw',
      { params, body: { revision: 1, on: '2026-11-01', motive: 'Déménagement' } },
      coordinator,
    );
    expect(pointersOf(left)).toEqual(['/on']);
  });

  it('an abandonment carries its date and motive, and can be undone', async () => {
    const { body } = await enrol({ endsOn: '2027-09-30' });
    const params = { enrolmentId: body.id };
    const withdraw = (on: string, motive: string) =>
      app.call(
        'POST /enrolments/:enrolmentId/withdraw',
        { params, body: { revision: 1, on, motive } },
        coordinator,
      );
    expect(pointersOf(await withdraw('2026-10-01', 'Déménagement'))).toEqual(['/on']);
    expect(pointersOf(await withdraw('2031-01-01', 'Déménagement'))).toEqual(['/on']);
    expect(pointersOf(await withdraw('2026-11-20', ' '))).toEqual(['/motive']);
    const { body: file } = await withdraw('2026-11-20', 'Déménagement');
    expect(file).toMatchObject({ state: 'withdrawn', endsOn: '2026-11-20' });
    const undone = await app.call(
      'POST /enrolments/:enrolmentId/reinstate',
      { params, body: { revision: file.revision } },
      coordinator,
    );
    expect(undone.body).toMatchObject({
      state: 'active',
      endsOn: '2027-09-30',
      withdrawMotive: null,
    });
    const again = await app.call(
      'POST /enrolments/:enrolmentId/reinstate',
      { params, body: { revision: undone.body.revision } },
      coordinator,
    );
    expect([again.status, again.problem.code]).toEqual([422, 'rule_refused']);
  });
});

describe('a VAE has block decisions, and neither sessions nor attendance (DOMAIN 4.7)', () => {
  const vae = { route: 'vae', profile: 'medical_secretary_certified' };
  const boardLineOf = async (enrolmentId: string) => {
    const params = { cohortId: spring.id };
    const { body } = await app.call('GET /cohorts/:cohortId/board', { params }, coordinator);
    return body.learners.find((line) => line.enrolmentId === enrolmentId);
  };

  it('no hours due, no path, nothing to plan: the file, the list and the board say the same', async () => {
    const { body } = await enrol({ ...vae, cohortId: spring.id });
    const file = await read(body.id);
    expect(file.hours).toMatchObject({ dueMinutes: 0, sentence: 'Aucune heure due : VAE' });
    expect(file.hours.reasons[0]?.source).toContain('DOMAIN 4.7');
    expect([file.path, file.unplanned]).toEqual([[], 0]);
    const line = await boardLineOf(body.id);
    expect(line?.dueMinutes).toBe(0);
    const params = { enrolmentId: body.id };
    const hours = await app.call('GET /enrolments/:enrolmentId/hours', { params }, coordinator);
    expect(hours.body).toMatchObject({ total: { due: 0, missing: 0 }, rate: null, unrecorded: [] });
    expect(line?.cells.map(({ state }) => state)).not.toContain('in_progress');
  });

  it('a path cannot be given to it', async () => {
    const { body } = await enrol({ ...vae, cohortId: spring.id });
    const other = await read((await enrol({ cohortId: spring.id })).body.id);
    const moduleRunIds = other.path.flatMap(({ moduleRunId }) => moduleRunId ?? []).slice(0, 1);
    const answer = await app.call(
      'PUT /enrolments/:enrolmentId/path',
      { params: { enrolmentId: body.id }, body: { revision: 1, moduleRunIds } },
      coordinator,
    );
    expect(answer.problem.errors?.[0]?.message).toContain('Une VAE se passe sans formation');
  });

  it('who turns to VAE leaves the path, and the trail says which runs', async () => {
    const { body } = await enrol({ cohortId: spring.id });
    const before = (await read(body.id)).path.flatMap(({ moduleRunId }) => moduleRunId ?? []);
    const { cohortId: _, person: __, ...fields } = enrolment({ startsOn: '2027-03-01' });
    const saved = await app.call(
      'PUT /enrolments/:enrolmentId',
      { params: { enrolmentId: body.id }, body: { ...fields, ...vae, revision: 1 } },
      coordinator,
    );
    expect(saved.body).toMatchObject({ route: 'vae', path: [], unplanned: 0 });
    const trace = await app.db.system.auditEvent.findFirstOrThrow({
      where: { subjectId: body.id, action: 'enrolment.path-changed' },
    });
    const { removed } = trace.data as { removed: string[] };
    expect(removed.toSorted()).toEqual(before.toSorted());
  });
});

describe('the list of learners', () => {
  it('searches without accents, filters, sorts in French and counts what is missing', async () => {
    const cohort = await addPlannedCohort(app.db, centre, {
      id: autumn.frameworkVersionId,
      content: autumn.framework,
    });
    for (const birthName of ['Zola', 'Éluard', 'Durand'])
      await enrol({
        cohortId: cohort.id,
        startsOn: '2027-01-04',
        person: newPerson({ birthName, givenName: 'Noé' }),
      });
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

  it('one who joined after the last run of a module: list, file and morning say the same (W3)', async () => {
    const person = newPerson({
      birthName: 'El Amrani',
      givenName: 'Sofia',
      sex: 'F',
      birthCountryCode: 'FR',
      birthPlaceCode: '72181',
    });
    const { body } = await enrol({ cohortId: spring.id, startsOn: '2027-03-08', person });
    const file = await read(body.id);
    const gaps = [
      'positionnement à noter avant le premier jour',
      '2 étapes du parcours à planifier',
    ];
    expect(file.path.filter(({ state }) => state === 'to_plan')).toHaveLength(2);
    expect(file).toMatchObject({ unplanned: 2, toComplete: gaps });
    const list = await app.call('GET /enrolments', { query: { search: 'amrani' } }, coordinator);
    expect(list.body.rows[0]).toMatchObject({ toComplete: gaps });
    expect(list.body.incomplete).toBe(1);
    const home = await app.call('GET /home', {}, coordinator);
    expect(home.body.atRisk.find(({ kind }) => kind === 'path')).toMatchObject({
      subject: 'El Amrani Sofia',
      fact: gaps[1],
      action: { targetId: body.id },
    });
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

  it('a mail that did not change refuses nothing, even one that two people came to share', async () => {
    const person = newPerson();
    const { body } = await enrol({ cohortId: spring.id, person });
    await centre.addPerson('Odile', 'Prat', { email: person.email });
    const before = await identityOf(body.personId);
    const saved = await save(body.personId, { ...before, phone: '06 12 34 56 78' });
    expect(saved.status).toBe(200);
  });
});
