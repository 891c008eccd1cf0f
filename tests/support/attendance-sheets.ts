import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { adoptCalendar, createCohort, enrolLearner } from './cohort-builder.ts';
import { type Centre, type Member, startTestApp, type TestApp } from './test-app.ts';

// One centre with its sheets for each file of tests: the helpers below stand on it.
export let app: TestApp;
export let centre: Centre;
export let coordinator: Member;
/** The trainer of the cohort that was started last. */
export let trainer: Member;
export let framework: string;

/** Opens the centre before the tests of a file; the clock stands at noon on 23 November 2026. */
export function openAttendance(): void {
  beforeAll(async () => {
    app = await startTestApp();
    centre = await app.addCentre('CFA');
    coordinator = await centre.addMember('coordinator', {
      givenName: 'Claire',
      birthName: 'Morvan',
    });
    framework = (await centre.addFramework('CQP-AM-2022-AFBB')).id;
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set('2026-11-23T12:00:00+01:00'));
}

let cohortCount = 0;
/** A cohort that starts on Monday 23 November 2026, with two learners and a trainer of its own. */
export async function startCohort() {
  cohortCount += 1;
  trainer = await centre.addMember('trainer', { givenName: 'Sophie', birthName: 'Petit' });
  const cohort = await createCohort(app, centre, coordinator, {
    name: `Cohorte ${cohortCount}`,
    frameworkVersionId: framework,
    startsOn: '2026-11-23',
  });
  await adoptCalendar(app, coordinator, cohort.id);
  const abadie = await enrolLearner(
    app,
    centre,
    cohort.id,
    { givenName: 'Lina', birthName: 'Abadie' },
    '2026-11-23',
  );
  const petit = await enrolLearner(
    app,
    centre,
    cohort.id,
    { givenName: 'Noé', birthName: 'Petit' },
    '2026-11-23',
  );
  await app.db.system.slot.updateMany({
    where: { cohortId: cohort.id },
    data: { trainerId: trainer.personId },
  });
  const { body } = await app.call(
    'GET /cohorts/:cohortId/calendar',
    { params: { cohortId: cohort.id } },
    coordinator,
  );
  const [morning, afternoon] = body.slots;
  if (!morning || !afternoon) throw new Error('A calendar has half-days');
  return { cohort, abadie, petit, morning, afternoon };
}

export const rowOf = (enrolmentId: string, more: Record<string, unknown> = {}) => ({
  enrolmentId,
  basedOn: null,
  state: 'present',
  lateMinutes: 0,
  leftEarlyMinutes: 0,
  justification: null,
  ...more,
});
export const read = (slotId: string, caller = trainer) =>
  app.call('GET /slots/:slotId/attendance', { params: { slotId } }, caller);
export const record = (
  slotId: string,
  rows: readonly unknown[],
  more: Record<string, unknown> = {},
  caller = trainer,
) =>
  app.call(
    'PUT /slots/:slotId/attendance',
    { params: { slotId }, body: { rows, ...more } },
    caller,
  );
export const sign = (slotId: string, entryIds: readonly string[], caller = trainer) =>
  app.call(
    'POST /slots/:slotId/attendance/signature',
    { params: { slotId }, body: { entryIds } },
    caller,
  );
export const correct = (slotId: string, body: Record<string, unknown>, caller = coordinator) =>
  app.call('POST /slots/:slotId/attendance/corrections', { params: { slotId }, body }, caller);
export const hoursOf = async (enrolmentId: string, caller = coordinator) =>
  (await app.call('GET /enrolments/:enrolmentId/hours', { params: { enrolmentId } }, caller)).body;

export type Sheet = Awaited<ReturnType<typeof read>>['body'];
export const entryIds = (sheet: Sheet): string[] =>
  sheet.rows.flatMap(({ entry }) => (entry ? [entry.id] : []));
export const entryOf = (sheet: Sheet, enrolmentId: string) =>
  sheet.rows.find((row) => row.enrolmentId === enrolmentId)?.entry;

export async function signedSheet() {
  const made = await startCohort();
  const { body } = await record(made.morning.id, [
    rowOf(made.abadie, { lateMinutes: 10 }),
    rowOf(made.petit, { state: 'absent', justification: 'malade' }),
  ]);
  app.clock.set('2026-11-23T12:35:00+01:00');
  const signed = await sign(made.morning.id, entryIds(body));
  return { ...made, sheet: signed.body };
}
