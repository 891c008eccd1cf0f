import { eventually } from './eventually.ts';
import type { TestApp } from './test-app.ts';

/** Waits until the worker has answered what was asked at the door: a link, a password. */
export const untilAnswered = ({ db }: Pick<TestApp, 'db'>): Promise<true> =>
  eventually(
    async () => (await db.system.accessRequest.count()) === 0 || null,
    'the answer at the door',
  );
