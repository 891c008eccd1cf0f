import type { Answer, ImportReport, Problem } from '@jalon/contract';
import { afterAll, beforeAll } from '@jest/globals';
import { awaitImport } from './await-import.ts';
import { addPlannedCohort, type PlannedCohort } from './planned-cohort.ts';
import { type Centre, type Member, startTestApp, type TestApp } from './test-app.ts';

// One centre for each file of tests: the helpers below stand on it.
export let app: TestApp;
export let centre: Centre;
export let coordinator: Member;
let framework: Awaited<ReturnType<Centre['addFramework']>>;

/** Opens the centre before the tests of a file. */
export function openImportDesk({ runsWorker = true } = {}): void {
  beforeAll(async () => {
    app = await startTestApp({ runsWorker });
    centre = await app.addCentre('Le Mans');
    coordinator = await centre.addMember('coordinator');
    framework = await centre.addFramework();
  });
  afterAll(() => app.close());
}

export const addCohort = (more: { startsOn?: string } = {}) =>
  addPlannedCohort(app.db, centre, framework, { capacity: 2_000, ...more });
export const defaults = {
  profile: 'school_leaver',
  route: 'continuing_training',
  funder: 'opco_ep',
};
export const fileOf = (content: string | Buffer, more: Record<string, unknown> = {}) => ({
  fileName: 'apprenants.csv',
  contentBase64: Buffer.from(content).toString('base64'),
  defaults,
  ...more,
});
export const preview = (
  cohort: PlannedCohort,
  body: Record<string, unknown>,
  caller = coordinator,
) =>
  app.call(
    'POST /cohorts/:cohortId/learner-imports/preview',
    { params: { cohortId: cohort.id }, body },
    caller,
  );
export const askImport = (
  cohort: PlannedCohort,
  body: Record<string, unknown>,
  mode = 'all_or_nothing',
) =>
  app.call(
    'POST /cohorts/:cohortId/learner-imports',
    { params: { cohortId: cohort.id }, body: { ...body, mode } },
    coordinator,
  );
/** Asks for an import and waits for its report; one refused at the door has none. */
export async function importFile(
  cohort: PlannedCohort,
  file: Record<string, unknown>,
  mode = 'all_or_nothing',
) {
  const asked = await askImport(cohort, file, mode);
  const { importId } = asked.body;
  const report =
    asked.status === 200 ? (await awaitImport(app, coordinator, importId)).report : null;
  // Where there is none, the test reads the problem.
  return { ...asked, body: { ...(report as ImportReport), importId } };
}
export const countLearners = (cohort: PlannedCohort): Promise<number> =>
  app.db.system.enrolment.count({ where: { cohortId: cohort.id } });
export const countAudit = (): Promise<number> =>
  app.db.system.auditEvent.count({ where: { centreId: centre.id } });
export const problemsOf = ({ rows }: Answer<'POST /cohorts/:cohortId/learner-imports/preview'>) =>
  rows.flatMap(({ line, problems }) => problems.map(({ column, value }) => [line, column, value]));
export const detailOf = (answer: { readonly problem: Problem }) => answer.problem.detail;

let counter = 0;
/** Lines of people whom nobody knows yet. */
export const people = (count: number) =>
  Array.from({ length: count }, () => {
    counter += 1;
    return [`Nom${counter}`, `Prénom${counter}`, `p${counter}@exemple.fr`, '08/03/1994'];
  });
export const csv = (
  rows: readonly (readonly string[])[],
  headers = ['Nom', 'Prénom', 'Mail', 'Né le'],
) => [headers, ...rows].map((cells) => cells.join(';')).join('\r\n');
