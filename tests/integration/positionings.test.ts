import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohortId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  cohortId = await addCohort(app.db, centre);
});
afterAll(() => app.close());

const enrol = async (startsOn = '2026-12-07') =>
  (
    await addTutoredLearner(app.db, centre, cohortId, {
      tutorId: null,
      route: 'continuing_training',
      hireDate: '2026-11-02',
      startsOn,
    })
  ).enrolmentId;
const read = async (enrolmentId: string, by = coordinator) =>
  app.call('GET /enrolments/:enrolmentId/positionings', { params: { enrolmentId } }, by);
const record = (enrolmentId: string, more: Record<string, unknown> = {}, by = coordinator) =>
  app.call(
    'POST /enrolments/:enrolmentId/positionings',
    {
      params: { enrolmentId },
      body: { heldOn: '2026-11-20', ledBy: 'Claire Morvan', outcome: 'admitted', ...more },
    },
    by,
  );
const fileOf = async (enrolmentId: string) =>
  (await app.call('GET /enrolments/:enrolmentId', { params: { enrolmentId } }, coordinator)).body;
const pointersOf = ({ problem }: Awaited<ReturnType<typeof record>>) =>
  problem.errors?.map(({ pointer }) => pointer);
const gap = 'positionnement à noter avant le premier jour';

describe('each learner’s positioning has its trace (DOMAIN 5.3, Qualiopi 8)', () => {
  it('asked for in the file, the list and the morning until somebody writes it down', async () => {
    const id = await enrol();
    const rows = async () => {
      const { body } = await app.call('GET /home', {}, coordinator);
      return JSON.stringify(body).includes('"kind":"positioning"');
    };
    expect((await read(id)).body).toMatchObject({ standing: { state: 'to_do' }, former: [] });
    expect((await fileOf(id)).toComplete).toContain(gap);
    const list = await app.call('GET /enrolments', { query: { perPage: 100 } }, coordinator);
    expect(list.body.rows.find((row) => row.id === id)?.toComplete).toContain(gap);
    expect(await rows()).toBe(true);
    const { body } = await record(id);
    expect(body).toMatchObject({
      standing: { state: 'done' },
      positioning: { outcome: 'admitted', heldOn: '2026-11-20', ledBy: 'Claire Morvan' },
    });
    expect((await fileOf(id)).toComplete).not.toContain(gap);
    expect(await rows()).toBe(false);
  });

  it('a course that began without one is not blocked: the file says so', async () => {
    const id = await enrol('2026-11-02');
    expect((await read(id)).body.standing?.state).toBe('missing');
    expect((await fileOf(id)).toComplete).not.toContain(gap);
    expect((await record(id)).body.standing?.state).toBe('late');
  });

  it('an adaptation says what and why; nothing is chosen for the person', async () => {
    const id = await enrol();
    expect(pointersOf(await record(id, { outcome: undefined }))).toEqual(['/outcome']);
    expect(pointersOf(await record(id, { outcome: 'adapted' }))).toEqual([
      '/adaptation',
      '/motive',
    ]);
    const { body } = await record(id, {
      outcome: 'adapted',
      adaptation: 'Tiers temps',
      motive: 'Reconnaissance de handicap',
    });
    expect(body.positioning).toMatchObject({ adaptation: 'Tiers temps', revision: 1 });
  });

  it('put right by another trace, which says why; the former one stays readable', async () => {
    const id = await enrol();
    await record(id);
    expect((await record(id)).status).toBe(409);
    const refused = { outcome: 'refused', motive: 'Niveau insuffisant', revision: 1 };
    expect(pointersOf(await record(id, refused))).toEqual(['/because']);
    const { body } = await record(id, { ...refused, because: 'Mauvais dossier ouvert' });
    expect(body).toMatchObject({
      standing: { state: 'enrolled_though_refused' },
      positioning: { outcome: 'refused', because: 'Mauvais dossier ouvert', revision: 2 },
      former: [{ outcome: 'admitted', revision: 1 }],
    });
    await expect(
      app.db.system.auditEvent.findMany({
        where: { subjectId: id },
        orderBy: { seq: 'asc' },
        select: { action: true },
      }),
    ).resolves.toEqual([{ action: 'positioning.recorded' }, { action: 'positioning.corrected' }]);
  });

  it('two at once: one is kept, the other reads it', async () => {
    const id = await enrol();
    const answers = await Promise.all([
      record(id),
      record(id, { outcome: 'refused', motive: 'Non' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.problem.current).toMatchObject({ revision: 1 });
  });

  it('a tutor neither reads nor writes one', async () => {
    const id = await enrol();
    const tutor = await centre.addMember('tutor');
    expect((await read(id, tutor)).status).toBe(403);
    expect((await record(id, {}, tutor)).status).toBe(403);
  });
});
