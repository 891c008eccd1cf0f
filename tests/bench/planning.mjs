import { checkPlan, scorePlan } from '@jalon/domain';
import { planYear, repairPlan } from '@jalon/planner';
import { drawAfbbYear, drawTwentyCohorts } from '@jalon/planner/instances';
import { dragSlots } from './drag.mjs';
import { atMost, median, told } from './figure.mjs';
import { startLoader } from './measure.mjs';
import { talkAboutSearches } from './searches.mjs';
import { idOf } from './seed-centres.mjs';
import {
  office,
  plannedCohortIds,
  seedOffice,
  seedTrainers,
  watchedCohort,
} from './seed-office.mjs';

/**
 * Plans and repairs of the published instances (packages/planner/src/instances.ts): one year of
 * afbb, and twenty cohorts that share 25 trainers and 8 rooms. Every plan passes the checker.
 */
export async function planning() {
  return [...(await planOneYear()), ...(await planTwentyCohorts())];
}

async function planOneYear() {
  const runs = [];
  for (const seed of [1, 2, 3]) {
    const problem = drawAfbbYear(seed);
    const start = performance.now();
    const year = await planYear(problem, { seconds: 4.5, gap: 0.01 });
    runs.push({ seconds: secondsSince(start), gap: year.gap, broken: countBroken(problem, year) });
  }
  return [
    atMost('year_seconds', Math.max(...runs.map(({ seconds }) => seconds)), 5, 's'),
    atMost('year_gap', 100 * Math.max(...runs.map(({ gap }) => gap)), 1, '%'),
    atMost('year_rules_broken', Math.max(...runs.map(({ broken }) => broken)), 0, ''),
  ];
}

async function planTwentyCohorts() {
  const problem = drawTwentyCohorts(1);
  const start = performance.now();
  const year = await planYear(problem, { seconds: 108, gap: 0.05 });
  const seconds = secondsSince(start);
  return [
    atMost('twenty_seconds', seconds, 120, 's'),
    atMost('twenty_gap', 100 * year.gap, 5, '%'),
    atMost('twenty_rules_broken', countBroken(problem, year), 0, ''),
    // The most that this process, which solves, has ever held (in kilobytes).
    atMost('twenty_rss', process.resourceUsage().maxRSS / 2 ** 10, 1024, 'MB'),
    ...dragSlots(problem, year.slots),
    ...judgePlan(problem, year.slots),
    ...(await repairAbsence(problem, year.slots)),
  ];
}

/**
 * How long the checker and the score take on the plan.
 * @param {import('@jalon/domain').PlanningProblem} problem
 * @param {readonly import('@jalon/domain').PlanSlot[]} slots
 */
function judgePlan(problem, slots) {
  const often = (/** @type {() => unknown} */ work) =>
    median([1, 2, 3, 4, 5].map(() => time(work)));
  return [
    told(
      'check_plan',
      often(() => checkPlan(problem, slots)),
      'ms',
    ),
    told(
      'score_plan',
      often(() => scorePlan(problem, slots)),
      'ms',
    ),
  ];
}

/** Milliseconds that the work takes. @param {() => unknown} work */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const absence = { from: '2027-01-11', to: '2027-01-24', label: 'Arrêt de travail' };

/**
 * The busiest trainer of two weeks of January is ill.
 * @param {import('@jalon/domain').PlanningProblem} problem
 * @param {readonly import('@jalon/domain').PlanSlot[]} slots
 */
async function repairAbsence(problem, slots) {
  const during = slots.filter(({ date }) => absence.from <= date && date <= absence.to);
  const load = (/** @type {string} */ id) =>
    during.filter(({ trainerId }) => trainerId === id).length;
  const [ill] = problem.trainers.toSorted((a, b) => load(b.id) - load(a.id));
  const now = {
    ...problem,
    trainers: problem.trainers.map((one) =>
      one === ill ? { ...one, absences: [...one.absences, absence] } : one,
    ),
    locked: slots.filter(({ date }) => date < absence.from),
    placeFrom: absence.from,
  };
  const start = performance.now();
  const repair = await repairPlan(now, slots, { seconds: 60 });
  return [
    atMost('repair_seconds', secondsSince(start), 10, 's'),
    atMost('repair_moves', repair.moves.length / repair.movesBound, 1.2, 'x'),
    told('repair_moved', repair.moves.length, 'demi-journées'),
    atMost('repair_rules_broken', countBroken(now, repair), 0, ''),
  ];
}

/**
 * @param {import('@jalon/domain').PlanningProblem} problem
 * @param {{ readonly slots: readonly import('@jalon/domain').PlanSlot[] }} plan
 */
const countBroken = (problem, { slots }) => checkPlan(problem, slots).length;

const secondsSince = (/** @type {number} */ start) => (performance.now() - start) / 1000;

const turns = 3;
/** In each turn; a slow machine needs more than one load for them. */
const boardsWanted = 25;

/**
 * The board of 24 learners while one process, HTTP and worker, looks for the year of twenty cohorts,
 * against the same process at rest. In turns, so that a noisy minute falls on both alike.
 * @param {import('./world.mjs').World} world
 */
export async function planningBoard(world) {
  const site = await world.site(office, seedOffice, 'http,worker');
  await seedTrainers(site);
  await site.owner.query('analyze');
  const cookie = await site.logIn(idOf(office), 'coordinator');
  const searches = talkAboutSearches(site.url, cookie);
  const loader = startLoader(world);
  const url = `${site.url}/api/cohorts/${idOf(`${office}/${watchedCohort}`)}/board`;
  const loadUntilEnough = async () => {
    /** @type {number[]} */
    const read = [];
    while (read.length < boardsWanted)
      read.push(...(await loader.load({ url, cookie, connections: 1, seconds: 2 })).times);
    return read;
  };
  await loadUntilEnough();
  /** @type {number[]} */
  const idle = [];
  /** @type {number[]} */
  const solving = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    idle.push(...(await loadUntilEnough()));
    const planId = await searches.start(plannedCohortIds);
    solving.push(...(await loadUntilEnough()));
    // Boards of a search that ended meanwhile would be boards of a process at rest.
    if (!(await searches.isSearching(planId)))
      throw new Error('The search ended before enough boards were read');
    await searches.end(planId);
  }
  loader.stop();
  return [
    atMost('board_while_solving', median(solving) / median(idle), 2, 'x'),
    told('board_ms_idle', median(idle), 'ms'),
    told('board_ms_solving', median(solving), 'ms'),
    told('boards_while_solving', solving.length, 'tableaux'),
  ];
}
