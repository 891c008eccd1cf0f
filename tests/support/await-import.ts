import { eventually } from './eventually.ts';
import type { Member, TestApp } from './test-app.ts';

export const readImport = async (app: TestApp, caller: Member, importId: string) =>
  (await app.call('GET /learner-imports/:importId', { params: { importId } }, caller)).body;

/** Waits until the worker has carried an import out, or given it up. */
export const awaitImport = (app: TestApp, caller: Member, importId: string) =>
  eventually(async () => {
    const read = await readImport(app, caller, importId);
    return read.state === 'done' || read.state === 'failed' ? read : null;
  }, 'the import');
