import type { Input } from '@jalon/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Centre } from '../support/centre-builder.ts';
import { type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let director: Member;
let enrolmentId: string;
let cohortId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  director = await centre.addMember('director');
  const version = await centre.addFramework();
  cohortId = await addCohort(app.db, centre, {
    frameworkVersionId: version.id,
    name: 'Hiver 2026',
  });
  ({ enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, {
    tutorId: null,
    givenName: 'Inès',
    birthName: 'Roche',
  }));
});
afterAll(() => app?.close());

const withdraw = () =>
  app.call(
    'POST /enrolments/:enrolmentId/withdraw',
    { params: { enrolmentId }, body: { on: '2026-10-12', motive: 'Déménagement', revision: 1 } },
    coordinator,
  );
const readJournal = async (
  query: Input<'GET /audit-events'>['query'] = {},
  reader: Member = coordinator,
) => (await app.call('GET /audit-events', { query }, reader)).body;

describe('the journal of a centre says who did what', () => {
  it('with the act in words, its author and a way to what it was about', async () => {
    expect((await withdraw()).status).toBe(200);
    const { rows } = await readJournal({ group: 'learners' }, director);
    expect(rows[0]).toMatchObject({
      act: 'Abandon noté',
      subject: 'Roche Inès',
      place: { kind: 'enrolment', id: enrolmentId },
      by: 'Claire Morvan',
    });
  });

  it('a plan, an import and a file for the registry have their names too', async () => {
    const own = { centreId: centre.id };
    const asked = {
      kind: 'year' as const,
      cohortIds: [cohortId],
      request: {},
      askedByUserId: 'test',
    };
    const plan = await app.db.system.planSearch.create({ data: { ...own, ...asked } });
    const learnerImport = await app.db.system.learnerImport.create({
      data: {
        ...own,
        cohortId,
        fileName: 'eleves.csv',
        sha256: '',
        mapping: {},
        report: {},
        createdByUserId: 'test',
      },
    });
    const report = await app.db.system.registryReport.create({
      data: {
        ...own,
        code: 'RNCP40913',
        emitterClientId: '',
        certifierClientId: '',
        contractId: '',
        hasNir: false,
        entryCount: 1,
        producedAt: app.clock.now(),
        producedByUserId: 'test',
      },
    });
    await app.db.run({ ...coordinator, sessionId: '', name: '', roles: [] }, async ({ audit }) => {
      audit({ action: 'plan.asked', subjectId: plan.id });
      audit({ action: 'learner-import.done', subjectId: learnerImport.id });
      audit({ action: 'registry-report.written', subjectId: report.id });
    });
    const { rows } = await readJournal();
    expect(rows.slice(0, 3).map(({ subject, place }) => [subject, place])).toEqual([
      ['Fichier RNCP40913 du 23 novembre 2026', { kind: 'registry', id: report.id }],
      ['eleves.csv, Hiver 2026', { kind: 'cohort', id: cohortId }],
      ['Hiver 2026', { kind: 'plan', id: plan.id }],
    ]);
  });

  it('sorted by group and by day, and read on from an act', async () => {
    await app.call(
      'POST /enrolments/:enrolmentId/reinstate',
      { params: { enrolmentId }, body: { revision: 2 } },
      coordinator,
    );
    const [newest, ...older] = (await readJournal()).rows;
    expect(newest?.act).toBe('Abandon annulé');
    expect(older.map(({ act }) => act)).toContain('Abandon noté');
    expect((await readJournal({ before: newest?.seq ?? 0 })).rows).toEqual(older);
    expect(await readJournal({ group: 'juries' })).toEqual({ rows: [], next: null });
    expect((await readJournal({ until: '2020-01-01' })).rows).toEqual([]);
  });

  it('another centre’s journal has none of it', async () => {
    const other = await app.addCentre('Keyce Santé');
    const { rows } = await readJournal({}, await other.addMember('director'));
    expect(rows.map(({ subject }) => subject)).not.toContain('Roche Inès');
  });
});
