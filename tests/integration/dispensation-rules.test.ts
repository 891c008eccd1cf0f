import type { Problem } from '@jalon/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addPlannedCohort, type PlannedCohort } from '../support/planned-cohort.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let director: Member;
let frameworkId: string;
let cohort: PlannedCohort;
let enrolmentId: string;

const line = {
  profile: 'medical_secretary_certified',
  diploma: 'RNCP 36495 Secrétaire médico-social',
  blockCode: 'B2',
  moduleCode: null,
  evidence: ['Copie du titre', '', ' Bulletins de paye ', 'Copie du titre'],
  reference: 'Table de la CPNEFP, version 2',
  referencedOn: '2026-03-12',
};

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

let counter = 0;
beforeEach(async () => {
  counter += 1;
  centre = await app.addCentre(`Centre ${counter}`);
  coordinator = await centre.addMember('coordinator');
  director = await centre.addMember('director');
  const framework = await centre.addFramework();
  frameworkId = framework.id;
  cohort = await addPlannedCohort(app.db, centre, framework);
  enrolmentId = await enrol();
});

const enrol = async (profile = 'medical_secretary_certified'): Promise<string> => {
  const { body } = await app.call(
    'POST /enrolments',
    {
      body: {
        cohortId: cohort.id,
        person: { kind: 'new', givenName: 'Aminata', birthName: `Cissé ${profile}` },
        profile,
        diplomaLevel: 4,
        experienceYears: 0,
        route: 'continuing_training',
        funder: 'opco_ep',
        startsOn: '2027-01-04',
      },
    },
    coordinator,
  );
  return body.id;
};
const write = (body: Record<string, unknown> = line, caller = coordinator) =>
  app.call(
    'POST /frameworks/:frameworkId/dispensation-rules',
    { params: { frameworkId }, body },
    caller,
  );
const change = (ruleId: string, body: Record<string, unknown>) =>
  app.call('PUT /dispensation-rules/:ruleId', { params: { ruleId }, body }, coordinator);
const withdraw = (ruleId: string, revision: number) =>
  app.call(
    'POST /dispensation-rules/:ruleId/withdrawal',
    { params: { ruleId }, body: { revision, motive: 'Remplacée par la table de 2027' } },
    coordinator,
  );
const list = (caller = coordinator) =>
  app.call('GET /frameworks/:frameworkId/dispensation-rules', { params: { frameworkId } }, caller);
const propose = async (id = enrolmentId) =>
  (
    await app.call(
      'GET /enrolments/:enrolmentId/dispensation-rules',
      { params: { enrolmentId: id } },
      coordinator,
    )
  ).body.proposals;
const ask = (body: Record<string, unknown>) =>
  app.call(
    'POST /enrolments/:enrolmentId/dispensations',
    {
      params: { enrolmentId },
      body: { blockCode: 'B2', moduleCode: null, requestedMinutes: 75 * 60, ...body },
    },
    coordinator,
  );
const tick = (dispensationId: string, body: Record<string, unknown>) =>
  app.call(
    'PUT /dispensations/:dispensationId/evidence-items',
    { params: { dispensationId }, body },
    coordinator,
  );
const pointersOf = (answer: { readonly problem: Problem }) =>
  answer.problem.errors?.map(({ pointer }) => pointer);

describe('the centre’s table of correspondences (DOMAIN 5.2)', () => {
  it('is empty until the centre enters a line, which says its document and its papers', async () => {
    expect((await list()).body).toEqual([]);
    await write();
    expect((await list(director)).body).toMatchObject([
      {
        holder: 'Secrétaire médical certifié, RNCP 36495 Secrétaire médico-social',
        scope: 'B2 · tout le bloc',
        scopeLost: null,
        evidence: ['Copie du titre', 'Bulletins de paye'],
        reference: 'Table de la CPNEFP, version 2',
        requestCount: 0,
        revision: 1,
      },
    ]);
  });

  it('refuses a line for nobody, without a paper, or about what is not in the version', async () => {
    const refused = { ...line, profile: null, diploma: ' ', blockCode: 'B9', evidence: [''] };
    expect(pointersOf(await write(refused))).toEqual(['/blockCode', '/profile', '/evidence']);
  });

  it('holds a line once, even when two people write it at the same moment', async () => {
    const answers = await Promise.all([write(), write()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('is the centre’s own: the director reads it, another centre sees nothing of it', async () => {
    const { body } = await write();
    expect((await write(line, director)).status).toBe(403);
    const stranger = await (await app.addCentre(`Voisin ${counter}`)).addMember('coordinator');
    expect((await list(stranger)).status).toBe(404);
    const params = { ruleId: body.id };
    const stolen = { params, body: { ...line, revision: 1 } };
    expect((await app.call('PUT /dispensation-rules/:ruleId', stolen, stranger)).status).toBe(404);
  });

  it('shows both versions when two people change a line', async () => {
    const { body } = await write();
    await change(body.id, { ...line, evidence: ['Copie du titre'], revision: 1 });
    const late = await change(body.id, { ...line, reference: 'Autre', revision: 1 });
    expect(late.status).toBe(409);
    expect(late.problem.current).toMatchObject({ evidence: ['Copie du titre'], revision: 2 });
  });

  it('a line withdrawn is read with its motive, changes no more, and leaves room for another', async () => {
    const { body } = await write();
    expect((await withdraw(body.id, 1)).body).toMatchObject({
      withdrawnOn: '2026-11-23',
      withdrawalMotive: 'Remplacée par la table de 2027',
    });
    expect((await change(body.id, { ...line, revision: 2 })).problem.detail).toContain(
      'retirée de la table le 23 novembre 2026',
    );
    expect((await write()).status).toBe(200);
  });

  it('every act on it is in the journal, under the version’s name', async () => {
    const { body } = await write();
    await change(body.id, { ...line, evidence: ['Copie du titre'], revision: 1 });
    await withdraw(body.id, 2);
    const { body: journal } = await app.call('GET /audit-events', { query: {} }, coordinator);
    const rows = journal.rows.filter(({ act }) => act.includes('table des dispenses'));
    expect(rows.map(({ act, place }) => [act, place?.id])).toEqual([
      ['Ligne retirée de la table des dispenses', frameworkId],
      ['Ligne de la table des dispenses modifiée', frameworkId],
      ['Ligne ajoutée à la table des dispenses', frameworkId],
    ]);
  });
});

describe('a request started from a line of the table', () => {
  it('is proposed, never begun: the line of the profile, to be verified for the diploma', async () => {
    await write();
    await write({ ...line, profile: 'deas', diploma: null });
    expect((await propose()).map(({ isOpen, because }) => [isOpen, because])).toEqual([
      [true, 'Le dossier porte ce profil ; le diplôme reste à vérifier.'],
      [false, 'Pour un autre profil que celui du dossier (Secrétaire médical certifié).'],
    ]);
    const file = await app.call(
      'GET /enrolments/:enrolmentId',
      { params: { enrolmentId } },
      coordinator,
    );
    expect(file.body.dispensations).toEqual([]);
  });

  it('keeps the words and the papers of that day, whatever becomes of the line', async () => {
    const { body: rule } = await write();
    const { body: draft } = await ask({ ruleId: rule.id });
    expect(draft).toMatchObject({
      ruleId: rule.id,
      startedFrom:
        'Secrétaire médical certifié, RNCP 36495 Secrétaire médico-social : B2 · tout le bloc (Table de la CPNEFP, version 2, 12 mars 2026)',
      evidenceLacking: '2 pièces restent à réunir : Copie du titre et Bulletins de paye.',
    });
    await change(rule.id, { ...line, diploma: 'Autre', evidence: ['Autre'], revision: 1 });
    await withdraw(rule.id, 2);
    const params = { dispensationId: draft.id };
    const later = await app.call('GET /dispensations/:dispensationId', { params }, coordinator);
    expect(later.body).toMatchObject({
      startedFrom: draft.startedFrom,
      evidenceItems: draft.evidenceItems,
    });
    expect((await list()).body).toMatchObject([{ requestCount: 1 }]);
  });

  it('its papers are ticked by a person, and the tick can be taken back', async () => {
    const { body: rule } = await write();
    const { body: draft } = await ask({ ruleId: rule.id });
    const label = 'Copie du titre';
    const ticked = await tick(draft.id, { label, isGathered: true });
    expect(ticked.body).toMatchObject({
      evidenceItems: [
        { label, gatheredOn: '2026-11-23' },
        { label: 'Bulletins de paye', gatheredOn: null },
      ],
      evidenceLacking: 'Une pièce reste à réunir : Bulletins de paye.',
    });
    const back = await tick(draft.id, { label, isGathered: false });
    expect(back.body.evidenceItems[0]).toEqual({ label, gatheredOn: null });
  });

  it('two papers ticked at the same moment both stand', async () => {
    const { body: rule } = await write();
    const { body: draft } = await ask({ ruleId: rule.id });
    await Promise.all(
      ['Copie du titre', 'Bulletins de paye'].map((label) =>
        tick(draft.id, { label, isGathered: true }),
      ),
    );
    const params = { dispensationId: draft.id };
    const after = await app.call('GET /dispensations/:dispensationId', { params }, coordinator);
    expect(after.body.evidenceLacking).toBeNull();
  });

  it('asks what the line is about; another scope lets go of it', async () => {
    const { body: rule } = await write();
    const other = { ruleId: rule.id, moduleCode: 'B2-M1', requestedMinutes: 210 };
    expect(pointersOf(await ask(other))).toEqual(['/ruleId']);
    const { body: draft } = await ask({ ruleId: rule.id });
    const save = (body: Record<string, unknown>) =>
      app.call(
        'PUT /dispensations/:dispensationId',
        {
          params: { dispensationId: draft.id },
          body: { blockCode: 'B2', requestedMinutes: 210, revision: 1, ...body },
        },
        coordinator,
      );
    expect(pointersOf(await save({ moduleCode: 'B2-M1', ruleId: rule.id }))).toEqual(['/ruleId']);
    const freed = await save({ moduleCode: 'B2-M1', ruleId: null });
    expect(freed.body).toMatchObject({ startedFrom: null, evidenceItems: [] });
  });

  it('is not started from a line withdrawn meanwhile, nor from one whose block is gone', async () => {
    const { body: rule } = await write();
    await withdraw(rule.id, 1);
    expect(pointersOf(await ask({ ruleId: rule.id }))).toEqual(['/ruleId']);
    const { body: lost } = await write();
    await app.db.system.dispensationRule.update({
      where: { centreId_id: { centreId: centre.id, id: lost.id } },
      data: { moduleCode: 'B2-M99' },
    });
    const refused = await ask({ ruleId: lost.id });
    expect(refused.problem.detail).toContain(
      'Le module B2-M99 n’est pas, ou plus, dans le bloc B2',
    );
    expect((await list()).body.find(({ id }) => id === lost.id)?.scopeLost).not.toBeNull();
  });
});

describe('a draft version that is deleted', () => {
  it('takes its lines with it', async () => {
    const { body: copy } = await app.call(
      'POST /frameworks',
      { body: { copyOfId: frameworkId, code: `copie-${counter}`, title: 'Copie' } },
      coordinator,
    );
    frameworkId = copy.id;
    expect((await list()).body).toEqual([]);
    await write();
    const { status } = await app.call(
      'DELETE /frameworks/:frameworkId',
      { params: { frameworkId } },
      coordinator,
    );
    expect(status).toBe(200);
  });
});
