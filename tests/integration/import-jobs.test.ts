import { describe, expect, it } from '@jest/globals';
import { awaitImport, readImport } from '../support/await-import.ts';
import {
  addCohort,
  app,
  askImport,
  coordinator,
  countLearners,
  csv,
  fileOf,
  importFile,
  openImportDesk,
  people,
} from '../support/import-desk.ts';
import type { PlannedCohort } from '../support/planned-cohort.ts';

openImportDesk();

const listImports = async (cohort: PlannedCohort) =>
  (
    await app.call(
      'GET /cohorts/:cohortId/learner-imports',
      { params: { cohortId: cohort.id } },
      coordinator,
    )
  ).body;
const rowOf = (id: string) => app.db.system.learnerImport.findFirstOrThrow({ where: { id } });
/** A queue that brings the job back, as one does after a worker died. */
const bringBack = async (importId: string) => {
  const { centreId } = await rowOf(importId);
  await app.db.system.outboxJob.create({
    data: { centreId, name: 'learner-import.run', payload: { learnerImportId: importId } },
  });
};

describe('an import runs in the background, and is found again', () => {
  it('is answered before it is carried out, listed meanwhile, and ends with its report', async () => {
    const cohort = await addCohort();
    const { body } = await askImport(cohort, fileOf(csv(people(30))));
    expect(await listImports(cohort)).toMatchObject([{ id: body.importId }]);
    const ended = await awaitImport(app, coordinator, body.importId);
    expect(ended).toMatchObject({
      state: 'done',
      step: null,
      failure: null,
      report: { outcome: 'imported', counts: { new: 30 } },
    });
    expect(await countLearners(cohort)).toBe(30);
    expect(await listImports(cohort)).toMatchObject([
      { id: body.importId, state: 'done', outcome: 'imported', counts: { new: 30 } },
    ]);
  });

  it('keeps the lines no longer than they are needed, and the trail names who asked', async () => {
    const { body } = await importFile(await addCohort(), fileOf(csv(people(1))));
    expect(await rowOf(body.importId)).toMatchObject({ payload: '' });
    const event = await app.db.system.auditEvent.findFirstOrThrow({
      where: { action: 'learner-import.done', subjectId: body.importId },
    });
    expect(event.actorUserId).toBe(coordinator.userId);
  });

  it('what cannot be read, or not without a column, is refused at once and leaves no trace', async () => {
    const cohort = await addCohort();
    const unreadable = await askImport(cohort, { ...fileOf(''), contentBase64: 'AAECAw==' });
    expect(unreadable.status).toBe(422);
    const unmapped = await askImport(cohort, fileOf(csv(people(1), ['A', 'B', 'C', 'D'])));
    expect(unmapped.status).toBe(422);
    expect(await listImports(cohort)).toEqual([]);
  });
});

describe('two people, one file', () => {
  it('asked twice at once, it makes each learner once, and both read how it ended', async () => {
    const cohort = await addCohort();
    const file = fileOf(csv(people(20)));
    const asked = await Promise.all([askImport(cohort, file), askImport(cohort, file)]);
    const ended = await Promise.all(
      asked.map(({ body }) => awaitImport(app, coordinator, body.importId)),
    );
    expect(ended.map(({ state }) => state)).toEqual(['done', 'done']);
    const made = ended.map(({ report }) => report?.counts.new ?? 0);
    expect(made.sort((a, b) => a - b)).toEqual([0, 20]);
    expect(await countLearners(cohort)).toBe(20);
  }, 60_000);
});

describe('a worker that dies, a worker that is slow', () => {
  /** An import as a worker left it: taken, and its lines not written. */
  const leaveTaken = async (beatAt: Date) => {
    const cohort = await addCohort();
    const { body } = await importFile(cohort, fileOf(csv(people(3))));
    const asked = await rowOf(body.importId);
    const again = await addCohort();
    const rows = people(3);
    const sheet = {
      headers: ['Nom', 'Prénom', 'Mail', 'Né le'],
      rows: rows.map((cells, index) => ({ line: index + 2, cells })),
    };
    const { id } = await app.db.system.learnerImport.create({
      data: {
        centreId: asked.centreId,
        cohortId: again.id,
        fileName: 'apprenants.csv',
        sha256: asked.sha256,
        mapping: ['birthName', 'givenName', 'email', 'birthDate'],
        payload: JSON.stringify({
          sheet,
          mapping: ['birthName', 'givenName', 'email', 'birthDate'],
          mode: 'all_or_nothing',
          defaults: {
            profile: 'school_leaver',
            route: 'continuing_training',
            funder: 'opco_ep',
            startsOn: null,
          },
          tutors: [],
          birthDates: [],
          roles: ['coordinator'],
        }),
        state: 'running',
        step: 'writing',
        attempts: 1,
        beatAt,
        createdByUserId: coordinator.userId,
      },
    });
    return { id, cohort: again };
  };
  const ago = (seconds: number) => new Date(app.clock.now().getTime() - seconds * 1_000);

  it('a dead worker’s import is taken up by the next one, and each learner is made once', async () => {
    const { id, cohort } = await leaveTaken(ago(60));
    await bringBack(id);
    expect(await awaitImport(app, coordinator, id)).toMatchObject({ state: 'done' });
    await bringBack(id);
    expect(await countLearners(cohort)).toBe(3);
    expect(await rowOf(id)).toMatchObject({ attempts: 2 });
  });

  it('one that may still be at work is left to it, and is not forgotten', async () => {
    const { id, cohort } = await leaveTaken(ago(5));
    await bringBack(id);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await readImport(app, coordinator, id)).toMatchObject({ state: 'running' });
    expect(await countLearners(cohort)).toBe(0);
    // Its worker is dead after all: the queue tries again until somebody ends it.
    await app.db.system.learnerImport.updateMany({ where: { id }, data: { beatAt: ago(60) } });
    expect(await awaitImport(app, coordinator, id)).toMatchObject({ state: 'done' });
    expect(await countLearners(cohort)).toBe(3);
  }, 30_000);

  it('what can never be carried out is given up in words, with nothing written', async () => {
    const { id, cohort } = await leaveTaken(ago(60));
    await app.db.system.learnerImport.updateMany({
      where: { id },
      data: {
        payload: '{"sheet":{"headers":[],"rows":[{}]},"roles":["coordinator"]}',
        attempts: 4,
      },
    });
    await bringBack(id);
    const ended = await awaitImport(app, coordinator, id);
    expect(ended).toMatchObject({ state: 'failed', report: null });
    expect(ended.failure).toContain('rien n’a été écrit');
    expect(await countLearners(cohort)).toBe(0);
    expect(await listImports(cohort)).toMatchObject([{ state: 'failed', outcome: null }]);
  });
});
