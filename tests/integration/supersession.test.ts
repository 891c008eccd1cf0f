import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { connectAsApp } from '../support/sql-client.ts';
import { type Centre, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let cohort: CohortRecords;
let one: RecordedLearner;
let other: RecordedLearner;
let sql: pg.Client;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre();
  cohort = await CohortRecords.create(app.db, centre);
  one = await cohort.addLearner('Maxime', 'Bonnet');
  other = await cohort.addLearner('Élodie', 'Garnier');
  sql = await connectAsApp(app.ownerUrl, centre.id);
});
afterAll(async () => {
  await sql.end();
  await app.close();
});

/** A row written again with some columns changed, under a new id: one that could take its place. */
async function writeAgain(table: string, id: string, changes: Record<string, unknown> = {}) {
  const { rows } = await sql.query<{ id: string }>(
    `insert into ${table}
     select (jsonb_populate_record(r, to_jsonb(r) || '{"superseded_by_id": null}' || $2::jsonb
             || jsonb_build_object('id', gen_random_uuid()))).*
       from ${table} r where r.id = $1 returning id`,
    [id, JSON.stringify(changes)],
  );
  return rows[0]?.id ?? '';
}

const supersede = (table: string, id: string, by: string) =>
  sql.query(`update ${table} set superseded_by_id = $2 where id = $1`, [id, by]);
const firstId = async (table: string, where: string, value: string) =>
  (
    await sql.query<{ id: string }>(
      `select id from ${table} where ${where} = $1 and superseded_by_id is null limit 1`,
      [value],
    )
  ).rows[0]?.id ?? '';

/** A row of each table whose rows are superseded, and a change that makes it about something else. */
const tables: Record<
  string,
  { prepare: () => Promise<string>; foreign: () => Record<string, unknown> }
> = {
  attendance: {
    prepare: async () => {
      const slot = cohort.slots[0];
      await cohort.attend(one, slot ? [slot] : []);
      return firstId('attendance', 'enrolment_id', one.enrolmentId);
    },
    foreign: () => ({ enrolment_id: other.enrolmentId }),
  },
  assessment_result: {
    prepare: async () => {
      await cohort.assess(one, 'B1', '+');
      return firstId('assessment_result', 'enrolment_id', one.enrolmentId);
    },
    foreign: () => ({ attempt: 2 }),
  },
  credential: {
    prepare: async () => {
      await cohort.holdAfgsu(one, '2026-03-04', '2030-03-04');
      return firstId('credential', 'person_id', one.personId);
    },
    foreign: () => ({ person_id: other.personId }),
  },
  jury_decision: {
    prepare: async () =>
      (await cohort.decide(one, 'B1', 'acquired', '2026-11-20', false)).decisionId,
    foreign: () => ({ block_code: 'B2' }),
  },
  certificate: {
    prepare: async () => {
      await app.db.system.certificate.create({
        data: {
          centreId: centre.id,
          enrolmentId: one.enrolmentId,
          kind: 'certificate',
          number: 'CQP-2026-0001',
          issuedOn: new Date('2026-11-20'),
          decidedOn: new Date('2026-11-20'),
          reasons: [],
          issuedByUserId: 'test',
        },
      });
      return firstId('certificate', 'enrolment_id', one.enrolmentId);
    },
    foreign: () => ({ enrolment_id: other.enrolmentId, number: 'CQP-2026-0009' }),
  },
  appraisal: {
    prepare: () => cohort.appraise(one, 'B1', 'mastered'),
    foreign: () => ({ enrolment_id: other.enrolmentId }),
  },
};

describe('a row is superseded by a row about the same thing, whatever the code above says', () => {
  it.each(Object.entries(tables))('%s', async (table, { prepare, foreign }) => {
    const id = await prepare();
    const stranger = await writeAgain(table, id, foreign());
    const refused = { code: 'JL001' };
    await expect(supersede(table, id, stranger)).rejects.toMatchObject(refused);
    await expect(supersede(table, id, id)).rejects.toMatchObject(refused);
    const nobody = '00000000-0000-7000-8000-000000000000';
    await expect(supersede(table, id, nobody)).rejects.toMatchObject(refused);
    await sql.query('begin');
    const successor = await writeAgain(
      table,
      id,
      table === 'certificate' ? { number: 'CQP-2026-0002' } : {},
    );
    await supersede(table, id, successor);
    // Two rows that supersede each other would both be gone.
    await expect(supersede(table, successor, id)).rejects.toMatchObject(refused);
    await sql.query('rollback');
  });

  it('a signed appraisal is not superseded by a draft', async () => {
    const signed = await cohort.appraise(other, 'B2', 'mastered');
    const draft = await cohort.appraise(other, 'B2', null);
    await expect(supersede('appraisal', signed, draft)).rejects.toMatchObject({ code: 'JL001' });
  });
});
