import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CertificateOffice, openCertificateOffice } from '../support/certified-learner.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let office: CertificateOffice;

beforeAll(async () => {
  app = await startTestApp();
  office = await openCertificateOffice(app);
});
afterAll(() => app.close());

const blocks = ['B1', 'B2', 'B3', 'B4'];

/** A learner judged on that day: these blocks acquired, the others not; certified with all four. */
async function judge(acquired: readonly string[], heldOn: string, isClosed = true) {
  const learner = await office.addLearner();
  const refused = blocks.filter((code) => !acquired.includes(code));
  await office.acquire(learner, heldOn, acquired, { refused, isClosed });
  if (refused.length > 0 || !isClosed) return;
  const params = { enrolmentId: learner.enrolmentId };
  await app.call('POST /enrolments/:enrolmentId/certificate', { params }, office.coordinator);
}

describe('success rates with their method and date (Qualiopi 2, 3)', () => {
  it('per cohort, block and year; a jury that is not closed counts for nothing', async () => {
    await judge(blocks, '2026-06-18');
    await judge(['B1'], '2026-06-18');
    await judge(blocks, '2025-06-12');
    await judge(blocks, '2026-11-20', false);
    const { coordinator, cohortId } = office;
    const params = { cohortId };
    const one = await app.call('GET /cohorts/:cohortId/success-rates', { params }, coordinator);
    expect(one.body).toMatchObject({ numerator: 2, denominator: 3, computedOn: '2026-11-23' });
    expect(one.body.blocks.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [3, 3],
      [2, 3],
      [2, 3],
      [2, 3],
    ]);
    const all = await app.call('GET /success-rates', {}, coordinator);
    expect(
      all.body.years.map(({ year, numerator, denominator }) => [year, numerator, denominator]),
    ).toEqual([
      [2026, 1, 2],
      [2025, 1, 1],
    ]);
    expect(all.body.cohorts).toMatchObject([{ cohortId, rate: 2 / 3 }]);
    expect(all.body.method).toContain('Calculé le 23 novembre 2026');
  });

  it('as a CSV with numerator, denominator, method and date', async () => {
    const { bytes } = await app.call('GET /success-rates/file', {}, office.coordinator);
    const lines = Buffer.from(bytes).toString().split('\r\n');
    expect(lines[1]).toMatch(/^Année 2026;.*;Certification complète;1;2;50\s%;23\/11\/2026;/);
  });
});
