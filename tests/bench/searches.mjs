import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks the API for plans, as the screen does.
 * @param {string} url of the API
 * @param {string} cookie
 */
export function talkAboutSearches(url, cookie) {
  const headers = { cookie, 'content-type': 'application/json' };
  const ask = async (/** @type {string} */ path, /** @type {RequestInit} */ request = {}) => {
    const answer = await fetch(`${url}/api/plans${path}`, { headers, ...request });
    if (!answer.ok) throw new Error(`plans${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const stateOf = async (/** @type {string} */ id) => (await ask(`/${id}`)).state;
  /**
   * @param {() => Promise<boolean>} isSo
   * @param {string} what
   * @param {number} [patience] milliseconds
   */
  const waitUntil = async (isSo, what, patience = 120_000) => {
    const limit = performance.now() + patience;
    while (!(await isSo())) {
      if (performance.now() > limit) throw new Error(`The search never ${what}`);
      await pause(100);
    }
  };
  return {
    /**
     * Asks for a year of the cohorts; the solver is at it when this answers.
     * @param {readonly string[]} cohortIds
     * @returns {Promise<string>} the plan's id
     */
    async start(cohortIds) {
      const body = JSON.stringify({ kind: 'year', cohortIds });
      const { id } = await ask('', { method: 'POST', body });
      await waitUntil(async () => (await stateOf(id)) !== 'queued', 'began');
      return id;
    },
    isSearching: async (/** @type {string} */ id) => (await stateOf(id)) === 'searching',
    async end(/** @type {string} */ id) {
      await ask(`/${id}/cancellation`, { method: 'POST', body: '{}' });
      await waitUntil(async () => (await stateOf(id)) !== 'searching', 'ended');
    },
    /** Waits for the plan and accepts it. */
    async accept(/** @type {string} */ id) {
      await waitUntil(async () => (await stateOf(id)) !== 'searching', 'ended', 400_000);
      return ask(`/${id}/acceptance`, { method: 'POST', body: '{}' });
    },
  };
}
