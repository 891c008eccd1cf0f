import type { Answer, CohortForm } from '@jalon/contract';
import { type Framework, listProgramme } from '@jalon/domain';
import { afterAll, beforeAll } from '@jest/globals';
import { createCohort } from './cohort-builder.ts';
import { eventually } from './eventually.ts';
import { addRoom } from './room-builder.ts';
import { type Centre, type Member, startTestApp, type TestApp } from './test-app.ts';
import { aWeek, trainerDesk } from './trainer-file.ts';

// One application for each file of tests, with its worker: searches run for real.
export let app: TestApp;

export function openPlans(more: { readonly webDist?: string } = {}): void {
  beforeAll(async () => {
    app = await startTestApp({ runsWorker: true, ...more });
  });
  afterAll(() => app.close());
}

export type Plan = Answer<'GET /plans/:planId'>;

/** A centre with what a plan needs; the clock stands on 23 November 2026. */
export interface PlanOffice {
  readonly centre: Centre;
  readonly coordinator: Member;
  readonly frameworkVersionId: string;
  readonly trainers: readonly Member[];
  readonly rooms: readonly string[];
  readonly call: ReturnType<TestApp['as']>;
  addCohort(name: string, more?: Partial<CohortForm>): ReturnType<typeof createCohort>;
  ask(cohortIds: readonly string[], kind?: 'year' | 'repair'): Promise<string>;
  read(planId: string): Promise<Plan>;
  /** The plan once its search is over. */
  finish(planId: string): Promise<Plan>;
  accept(planId: string, changeIds?: readonly string[]): ReturnType<PlanOffice['call']>;
}

/** Trainers who teach everything, the first two accredited for the AFGSU, and rooms of 26 seats. */
export async function openPlanOffice(
  needs: {
    readonly trainers?: number;
    readonly rooms?: number;
    readonly accredited?: number;
    readonly maxMinutesPerWeek?: number;
    /** What every module asks of its room. */
    readonly equipment?: readonly string[];
  } = {},
): Promise<PlanOffice> {
  const centre = await app.addCentre();
  const coordinator = await centre.addMember('coordinator');
  const version = await centre.addFramework('CQP-AM-2022-AFBB', (framework) =>
    shorten(framework, needs.equipment),
  );
  const trainers: Member[] = [];
  for (let index = 0; index < (needs.trainers ?? 3); index += 1) {
    const name = { givenName: 'Formatrice', birthName: `N${index + 1}` };
    const trainer = await centre.addMember('trainer', name);
    await equipTrainer(
      coordinator,
      trainer,
      version,
      index < (needs.accredited ?? 2),
      needs.maxMinutesPerWeek,
    );
    trainers.push(trainer);
  }
  const rooms: string[] = [];
  for (let index = 0; index < (needs.rooms ?? 2); index += 1)
    rooms.push(await addRoom(app, coordinator, `Salle ${index + 1}`, { seats: 26 }));
  const call = app.as(coordinator);
  const read: PlanOffice['read'] = async (planId) =>
    (await call('GET /plans/:planId', { params: { planId } })).body;
  return {
    centre,
    coordinator,
    frameworkVersionId: version.id,
    trainers,
    rooms,
    call,
    read,
    addCohort: (name, more = {}) =>
      createCohort(app, centre, coordinator, {
        name,
        frameworkVersionId: version.id,
        startsOn: '2027-01-04',
        ...more,
      }),
    async ask(cohortIds, kind = 'year') {
      const { body } = await call('POST /plans', { body: { kind, cohortIds: [...cohortIds] } });
      return body.id;
    },
    finish: (planId) =>
      eventually(
        async () => {
          const plan = await read(planId);
          return !['queued', 'searching'].includes(plan.state) && plan;
        },
        'the end of the search',
        60_000,
      ),
    accept: (planId, changeIds) =>
      call('POST /plans/:planId/acceptance', {
        params: { planId },
        body: changeIds ? { changeIds: [...changeIds] } : {},
      }),
  };
}

/** The real version with fewer modules: one in each block, and those of the credentials. */
const shorten = (framework: Framework, equipment: readonly string[] = []): Framework => ({
  ...framework,
  blocks: framework.blocks.map((block) => ({
    ...block,
    modules: block.modules
      .filter(({ credentialCode }, index) => index === 0 || credentialCode !== null)
      .map((module) => ({ ...module, equipment })),
  })),
});

async function equipTrainer(
  coordinator: Member,
  trainer: Member,
  version: { readonly id: string; readonly content: Framework },
  isAccredited: boolean,
  maxMinutesPerWeek = 2100,
): Promise<void> {
  const desk = trainerDesk(app, coordinator, trainer.personId);
  const days = [1, 2, 3, 4, 5];
  await desk.saveWeek({
    ...aWeek,
    mornings: days,
    afternoons: days,
    avoidedMornings: [],
    minMinutesPerWeek: 0,
    maxMinutesPerWeek,
  });
  const subjects = listProgramme(version.content);
  await desk.teach(
    version.id,
    subjects.map(({ blockCode, moduleCode }) => ({ blockCode, moduleCode })),
  );
  if (!isAccredited) return;
  for (const { code } of version.content.credentials) await desk.accredit(code, null);
}

export const readCalendar = async (office: Pick<PlanOffice, 'call'>, cohortId: string) =>
  (await office.call('GET /cohorts/:cohortId/calendar', { params: { cohortId } })).body;
