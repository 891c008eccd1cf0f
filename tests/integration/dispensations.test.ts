import type { Problem } from '@jalon/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addPlannedCohort, type PlannedCohort } from '../support/planned-cohort.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let certifier: Member;
let cohort: PlannedCohort;
let enrolmentId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('Le Mans');
  coordinator = await centre.addMember('coordinator');
  certifier = await centre.addMember('certifier');
  cohort = await addPlannedCohort(app.db, centre, await centre.addFramework());
});
afterAll(() => app.close());

let counter = 0;
beforeEach(async () => {
  counter += 1;
  const { body } = await app.call(
    'POST /enrolments',
    {
      body: {
        cohortId: cohort.id,
        person: { kind: 'new', givenName: 'Aminata', birthName: `Cissé ${counter}` },
        profile: 'school_leaver',
        diplomaLevel: 4,
        experienceYears: 0,
        route: 'continuing_training',
        funder: 'opco_ep',
        startsOn: '2027-01-04',
      },
    },
    coordinator,
  );
  enrolmentId = body.id;
});

const blockRequest = { blockCode: 'B2', moduleCode: null, requestedMinutes: 75 * 60 };
const ask = (body: Record<string, unknown> = blockRequest, caller = coordinator) =>
  app.call(
    'POST /enrolments/:enrolmentId/dispensations',
    { params: { enrolmentId }, body },
    caller,
  );
const advance = (dispensationId: string, body: Record<string, unknown>) =>
  app.call(
    'POST /dispensations/:dispensationId/advance',
    { params: { dispensationId }, body },
    coordinator,
  );
const decide = (dispensationId: string, body: Record<string, unknown>, caller = certifier) =>
  app.call(
    'POST /dispensations/:dispensationId/decide',
    { params: { dispensationId }, body },
    caller,
  );
const pointersOf = (answer: { readonly problem: Problem }) =>
  answer.problem.errors?.map(({ pointer }) => pointer);
const fileOf = async () =>
  (await app.call('GET /enrolments/:enrolmentId', { params: { enrolmentId } }, coordinator)).body;

async function transmit(body: Record<string, unknown> = blockRequest) {
  const { body: draft } = await ask(body);
  await advance(draft.id, { revision: 1, to: 'filed', on: '2026-11-02' });
  const sent = await advance(draft.id, {
    revision: 2,
    to: 'transmitted',
    on: '2026-11-05',
    reference: 'D-2026-118',
  });
  return sent.body;
}

describe('a dispensation from its draft to the branch’s answer (S0:L202)', () => {
  it('granted on block 2, the hours due and the path follow at once', async () => {
    const sent = await transmit();
    expect(sent).toMatchObject({ state: 'transmitted', reference: 'D-2026-118' });
    expect((await fileOf()).hours.dueMinutes).toBe(279 * 60);
    const granted = await decide(sent.id, { revision: sent.revision, to: 'granted' });
    expect(granted.body).toMatchObject({
      state: 'granted',
      grantedMinutes: 75 * 60,
      decidedOn: '2026-11-23',
      answerTypedIn: false,
      hours: '204 h dues au lieu de 279 h',
    });
    const { hours, path } = await fileOf();
    expect(hours).toMatchObject({ dueMinutes: 204 * 60, waivedMinutes: 75 * 60 });
    const ofBlock = path.filter(({ blockCode, kind }) => blockCode === 'B2' && kind === 'training');
    expect(ofBlock.every(({ state }) => state === 'waived')).toBe(true);
    expect(path.some(({ kind, state }) => kind === 'evaluation' && state === 'waived')).toBe(false);
  });

  it('in part, it takes off that part only, with its motive', async () => {
    const sent = await transmit();
    const request = { revision: sent.revision, to: 'partial', grantedMinutes: 20 * 60 };
    expect(pointersOf(await decide(sent.id, request))).toEqual(['/motive']);
    const { body } = await decide(sent.id, { ...request, motive: 'Module Télémédecine à suivre' });
    expect(body.hours).toBe('259 h dues au lieu de 279 h');
  });

  it('a partial answer grants less than was asked', async () => {
    const sent = await transmit();
    const all = { revision: sent.revision, to: 'partial', grantedMinutes: 75 * 60, motive: 'x' };
    expect(pointersOf(await decide(sent.id, all))).toEqual(['/grantedMinutes']);
  });

  it('refused, everything stays due and the motive is kept', async () => {
    const sent = await transmit();
    const refusal = { revision: sent.revision, to: 'refused', motive: 'Titre non reconnu' };
    const { body } = await decide(sent.id, refusal);
    expect(body).toMatchObject({ state: 'refused', motive: 'Titre non reconnu', nextStates: [] });
    expect((await fileOf()).hours.sentence).toBe('279 h dues');
  });

  it('the branch’s letter can be typed in by the centre, and is marked as such', async () => {
    const sent = await transmit();
    const answer = (more: Record<string, unknown>) =>
      app.call(
        'POST /dispensations/:dispensationId/answer',
        {
          params: { dispensationId: sent.id },
          body: { revision: sent.revision, to: 'granted', on: '2026-11-20', ...more },
        },
        coordinator,
      );
    expect(pointersOf(await answer({ reference: '' }))).toEqual(['/reference']);
    const { body } = await answer({ reference: 'CPNEFP 2026-77' });
    expect(body).toMatchObject({ answerTypedIn: true, reference: 'CPNEFP 2026-77' });
  });

  it('every step is in the audit trail, without a name', async () => {
    const sent = await transmit();
    await decide(sent.id, { revision: sent.revision, to: 'granted' });
    const events = await app.db.system.auditEvent.findMany({
      where: { subjectId: sent.id },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual([
      'dispensation.drafted',
      'dispensation.filed',
      'dispensation.transmitted',
      'dispensation.decided',
    ]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('Ciss');
  });
});

describe('a block and its modules overlap (DOMAIN 5.2)', () => {
  it('a module of a block already asked is refused, and a block whose module is; their hours never add up', async () => {
    const [module, other] = cohort.framework.blocks[3]?.modules ?? [];
    const ofModule = (one = module) => ({
      blockCode: 'B4',
      moduleCode: one?.code ?? '',
      requestedMinutes: one?.minutes ?? 0,
    });
    expect((await ask(ofModule())).status).toBe(200);
    const block = await ask({ blockCode: 'B4', moduleCode: null, requestedMinutes: 70 * 60 });
    expect(block.status).toBe(409);
    expect(block.problem.detail).toContain(`module ${module?.code}`);
    expect((await ask(ofModule(other))).status).toBe(200);
  });
});

describe('what cannot be asked is said at its field', () => {
  it.each([
    ['hours beyond the block', { requestedMinutes: 76 * 60 }, '/requestedMinutes'],
    ['no hours', { requestedMinutes: 0 }, '/requestedMinutes'],
    ['an unknown block', { blockCode: 'B9' }, '/blockCode'],
    ['an unknown module', { moduleCode: 'X1' }, '/moduleCode'],
  ])('%s', async (_, more, pointer) => {
    expect(pointersOf(await ask({ ...blockRequest, ...more }))).toEqual([pointer]);
  });

  it('hours beyond the module name the module and its hours', async () => {
    const module = cohort.framework.blocks[1]?.modules[0];
    const moduleCode = module?.code ?? '';
    const request = { blockCode: 'B2', moduleCode, requestedMinutes: 200 * 60 };
    const answer = await ask(request);
    expect(answer.problem.detail).toContain(`« ${module?.name} »`);
  });

  it('a step to come, or before the former one', async () => {
    const { body } = await ask();
    const tomorrow = { revision: 1, to: 'filed', on: '2026-11-24' };
    expect(pointersOf(await advance(body.id, tomorrow))).toEqual(['/on']);
    await advance(body.id, { revision: 1, to: 'filed', on: '2026-11-10' });
    const earlier = { revision: 2, to: 'transmitted', on: '2026-11-09', reference: 'D1' };
    expect(pointersOf(await advance(body.id, earlier))).toEqual(['/on']);
  });

  it('a transmission without its reference', async () => {
    const { body } = await ask();
    await advance(body.id, { revision: 1, to: 'filed', on: '2026-11-10' });
    const bare = { revision: 2, to: 'transmitted', on: '2026-11-12' };
    expect(pointersOf(await advance(body.id, bare))).toEqual(['/reference']);
  });

  it('a step that does not follow', async () => {
    const { body } = await ask();
    const skipped = { revision: 1, to: 'transmitted', on: '2026-11-12', reference: 'D1' };
    expect(pointersOf(await advance(body.id, skipped))).toEqual(['/to']);
  });
});

describe('two people at once', () => {
  it('a double click asks once', async () => {
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('two decisions: the second gets the first', async () => {
    const sent = await transmit();
    const answers = await Promise.all([
      decide(sent.id, { revision: sent.revision, to: 'granted' }),
      decide(sent.id, { revision: sent.revision, to: 'refused', motive: 'Non' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.problem.current).toMatchObject({ revision: sent.revision + 1 });
  });

  it('a draft is changed once, and no more when filed', async () => {
    const { body } = await ask();
    const save = (revision: number) =>
      app.call(
        'PUT /dispensations/:dispensationId',
        {
          params: { dispensationId: body.id },
          body: { ...blockRequest, requestedMinutes: 30 * 60, revision },
        },
        coordinator,
      );
    expect((await save(1)).body.requestedMinutes).toBe(30 * 60);
    expect((await save(1)).status).toBe(409);
    await advance(body.id, { revision: 2, to: 'filed', on: '2026-11-10' });
    expect((await save(3)).problem.code).toBe('rule_refused');
  });
});

describe('deleting a draft', () => {
  const remove = (dispensationId: string, revision: number, caller = coordinator) =>
    app.call(
      'POST /dispensations/:dispensationId/removal',
      { params: { dispensationId }, body: { revision } },
      caller,
    );

  it('it is gone from the file, and from nobody else’s view', async () => {
    const { body } = await ask();
    expect((await remove(body.id, body.revision + 1)).status).toBe(409);
    expect((await remove(body.id, body.revision)).status).toBe(200);
    expect((await fileOf()).dispensations).toEqual([]);
    expect((await remove(body.id, body.revision)).status).toBe(404);
  });

  it('a filed request stays', async () => {
    const { body } = await ask();
    const filed = await advance(body.id, { revision: 1, to: 'filed', on: '2026-11-10' });
    const { problem } = await remove(body.id, filed.body.revision);
    expect(problem.code).toBe('rule_refused');
    await expect(app.db.system.dispensation.deleteMany({ where: { id: body.id } })).rejects.toThrow(
      'a filed dispensation is never deleted',
    );
  });

  it('a certifier deletes none', async () => {
    const { body } = await ask();
    expect((await remove(body.id, body.revision, certifier)).status).toBe(403);
  });
});

describe('who sees and decides', () => {
  it('the certifier sees what was sent to the branch, never the drafts', async () => {
    const { body: draft } = await ask({ ...blockRequest, blockCode: 'B1', requestedMinutes: 60 });
    const sent = await transmit();
    const { body } = await app.call('GET /dispensations', { query: { perPage: 100 } }, certifier);
    const ids = body.rows.map(({ id }) => id);
    expect(ids).toContain(sent.id);
    expect(ids).not.toContain(draft.id);
    const params = { dispensationId: draft.id };
    expect(
      (await app.call('GET /dispensations/:dispensationId', { params }, certifier)).status,
    ).toBe(404);
  });

  it('a coordinator does not decide, a certifier does not ask', async () => {
    const sent = await transmit();
    const decision = { revision: sent.revision, to: 'granted' };
    expect((await decide(sent.id, decision, coordinator)).status).toBe(403);
    expect((await ask(blockRequest, certifier)).status).toBe(403);
  });

  it('another centre’s certifier does not find it', async () => {
    const sent = await transmit();
    const stranger = await (await app.addCentre()).addMember('certifier');
    const decision = { revision: sent.revision, to: 'granted' };
    expect((await decide(sent.id, decision, stranger)).status).toBe(404);
  });

  it('the list filters by state and counts each', async () => {
    await transmit();
    const { body } = await app.call(
      'GET /dispensations',
      { query: { state: 'transmitted', search: `cisse ${counter}` } },
      coordinator,
    );
    expect(body).toMatchObject({ total: 1, byState: { transmitted: 1, draft: 0 } });
  });
});
