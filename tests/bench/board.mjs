import { atLeast, atMost, told } from './figure.mjs';
import { alternate, startFloor } from './measure.mjs';
import { idOf, seedCentre } from './seed-centres.mjs';

/** @typedef {import('./world.mjs').World} World */

const centre = 'main';

/**
 * The site that most benchmarks share: one centre with a cohort of 24 and one of 500.
 * @param {World} world
 */
export const mainSite = (world) =>
  world.site(
    'main',
    (owner) =>
      seedCentre(owner, {
        centre,
        cohorts: [
          { name: 'small', learners: 24 },
          { name: 'large', learners: 500 },
        ],
      }),
    // As `npm start` runs it: HTTP and worker in one process.
    'http,worker',
  );

/**
 * @param {World} world
 * @param {string} cohort
 */
async function openBoard(world, cohort) {
  const site = await mainSite(world);
  const cohortId = idOf(`${centre}/${cohort}`);
  const cookie = await site.logIn(idOf(centre), 'coordinator');
  const url = `${site.url}/api/cohorts/${cohortId}/board`;
  const floor = await startFloor(world, site, { cohortId, url, cookie });
  return [
    { name: 'floor', url: floor },
    { name: 'api', url, cookie },
  ];
}

/**
 * The board of 24 learners with login, row-level security, rules and serialisation, against the floor.
 * @param {World} world
 */
export async function board(world) {
  const targets = await openBoard(world, 'small');
  const one = await alternate(world, targets, { connections: 1, seconds: 2, rounds: 6 });
  const many = await alternate(world, targets, { connections: 32, seconds: 3, rounds: 4 });
  return [
    atMost('latency_ratio_c1', ratio(one, 'latency'), 2, 'x'),
    told('latency_ms_c1', one.api?.latency ?? Number.NaN, 'ms'),
    told('floor_latency_ms_c1', one.floor?.latency ?? Number.NaN, 'ms'),
    atLeast('throughput_ratio_c32', ratio(many, 'rate'), 0.5, 'x'),
    told('throughput_c32', many.api?.rate ?? Number.NaN, '/s'),
    told('floor_throughput_c32', many.floor?.rate ?? Number.NaN, '/s'),
  ];
}

/**
 * The board of 500 learners, one page of JSON.
 * @param {World} world
 */
export async function board500(world) {
  const targets = await openBoard(world, 'large');
  const one = await alternate(world, targets, { connections: 1, seconds: 4, rounds: 4 });
  return [
    atMost('latency_ratio_c1', ratio(one, 'latency'), 2.5, 'x'),
    told('latency_ms_c1', one.api?.latency ?? Number.NaN, 'ms'),
    told('floor_latency_ms_c1', one.floor?.latency ?? Number.NaN, 'ms'),
  ];
}

/**
 * @param {Record<string, { latency: number, rate: number }>} measured
 * @param {'latency' | 'rate'} what
 */
const ratio = ({ api, floor }, what) => (api?.[what] ?? Number.NaN) / (floor?.[what] ?? Number.NaN);
