import { once } from 'node:events';
import { join } from 'node:path';
import { median } from './figure.mjs';

/**
 * What one load does: `connections` at once for `seconds`.
 * @typedef {{ url: string, cookie: string, connections: number, seconds: number }} Load
 */

/**
 * A process that loads one address at a time and answers with the milliseconds of every answer.
 * @param {import('./world.mjs').World} world
 */
export function startLoader(world) {
  const loader = world.startProcess(join(world.root, 'tests/bench/load.mjs'), {});
  return {
    /**
     * @param {Load} wanted
     * @returns {Promise<{ times: number[], rate: number }>}
     */
    async load(wanted) {
      loader.send(wanted);
      const [{ times, rate, failed }] = await once(loader, 'message');
      if (failed > 0 || times.length === 0)
        throw new Error(`${wanted.url}: ${failed} answers failed`);
      return { times, rate };
    },
    stop: () => loader.disconnect(),
  };
}

/**
 * Loads several addresses in turns, so that a noisy minute falls on all of them alike.
 * @param {import('./world.mjs').World} world
 * @param {{ name: string, url: string, cookie?: string }[]} targets
 * @param {{ connections: number, seconds: number, rounds: number }} plan
 * @returns {Promise<Record<string, { latency: number, rate: number }>>} medians: milliseconds, and
 *   answers a second
 */
export async function alternate(world, targets, { connections, seconds, rounds }) {
  const loader = startLoader(world);
  const load = async (/** @type {typeof targets[number]} */ { url, cookie = '' }) => {
    const { times, rate } = await loader.load({ url, cookie, connections, seconds });
    return { latency: median(times), rate };
  };
  /** @type {Record<string, { latency: number[], rate: number[] }>} */
  const measured = {};
  for (const target of targets) {
    measured[target.name] = { latency: [], rate: [] };
    await load(target);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
      const { latency, rate } = await load(target);
      measured[target.name]?.latency.push(latency);
      measured[target.name]?.rate.push(rate);
    }
  }
  loader.stop();
  return Object.fromEntries(
    Object.entries(measured).map(([name, { latency, rate }]) => [
      name,
      { latency: median(latency), rate: median(rate) },
    ]),
  );
}

/**
 * Starts the floor on a site for one cohort: the statement of the board, and the board itself as the
 * application sends it.
 * @param {import('./world.mjs').World} world
 * @param {import('./world.mjs').Site} site
 * @param {{ cohortId: string, url: string, cookie: string }} board
 */
export async function startFloor(world, site, { cohortId, url, cookie }) {
  const statement = new URL(
    '../../apps/api/dist/modules/facts/learner-facts.sql.js',
    import.meta.url,
  );
  const { learnerFactsText } = await import(statement.href);
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  const now = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
  const floor = world.startProcess(join(world.root, 'tests/bench/floor.mjs'), {
    FLOOR_DATABASE_URL: site.databaseUrl,
  });
  floor.send({
    text: learnerFactsText('cohorts'),
    values: [[cohortId], now, 720],
    answer: await answer.json(),
  });
  const [address] = await once(floor, 'message');
  return `http://127.0.0.1:${address.port}/`;
}
