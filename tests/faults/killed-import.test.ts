import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  type ApiProcess,
  productionEnv,
  startApiProcess,
  waitUntil,
} from '../support/api-process.ts';
import {
  addCohort,
  app,
  askImport,
  countLearners,
  csv,
  fileOf,
  openImportDesk,
  people,
} from '../support/import-desk.ts';
import { type SmtpInbox, startSmtpInbox } from '../support/smtp-inbox.ts';

jest.setTimeout(300_000);

// The desk asks; who carries out is a process of its own, which can be killed.
openImportDesk({ runsWorker: false });

let inbox: SmtpInbox;
let dataDir: string;
let worker: ApiProcess | undefined;

const startWorker = () =>
  startApiProcess(productionEnv({ databaseUrl: app.ownerUrl, dataDir, smtpUrl: inbox.url }));
const rowOf = (id: string) => app.db.system.learnerImport.findFirstOrThrow({ where: { id } });

/** While the act lasts, what would write an enrolment waits: the worker stands in mid-work. */
const holdingEnrolments = (act: () => Promise<void>): Promise<void> =>
  app.db.system.$transaction(
    async (tx) => {
      await tx.$executeRaw`lock table enrolment in share mode`;
      await act();
    },
    { timeout: 120_000 },
  );

beforeAll(async () => {
  inbox = await startSmtpInbox(() => {});
  dataDir = await mkdtemp(join(tmpdir(), 'jalon-faults-'));
  worker = await startWorker();
});
afterAll(async () => {
  await worker?.kill('SIGTERM');
  await inbox?.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a worker killed in the middle of an import (kill -9)', () => {
  it('leaves nothing half done, and the next one makes each learner once', async () => {
    const cohort = await addCohort();
    let importId = '';
    await holdingEnrolments(async () => {
      ({ importId } = (await askImport(cohort, fileOf(csv(people(200))))).body);
      await waitUntil(async () => (await rowOf(importId)).step === 'writing');
      await worker?.kill('SIGKILL');
    });
    expect(await rowOf(importId)).toMatchObject({ state: 'running', attempts: 1 });
    expect(await countLearners(cohort)).toBe(0);

    worker = await startWorker();
    await waitUntil(async () => (await rowOf(importId)).state === 'done', { seconds: 200 });
    expect(await rowOf(importId)).toMatchObject({ attempts: 2, payload: '' });
    expect(await countLearners(cohort)).toBe(200);
  });
});
