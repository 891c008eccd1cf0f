import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesWaived, nothingWaived } from '../dispensations/minutes-waived.ts';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { describePath } from './describe-path.ts';
import { listUnplanned } from './list-unplanned.ts';
import type { ModuleRun } from './module-run.ts';
import { planPath } from './plan-path.ts';

const framework = cqpAm2022Afbb;
const programme = listProgramme(framework);
const waived = nothingWaived(framework);
const route = 'continuing_training' as const;
const names = (input: Partial<Parameters<typeof listUnplanned>[0]>) =>
  listUnplanned({ framework, route, path: [], waived, hasCalendar: true, ...input }).map(
    ({ name }) => name,
  );

describe('W3: one may join at any time; what was missed is planned elsewhere', () => {
  it('a VAE has no path: nothing to plan, nothing shown, nothing proposed (DOMAIN 4.7)', () => {
    const vae = { framework, route: 'vae' as const, startsOn: '2026-10-05', runs: [] };
    expect(names({ route: 'vae' })).toEqual([]);
    expect(planPath(vae)).toEqual([]);
    expect(describePath({ ...vae, chosen: [] })).toEqual([]);
  });

  it('lists what no run of the path teaches, in the programme’s order', () => {
    const path = programme.filter(({ moduleCode }) => moduleCode !== 'B1-M1').slice(0, -1);
    const [missed, last] = [programme[0]?.name, programme.at(-1)?.name];
    expect(names({ path })).toEqual([missed, last]);
  });

  it('a module waived whole needs no dates (DOMAIN 5.2)', () => {
    const granted = minutesWaived(framework, [
      { blockCode: 'B2', moduleCode: 'B2-M2', grantedMinutes: 840, state: 'granted' },
    ]);
    const path = programme.filter(({ moduleCode }) => moduleCode !== 'B2-M2');
    expect(names({ path })).toHaveLength(1);
    expect(names({ path, waived: granted })).toEqual([]);
  });

  it('without a calendar nothing is to plan: the learners wait for their cohort’s', () => {
    expect(names({ hasCalendar: false })).toEqual([]);
  });

  it('is exactly what the path shows as « à planifier »', () => {
    const runs = programme.map(
      (item): ModuleRun => ({
        slots: [],
        ...item,
        cohortId: 'autumn',
        cohortName: 'Automne 2026',
        isOwn: true,
        firstDay: '2026-10-05',
        lastDay: '2026-10-06',
        freePlaces: null,
      }),
    );
    fc.assert(
      fc.property(fc.subarray(runs), (chosen) => {
        const shown = describePath({ framework, route, startsOn: '2026-10-05', runs, chosen });
        expect(names({ path: chosen })).toEqual(
          shown.filter(({ state }) => state === 'to_plan').map(({ name }) => name),
        );
      }),
    );
  });
});
