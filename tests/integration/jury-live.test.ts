import type { AddressInfo } from 'node:net';
import { createApp } from '@jalon/api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createClient } from '../support/client.ts';
import {
  app,
  coordinator,
  employee,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';
import { connectAsOwner } from '../support/sql-client.ts';
import { TEST_SECRET } from '../support/test-app.ts';

openJuryOffice();

type Api = Awaited<ReturnType<typeof createApp>>;
let other: Api;
let callOther: ReturnType<typeof createClient>;
beforeAll(async () => {
  other = await createApp(app.config, { clock: app.clock, log: pino({ level: 'silent' }) });
  await other.listen(0, '127.0.0.1');
  const { port } = other.getHttpServer().address() as AddressInfo;
  callOther = createClient(`http://127.0.0.1:${port}`, TEST_SECRET, app.db);
});
afterAll(() => other.close());

/** Half of the longest wait: a slow machine tells sooner, a change that is not told does not. */
const TOLD_MS = 4000;

/** What a member reads who is kept waiting on the other process, and how long they waited. */
async function wait(juryId: string, known: string | undefined, since?: string) {
  const start = performance.now();
  const query = { known: known ?? 'nothing', since };
  const { body } = await callOther(
    'GET /juries/:juryId/decisions',
    { params: { juryId }, query },
    employee,
  );
  return { ...body, waited: performance.now() - start };
}

/** A session that the member has seen as it is, with a question under way about what comes next. */
async function listen() {
  const prepared = await office.prepare();
  const { juryId, learners } = prepared;
  const { stamp, asOf, roomStamp } = await wait(juryId, undefined);
  const news = wait(juryId, stamp, asOf);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { enrolmentId } = only(learners);
  const decide = (blockCode: string) =>
    office.decide(juryId, [{ enrolmentId, blockCode, decision: 'acquired' }], employer);
  return { ...prepared, news, roomStamp, stamp, enrolmentId, decide };
}

describe('every member sees the same room within a second, whichever process answers', () => {
  it('a decision is told at once to whoever waits', async () => {
    const { news, roomStamp, decide } = await listen();
    await decide('B1');
    const answer = await news;
    expect(answer.decisions.map(({ blockCode }) => blockCode)).toEqual(['B1']);
    expect(answer.roomStamp).toBe(roomStamp);
    expect(answer.waited).toBeGreaterThan(250);
    expect(answer.waited).toBeLessThan(TOLD_MS);
  });

  it.each<[string, (juryId: string, enrolmentId: string) => Promise<unknown>]>([
    [
      'a member who leaves',
      (juryId) => office.changeMember(juryId, employer, { isPresent: false }),
    ],
    [
      'a recusal',
      async (juryId, enrolmentId) => {
        const { members } = await office.read(juryId);
        const memberId = members.find(({ personId }) => personId === employer.personId)?.id;
        const body = { memberId, enrolmentId, kind: 'family' };
        return app.call('POST /juries/:juryId/conflicts', { params: { juryId }, body }, employer);
      },
    ],
    [
      'the closing',
      async (juryId, enrolmentId) => {
        await office.decideAll(juryId, { enrolmentId } as never);
        return office.close(juryId);
      },
    ],
  ])('%s is told too: the room is another', async (_, change) => {
    const { news, juryId, roomStamp, enrolmentId } = await listen();
    await change(juryId, enrolmentId);
    expect((await news).waited).toBeLessThan(TOLD_MS);
    expect((await wait(juryId, undefined)).roomStamp).not.toBe(roomStamp);
  });

  it('nothing that was decided while the member was cut off is missed', async () => {
    const { news, decide, juryId } = await listen();
    await decide('B1');
    const seen = await news;
    await decide('B2');
    await decide('B3');
    const back = await wait(juryId, seen.stamp, seen.asOf);
    expect(seen.waited).toBeLessThan(TOLD_MS);
    expect(back.waited).toBeLessThan(TOLD_MS);
    expect(back.decisions.map(({ blockCode }) => blockCode).sort()).toEqual(['B1', 'B2', 'B3']);
  });

  it('a lost connection to the database is taken up again, and wakes whoever waits', async () => {
    const { news, stamp, decide, juryId } = await listen();
    const owner = await connectAsOwner(app.ownerUrl);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where query = 'listen jalon_changes' and datname = current_database()`,
    );
    await owner.end();
    const answer = await news;
    expect(answer.waited).toBeLessThan(TOLD_MS);
    expect(answer.stamp).toBe(stamp);
    const next = wait(juryId, answer.stamp, answer.asOf);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await decide('B4');
    const told = await next;
    expect(told.decisions).toHaveLength(1);
    expect(told.waited).toBeLessThan(TOLD_MS);
  });

  it('is told to nobody who may not see the session', async () => {
    const { juryId } = await office.prepare();
    const stranger = await (await app.addCentre('Un autre centre')).addMember('coordinator', {
      givenName: 'Paul',
      birthName: 'Autre',
    });
    const request = { params: { juryId }, query: { known: 'nothing' } };
    expect((await callOther('GET /juries/:juryId/decisions', request, stranger)).status).toBe(404);
    expect((await callOther('GET /juries/:juryId/decisions', request, coordinator)).status).toBe(
      200,
    );
  });
});
