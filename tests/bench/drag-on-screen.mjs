import { chromium } from 'playwright-core';
import { atMost, told } from './figure.mjs';
import { talkAboutSearches } from './searches.mjs';
import { idOf } from './seed-centres.mjs';
import { office, plannedCohortIds, seedOffice, seedTrainers } from './seed-office.mjs';

const cellsCrossed = 60;

/**
 * A half-day dragged by the pointer over the week of a centre with twenty planned cohorts, in
 * Chromium: from the moment that the pointer comes over a place to the frame that shows what the
 * place says, rendering included.
 * @param {import('./world.mjs').World} world
 */
export async function planningDrag(world) {
  const executablePath = process.env.JALON_CHROMIUM;
  if (!executablePath) throw new Error('planning-drag: Chromium is not there');
  const site = await world.site('drag', seedOffice, 'http,worker');
  await seedTrainers(site);
  await site.owner.query('analyze');
  const cookie = await site.logIn(idOf(office), 'coordinator');
  const searches = talkAboutSearches(site.url, cookie);
  const { accepted } = await searches.accept(await searches.start(plannedCohortIds));
  const { rows } = await site.owner.query(
    `select held_on::text as day, count(*)::int as count, count(distinct cohort_id)::int as cohorts
       from slot where cohort_id = any($1) group by 1
      order by 3 desc, 2 desc, 1 limit 1`,
    [plannedCohortIds],
  );
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  try {
    const times = await dragOverWeek(browser, site.url, cookie, rows[0].day);
    return [
      atMost('screen_p95', times[Math.floor(times.length * 0.95)] ?? 0, 50, 'ms'),
      told('screen_median', times[Math.floor(times.length / 2)] ?? 0, 'ms'),
      told('screen_places', times.length, 'places'),
      told('screen_half_days', accepted, 'demi-journées'),
    ];
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} cookie
 * @param {string} day of the week shown
 * @returns {Promise<number[]>} milliseconds of each place, in ascending order
 */
async function dragOverWeek(browser, url, cookie, day) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1600 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/calendrier?vue=semaine&lignes=formateurs&jour=${day}`);
  const chip = page.locator('td button[draggable=true]').first();
  await chip.waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(watchFrames);
  await chip.hover({ position: { x: 12, y: 12 } });
  await page.mouse.down();
  const cells = page.locator('tbody td');
  const count = await cells.count();
  for (let rank = 0; rank < cellsCrossed; rank += 1) {
    const box = await cells.nth((rank * 7 + 3) % count).boundingBox();
    if (!box) continue;
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.move(box.x + 24, box.y + 14);
    await page.waitForTimeout(60);
  }
  const times = await page.evaluate(() => /** @type {any} */ (window).placesSaid);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  if (times.length < cellsCrossed / 2) throw new Error(`Only ${times.length} places spoke`);
  return times.toSorted((/** @type {number} */ a, /** @type {number} */ b) => a - b);
}

/** In the page: from each `dragenter` to the end of the frame in which the place aimed at is judged. */
function watchFrames() {
  /** @type {number[]} */
  const said = [];
  Object.assign(window, { placesSaid: said });
  let since = 0;
  document.addEventListener('dragenter', () => (since ||= performance.now()), true);
  new MutationObserver(() => {
    if (since === 0) return;
    const aimed = document.querySelector('td[data-aimed=true]');
    if (!aimed?.hasAttribute('data-verdict')) return;
    const from = since;
    since = 0;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => said.push(performance.now() - from);
      port2.postMessage(null);
    });
  }).observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-aimed', 'data-verdict'],
  });
}
