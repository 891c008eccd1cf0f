import type { CohortForm } from '@jalon/contract';
import type { PlainDate } from '@jalon/domain';
import type { Centre, Member } from './centre-builder.ts';
import type { TestApp } from './test-app.ts';

/** The rhythm of afbb: two days of 7 h a week, hors juillet et août (S0:L216). */
export const afbbRhythm = {
  startsOn: '2026-10-05',
  endsOn: null,
  weekdays: [1, 2],
  minutesPerDay: 420,
  closedMonths: [7, 8],
  capacity: 12,
  juryOn: null,
} satisfies Partial<CohortForm>;

/** A cohort created through the API, on a published version. */
export async function createCohort(
  app: TestApp,
  centre: Centre,
  coordinator: Member,
  more: Partial<CohortForm> & { frameworkVersionId: string; name: string },
) {
  const answer = await app.call(
    'POST /cohorts',
    { body: { ...afbbRhythm, siteId: centre.siteId, ...more } },
    coordinator,
  );
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
  return answer.body;
}

/** Proposes the calendar of a cohort and adopts it. */
export async function adoptCalendar(app: TestApp, coordinator: Member, cohortId: string) {
  const params = { cohortId };
  const proposal = await app.call(
    'POST /cohorts/:cohortId/calendar-proposal',
    { params },
    coordinator,
  );
  const answer = await app.call(
    'POST /cohorts/:cohortId/calendar',
    { params, body: { fingerprint: proposal.body.fingerprint } },
    coordinator,
  );
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
  return answer.body;
}

/** A learner enrolled straight in the database, whose path is every run of the cohort. */
export async function enrolLearner(
  app: TestApp,
  centre: Centre,
  cohortId: string,
  name: { givenName: string; birthName: string },
  startsOn: PlainDate = '2026-10-05',
): Promise<string> {
  const personId = await centre.addPerson(name.givenName, name.birthName);
  const { id } = await app.db.system.enrolment.create({
    data: {
      centreId: centre.id,
      personId,
      cohortId,
      profile: 'school_leaver',
      route: 'professional_contract',
      funder: 'opco_ep',
      startsOn: new Date(startsOn),
    },
  });
  const runs = await app.db.system.moduleRun.findMany({ where: { cohortId } });
  await app.db.system.pathRun.createMany({
    data: runs.map((run) => ({
      centreId: centre.id,
      enrolmentId: id,
      moduleRunId: run.id,
    })),
  });
  return id;
}
