import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohortId: string;
let frameworkId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre();
  coordinator = await centre.addMember('coordinator');
  frameworkId = (await centre.addFramework()).id;
  cohortId = await addCohort(app.db, centre, { frameworkVersionId: frameworkId, name: 'Automne' });
});
afterAll(() => app.close());

const blocks = ['B1', 'B2', 'B3', 'B4'];

/** A learner judged on that day: these blocks acquired, the others not; certified with all four. */
async function judge(acquired: readonly string[], heldOn: string, isClosed = true) {
  const own = { centreId: centre.id };
  const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
  const session = await app.db.system.jurySession.create({
    data: {
      ...own,
      frameworkVersionId: frameworkId,
      heldOn: new Date(heldOn),
      place: 'Le Mans',
      state: 'open',
    },
  });
  await app.db.system.juryDecision.createMany({
    data: blocks.map((blockCode) => ({
      ...own,
      jurySessionId: session.id,
      enrolmentId,
      blockCode,
      decision: acquired.includes(blockCode) ? ('acquired' as const) : ('not_acquired' as const),
      proposal: 'acquired' as const,
      proposalReasons: [],
      decidedByUserId: 'test',
      heldOn: new Date(heldOn),
    })),
  });
  if (!isClosed) return;
  await app.db.system.jurySession.update({
    where: { centreId_id: { ...own, id: session.id } },
    data: { state: 'closed', closedAt: new Date(`${heldOn}T17:00:00Z`) },
  });
  if (acquired.length === blocks.length)
    await app.db.system.certificate.create({
      data: {
        ...own,
        enrolmentId,
        kind: 'certificate',
        number: enrolmentId,
        issuedOn: new Date(heldOn),
        decidedOn: new Date(heldOn),
        reasons: [],
        issuedByUserId: 'test',
      },
    });
}

describe('success rates with their method and date (Qualiopi 2, 3)', () => {
  it('per cohort, block and year; a jury that is not closed counts for nothing', async () => {
    await judge(blocks, '2026-06-18');
    await judge(['B1'], '2026-06-18');
    await judge(blocks, '2025-06-12');
    await judge(blocks, '2026-11-20', false);
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
    expect(all.body.cohorts).toMatchObject([{ name: 'Automne', rate: 2 / 3 }]);
    expect(all.body.method).toContain('Calculé le 23 novembre 2026');
  });

  it('as a CSV with numerator, denominator, method and date', async () => {
    const { bytes } = await app.call('GET /success-rates/file', {}, coordinator);
    const lines = Buffer.from(bytes).toString().split('\r\n');
    expect(lines[1]).toMatch(/^Année 2026;.*;Certification complète;1;2;50\s%;23\/11\/2026;/);
  });
});
