import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { openAs, startBrowser } from '../support/browser.ts';
import { adoptCalendar, createCohort } from '../support/cohort-builder.ts';
import { startTestApp, type TestApp, webDist } from '../support/test-app.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let page: Page;
let slots: Awaited<ReturnType<typeof adoptCalendar>>['slots'];
let cohortId: string;

beforeAll(async () => {
  app = await startTestApp({ webDist });
  const centre = await app.addCentre('Centre');
  const coordinator = await centre.addMember('coordinator');
  const { id } = await centre.addFramework('CQP-AM-2022-AFBB');
  const cohort = await createCohort(app, centre, coordinator, {
    name: 'Rentrée',
    frameworkVersionId: id,
    startsOn: '2027-01-04',
    positioningOn: '2027-01-04',
  });
  cohortId = cohort.id;
  ({ slots } = await adoptCalendar(app, coordinator, cohortId));
  browser = await startBrowser();
  ({ page } = await openAs(browser, app, coordinator));
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => page.emulateMedia({ media: 'screen' }));

const between = (from: string, to: string) =>
  slots.filter(({ date }) => date >= from && date <= to);

/** What can be clicked on paper, half-days themselves left out. */
const controls = () =>
  page.locator('main').locator('button:visible:not([aria-pressed]), input:visible, select:visible');

async function readPaper(): Promise<string> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
    mergePages: true,
  });
  return text.replace(/[\s\u00AD-]+/g, '');
}

/** Names are broken and hyphenated at will on paper. */
const squeeze = (words: string): string => words.replace(/[\s\u00AD-]+/g, '');

it('the week of the centre on paper: every half-day with its whole name, and no button', async () => {
  await page.goto('/calendrier?vue=semaine&jour=2027-01-11');
  await page.getByText('Glissez une demi-journée').waitFor();
  await page.emulateMedia({ media: 'print' });
  const table = page.getByRole('table', { name: 'Semaine du 11 au 15 janvier 2027' });
  const held = between('2027-01-11', '2027-01-15');
  expect(held.length).toBeGreaterThan(2);
  expect(await table.locator('button[aria-pressed]').count()).toBe(held.length);
  expect(await controls().count()).toBe(0);
  const paper = await readPaper();
  for (const { name } of held) expect(paper).toContain(squeeze(name));
});

it('a cohort’s month on paper: all of its half-days and its positioning', async () => {
  await page.goto(`/cohortes/${cohortId}/calendrier?mois=2027-01`);
  await page.getByRole('table', { name: 'Calendrier de janvier 2027' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await controls().count()).toBe(0);
  const paper = await readPaper();
  for (const { name } of between('2027-01-01', '2027-01-31'))
    expect(paper).toContain(squeeze(name));
  expect(paper).toContain('Positionnement');
  expect(paper).not.toContain(squeeze('Heures par module'));
});

it('the list on paper: every half-day, those of the next pages too', async () => {
  await page.goto(`/cohortes/${cohortId}/calendrier?vue=liste`);
  const rows = page.getByRole('table', { name: 'Créneaux' }).locator('tbody tr');
  await rows.first().waitFor();
  expect(slots.length).toBeGreaterThan(await rows.count());
  await page.emulateMedia({ media: 'print' });
  await rows.nth(slots.length - 1).waitFor();
  expect(await rows.count()).toBe(slots.length);
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
});
