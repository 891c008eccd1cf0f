import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mainSite } from './board.mjs';
import { atMost } from './figure.mjs';

/**
 * What the API process holds after the runs before this one.
 * @param {import('./world.mjs').World} world
 */
export async function memory(world) {
  const { pid } = await mainSite(world);
  return [atMost('api_rss', residentMegabytes(pid), 300, 'MB')];
}

/** @param {number} pid */
function residentMegabytes(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    const ps = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return Number(ps.stdout.trim()) / 1024;
  }
}
