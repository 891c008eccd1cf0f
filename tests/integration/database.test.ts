import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, TEST_SECRET, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const built = new URL('../../apps/api/dist/db/database.js', import.meta.url).href;

/** Runs in a process of its own: Node gives a deprecation warning once a process. */
const nestedInclude = (ownerUrl: string, centreId: string): string => `
  import { Database } from ${JSON.stringify(built)};
  const db = new Database(${JSON.stringify(ownerUrl)}, ${JSON.stringify(TEST_SECRET)}, 2);
  const actor = { centreId: ${JSON.stringify(centreId)}, userId: 'x', roles: [] };
  const persons = await db.run(actor, ({ tx }) =>
    tx.person.findMany({
      include: { memberships: true, employments: true, enrolments: true },
    }),
  );
  console.log(persons.length);
  await db.close();
`;

it('nested includes inside a transaction send one query at a time: pg gives no warning', async () => {
  const centre = await app.addCentre();
  await centre.addMember('coordinator');
  await centre.addMember('trainer');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', nestedInclude(app.ownerUrl, centre.id)],
    { encoding: 'utf8', env: { PATH: process.env.PATH } },
  );
  expect([stdout.trim(), stderr]).toEqual(['2', '']);
});
