import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectAsApp, connectAsOwner } from '../support/sql-client.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let employmentId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  const cohortId = await addCohort(app.db, centre);
  ({ employmentId } = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null }));
});
afterAll(() => app.close());

const suspend = (day: string) =>
  app.call(
    'POST /employments/:employmentId/suspensions',
    { params: { employmentId }, body: { fromOn: day, toOn: day, motive: 'Congé' } },
    coordinator,
  );

async function findBrokenLink(): Promise<string | null> {
  const owner = await connectAsOwner(app.ownerUrl);
  const { rows } = await owner.query('select jalon.first_broken_audit_link($1) as seq', [
    centre.id,
  ]);
  await owner.end();
  return rows[0].seq;
}

describe('the audit trail is a chain', () => {
  it('holds after work, also when many write at once', async () => {
    const days = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'];
    const answers = await Promise.all(days.map(suspend));
    expect(answers.map(({ status }) => status)).toEqual(days.map(() => 200));
    const events = await app.db.system.auditEvent.findMany({
      where: { centreId: centre.id },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5]);
    expect(await findBrokenLink()).toBeNull();
  });

  it('neither the application nor a job may rewrite it', async () => {
    const client = await connectAsApp(app.ownerUrl, centre.id);
    await expect(client.query("update audit_event set action = 'x'")).rejects.toThrow('permission');
    await expect(client.query('delete from audit_event')).rejects.toThrow('permission');
    await client.end();
    await expect(app.db.system.auditEvent.deleteMany()).rejects.toThrow();
  });

  it('an act is of the moment it is written, whatever the caller sends, save in the demonstration', async () => {
    const owner = await connectAsOwner(app.ownerUrl);
    const client = await connectAsApp(app.ownerUrl, centre.id);
    const writeAct = async () => {
      const { rows } = await client.query(
        `insert into audit_event (centre_id, at, actor_role, action, subject_id, data)
         values ($1, '2020-01-02T08:00:00Z', '', 'site.saved', 'x', '{}') returning at`,
        [centre.id],
      );
      return (rows[0].at as Date).getTime();
    };
    const storyDay = Date.parse('2020-01-02T08:00:00Z');
    expect(await writeAct()).toBe(storyDay);
    await owner.query('delete from demonstration');
    const before = Date.now();
    expect(await writeAct()).toBeGreaterThanOrEqual(before - 1000);
    await owner.query('insert into demonstration default values');
    await Promise.all([owner.end(), client.end()]);
    expect(await findBrokenLink()).toBeNull();
  });

  it('shows where the owner of the database changed a row, took one out or added one', async () => {
    const tamper = async (statement: string) => {
      const owner = await connectAsOwner(app.ownerUrl);
      await owner.query('begin');
      await owner.query('alter table audit_event disable trigger all');
      await owner.query(statement);
      const { rows } = await owner.query('select jalon.first_broken_audit_link($1) as seq', [
        centre.id,
      ]);
      await owner.query('rollback');
      await owner.end();
      return Number(rows[0].seq);
    };
    expect(await tamper("update audit_event set action = 'autre' where seq = 2")).toBe(2);
    expect(await tamper('delete from audit_event where seq = 3')).toBe(4);
    expect(await tamper("update audit_event set at = at - interval '1 day' where seq = 5")).toBe(5);
    expect(await findBrokenLink()).toBeNull();
  });
});
