import type { Framework } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adoptCalendar, createCohort } from '../support/cohort-builder.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let published: { id: string; content: Framework };

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre();
  coordinator = await centre.addMember('coordinator');
  published = await centre.addFramework('CQP-AM-2022-AFBB');
});
afterAll(() => app.close());

const read = (frameworkId: string, member = coordinator) =>
  app.call('GET /frameworks/:frameworkId', { params: { frameworkId } }, member);

async function copy(code: string) {
  const { body } = await app.call(
    'POST /frameworks',
    { body: { copyOfId: published.id, code, title: `Copie ${code}` } },
    coordinator,
  );
  return (await read(body.id)).body;
}

describe('the page of a version', () => {
  it('says where the sums and the source disagree: 371 h of modules, 384 h stated (H1)', async () => {
    const { body } = await read(published.id);
    expect(body.sums.modulesMinutes).toBe(371 * 60);
    expect(body.content.hours.statedMinutes).toBe(384 * 60);
    expect(body.content.sources.map(({ text }) => text).join(' ')).toMatch(/371/);
  });
});

describe('a published version never changes', () => {
  it('refuses a new content, with the way out', async () => {
    const { body } = await read(published.id);
    const answer = await app.call(
      'PUT /frameworks/:frameworkId',
      {
        params: { frameworkId: published.id },
        body: { revision: body.revision, content: { ...body.content, title: 'Autre' } },
      },
      coordinator,
    );
    expect(answer.status).toBe(409);
    expect(answer.problem.detail).toMatch(/Copiez-la/);
  });

  it('refuses it in SQL too, as the application’s own database role', async () => {
    const actor = { ...coordinator, roles: [], sessionId: '' };
    const change = app.db.run(actor, ({ tx }) =>
      tx.frameworkVersion.updateMany({ where: { id: published.id }, data: { title: 'Autre' } }),
    );
    await expect(change).rejects.toThrow(/published framework version never changes/);
  });
});

describe('a coordinator copies a version, changes it and publishes it', () => {
  it('walks from the copy to the publication', async () => {
    const draft = await copy('COPIE-1');
    expect(draft.state).toBe('draft');
    const [first, ...others] = draft.content.blocks;
    if (!first) throw new Error('the copy has no block');
    const content = { ...draft.content, blocks: [{ ...first, requiredAssessments: 2 }, ...others] };
    const saved = await app.call(
      'PUT /frameworks/:frameworkId',
      { params: { frameworkId: draft.id }, body: { revision: draft.revision, content } },
      coordinator,
    );
    expect(saved.body.content.blocks[0]?.requiredAssessments).toBe(2);
    const live = await app.call(
      'POST /frameworks/:frameworkId/publish',
      { params: { frameworkId: draft.id }, body: { revision: saved.body.revision } },
      coordinator,
    );
    expect(live.body.state).toBe('published');
    expect((await read(published.id)).body.content.blocks[0]?.requiredAssessments).toBe(3);
  });

  it('two people who edit the same draft: the second gets 409 with the version of the first', async () => {
    const draft = await copy('COPIE-2');
    const save = (title: string) =>
      app.call(
        'PUT /frameworks/:frameworkId',
        {
          params: { frameworkId: draft.id },
          body: { revision: draft.revision, content: { ...draft.content, title } },
        },
        coordinator,
      );
    expect((await save('La première')).status).toBe(200);
    const second = await save('La seconde');
    expect(second.status).toBe(409);
    expect(second.problem.current).toMatchObject({ content: { title: 'La première' } });
  });

  it('cannot publish what asks for more épreuves than the block has: the fault lands on its field', async () => {
    const draft = await copy('COPIE-3');
    const [first, ...others] = draft.content.blocks;
    if (!first) throw new Error('the copy has no block');
    const content = { ...draft.content, blocks: [{ ...first, requiredAssessments: 9 }, ...others] };
    const saved = await app.call(
      'PUT /frameworks/:frameworkId',
      { params: { frameworkId: draft.id }, body: { revision: draft.revision, content } },
      coordinator,
    );
    const refused = await app.call(
      'POST /frameworks/:frameworkId/publish',
      { params: { frameworkId: draft.id }, body: { revision: saved.body.revision } },
      coordinator,
    );
    expect(refused.status).toBe(422);
    expect(refused.problem.errors?.[0]?.pointer).toBe('/content/blocks/0/requiredAssessments');
  });

  it('modules that wait for each other are refused at publication; a prerequisite holds the calendar', async () => {
    const version = await copy('CQP-PREREQUIS');
    const [first, second] = version.content.blocks.flatMap(({ modules }) => modules);
    if (!first || !second) throw new Error('The version has modules');
    const params = { frameworkId: version.id };
    const save = (revision: number, after: Record<string, string[]>) =>
      app.call(
        'PUT /frameworks/:frameworkId',
        {
          params,
          body: {
            revision,
            content: {
              ...version.content,
              blocks: version.content.blocks.map((block) => ({
                ...block,
                modules: block.modules.map((module) => ({ ...module, after: after[module.code] })),
              })),
            },
          },
        },
        coordinator,
      );
    const publish = (revision: number) =>
      app.call(
        'POST /frameworks/:frameworkId/publish',
        { params, body: { revision } },
        coordinator,
      );
    const circle = { [first.code]: [second.code], [second.code]: [first.code] };
    const saved = await save(version.revision, circle);
    expect(saved.status).toBe(200);
    const refused = await publish(saved.body.revision);
    expect(refused.status).toBe(422);
    expect(refused.problem.errors).toContainEqual({
      pointer: '/content/blocks/0/modules/0/after',
      message: expect.stringMatching('s’attendent l’un l’autre'),
    });

    const mended = await save(saved.body.revision, { [first.code]: [second.code] });
    expect((await publish(mended.body.revision)).status).toBe(200);
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Prérequis',
      frameworkVersionId: version.id,
    });
    const { slots } = await adoptCalendar(app, coordinator, cohort.id);
    const daysOf = (code: string) =>
      slots.filter(({ moduleCode }) => moduleCode === code).map(({ date }) => date);
    expect((daysOf(first.code)[0] ?? '') >= (daysOf(second.code).at(-1) ?? '9')).toBe(true);
  });

  it('a module says what its room must have; versions stored before that ask nothing', async () => {
    const stored = await app.db.system.frameworkVersion.findFirstOrThrow({
      where: { id: published.id },
    });
    expect(JSON.stringify(stored.content)).not.toMatch('"equipment"');
    const draft = await copy('COPIE-SALLES');
    const [block, ...blocks] = draft.content.blocks;
    const [module, ...modules] = block?.modules ?? [];
    if (!block || !module) throw new Error('the copy has a module');
    expect(module.equipment).toEqual([]);
    const equipment = ['mannequins de secourisme', 'défibrillateur de formation'];
    const asked = { ...block, modules: [{ ...module, equipment }, ...modules] };
    const saved = await app.call(
      'PUT /frameworks/:frameworkId',
      {
        params: { frameworkId: draft.id },
        body: {
          revision: draft.revision,
          content: { ...draft.content, blocks: [asked, ...blocks] },
        },
      },
      coordinator,
    );
    expect(saved.body.content.blocks[0]?.modules[0]?.equipment).toEqual(equipment);
    const live = await app.call(
      'POST /frameworks/:frameworkId/publish',
      { params: { frameworkId: draft.id }, body: { revision: saved.body.revision } },
      coordinator,
    );
    expect(live.body.content.blocks[0]?.modules[0]?.equipment).toEqual(equipment);
  });

  it('a code that is already taken is said at the field', async () => {
    const answer = await app.call(
      'POST /frameworks',
      { body: { copyOfId: published.id, code: published.content.code, title: 'Double' } },
      coordinator,
    );
    expect(answer.status).toBe(409);
    expect(answer.problem.errors?.[0]?.pointer).toBe('/code');
  });

  it('a draft saved under a code that is taken is told so at its own field', async () => {
    const draft = await copy('COPIE-4');
    const answer = await app.call(
      'PUT /frameworks/:frameworkId',
      {
        params: { frameworkId: draft.id },
        body: {
          revision: draft.revision,
          content: { ...draft.content, code: published.content.code },
        },
      },
      coordinator,
    );
    expect(answer.status).toBe(409);
    expect(answer.problem.errors?.[0]?.pointer).toBe('/content/code');
  });

  it('a CQP with three blocks and other thresholds is entered from nothing, with no code', async () => {
    const { body: created } = await app.call(
      'POST /frameworks',
      { body: { copyOfId: null, code: 'CQP-AUTRE', title: 'Un autre CQP' } },
      coordinator,
    );
    const draft = (await read(created.id)).body;
    const block = (code: string) => ({
      code,
      name: `Bloc ${code}`,
      shortName: code,
      statedMinutes: 420,
      evaluationMinutes: 210,
      modules: [{ code: `${code}-M1`, name: 'Module', minutes: 420, credentialCode: null }],
      competences: [{ code: `${code}-C1`, name: 'Compétence' }],
      assessments: [1, 2].map((number) => ({
        code: `${code}-E${number}`,
        title: `Épreuve ${number}`,
        mandatory: number === 1,
        credentialCode: null,
        targets: [{ competenceCode: `${code}-C1`, criteria: [] }],
      })),
      requiredAssessments: 1,
      thresholdStatus: 'stated',
      source: 'règlement du CQP',
    });
    const content = {
      ...draft.content,
      hours: {
        statedMinutes: 1890,
        trainingMinutes: 1260,
        evaluationMinutes: 630,
        evaluationStatus: 'stated',
      },
      blocks: ['X1', 'X2', 'X3'].map(block),
    };
    const saved = await app.call(
      'PUT /frameworks/:frameworkId',
      { params: { frameworkId: draft.id }, body: { revision: draft.revision, content } },
      coordinator,
    );
    const live = await app.call(
      'POST /frameworks/:frameworkId/publish',
      { params: { frameworkId: draft.id }, body: { revision: saved.body.revision } },
      coordinator,
    );
    expect(live.status).toBe(200);
    expect(live.body.content.blocks).toHaveLength(3);
  });
});

describe('who may', () => {
  it('a trainer reads and does not write', async () => {
    const trainer = await centre.addMember('trainer');
    expect((await read(published.id, trainer)).status).toBe(200);
    const refused = await app.call(
      'POST /frameworks',
      { body: { copyOfId: published.id, code: 'X', title: 'X' } },
      trainer,
    );
    expect(refused.status).toBe(403);
  });

  it('another centre’s version does not exist', async () => {
    const elsewhere = await (await app.addCentre()).addMember('coordinator');
    expect((await read(published.id, elsewhere)).status).toBe(404);
  });
});

describe('a draft is deleted', () => {
  it('unless another version was copied from it, and then it says which', async () => {
    const draft = await copy('BROUILLON');
    const remove = (frameworkId: string) =>
      app.call('DELETE /frameworks/:frameworkId', { params: { frameworkId } }, coordinator);
    const { body: second } = await app.call(
      'POST /frameworks',
      { body: { copyOfId: draft.id, code: 'BROUILLON-2', title: 'Copie du brouillon' } },
      coordinator,
    );
    const refused = await remove(draft.id);
    expect(refused.status).toBe(422);
    expect(refused.problem.detail).toContain('« Copie du brouillon » est une copie');
    expect((await remove(second.id)).status).toBe(200);
    expect((await remove(draft.id)).status).toBe(200);
  });
});
