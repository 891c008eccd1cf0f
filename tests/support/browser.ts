import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { openLoginSession } from './client.ts';
import { type Member, TEST_SECRET, type TestApp } from './test-app.ts';

/** The sizes that the screens are made for. */
export const laptop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.JALON_CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  });

/** A browser of its own for one person, already logged in when a member is given. */
export async function openAs(
  browser: Browser,
  app: TestApp,
  member: Member | null,
  viewport = laptop,
  { opensOffline = false, setsOwnDay = false } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport,
    baseURL: app.url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    // Kept by the browser for want of a network, the whole build would be fetched for each test.
    serviceWorkers: opensOffline ? 'allow' : 'block',
  });
  // One day for the page and for the API: a form that offers « aujourd’hui » means the API's. A story
  // whose days pass moves its browsers itself: both together would shift them twice.
  if (!setsOwnDay) await context.addInitScript(shiftDate, app.clock.now().getTime() - Date.now());
  if (member) {
    const cookie = await openLoginSession(app.db, TEST_SECRET, member);
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: app.url }]);
  }
  return { page: await context.newPage(), context };
}

/** Runs in the page: its days are another clock's, its timers stay the browser's own. */
function shiftDate(shift: number): void {
  const now = () => RealDate.now() + shift;
  const RealDate = globalThis.Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}

/** What axe finds serious or critical on the page, as short lines. */
export async function findSeriousFaults(page: Page): Promise<string[]> {
  // No page of ours has a frame: the mode without them, and without a report of what is well, takes
  // a third of the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
