import type { Config } from '@jalon/api';
import type { Problem } from '@jalon/contract';
import { afterAll, beforeAll } from '@jest/globals';
import { addPlannedCohort, type PlannedCohort } from './planned-cohort.ts';
import { type Centre, type Member, startTestApp, type TestApp } from './test-app.ts';

// One centre for each file of tests: the helpers below stand on it.
export let app: TestApp;
export let centre: Centre;
export let coordinator: Member;
export let autumn: PlannedCohort;
export let spring: PlannedCohort;

/** Opens a centre with an autumn and a spring cohort before the tests of a file. */
export function openEnrolments(more: Partial<Config> = {}): void {
  beforeAll(async () => {
    app = await startTestApp(more);
    centre = await app.addCentre('Le Mans');
    coordinator = await centre.addMember('coordinator');
    const framework = await centre.addFramework();
    autumn = await addPlannedCohort(app.db, centre, framework, {
      name: 'Automne 2026',
      startsOn: '2026-10-05',
      capacity: 3,
    });
    spring = await addPlannedCohort(app.db, centre, framework, {
      name: 'Printemps 2027',
      startsOn: '2027-03-01',
    });
  });
  afterAll(() => app.close());
}

let counter = 0;
export const newPerson = (more: Record<string, unknown> = {}) => {
  counter += 1;
  return {
    kind: 'new',
    givenName: 'Lina',
    birthName: `Abadie${'abcdefghijklmnopqrstuvwxyz'[counter % 26]}${counter}`,
    birthDate: '1994-03-08',
    email: `lina${counter}@exemple.fr`,
    ...more,
  };
};
export const enrolment = (more: Record<string, unknown> = {}) => ({
  cohortId: autumn.id,
  person: newPerson(),
  profile: 'medical_secretary_uncertified',
  diplomaLevel: 4,
  experienceYears: 2,
  route: 'professional_contract',
  funder: 'opco_ep',
  startsOn: more.cohortId === spring.id ? '2027-03-01' : '2026-10-05',
  ...more,
});
export const enrol = (more: Record<string, unknown> = {}) =>
  app.call('POST /enrolments', { body: enrolment(more) }, coordinator);
export const read = async (enrolmentId: string) =>
  (await app.call('GET /enrolments/:enrolmentId', { params: { enrolmentId } }, coordinator)).body;
export const pointersOf = (answer: { readonly problem: Problem }) =>
  answer.problem.errors?.map(({ pointer }) => pointer);
