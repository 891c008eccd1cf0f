import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findSeriousFaults, openAs, phone, startBrowser } from '../support/browser.ts';
import { app, openPlanOffice, openPlans, type PlanOffice } from '../support/plan-office.ts';
import { webDist } from '../support/test-app.ts';
import { trainerDesk } from '../support/trainer-file.ts';

jest.setTimeout(180_000);
openPlans({ webDist });

let browser: Browser;
let page: Page;
let office: PlanOffice;

beforeAll(async () => {
  browser = await startBrowser();
  office = await openPlanOffice();
  await office.addCohort('Promotion janvier');
  ({ page } = await openAs(browser, app, office.coordinator));
});
afterAll(() => browser?.close());

const title = (name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 90_000 });

/** What axe finds, at laptop and phone width, and whether a phone has to be scrolled sideways. */
async function listFaults(): Promise<string[]> {
  const faults = await findSeriousFaults(page);
  const size = page.viewportSize();
  await page.setViewportSize(phone);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (size) await page.setViewportSize(size);
  return overflow > 0 ? [...faults, `${overflow} px too wide`] : faults;
}

describe('a coordinator plans a year in one click, and repairs it', () => {
  it('asks, waits, rereads, leaves one half-day out, accepts the rest, then the whole', async () => {
    await page.goto('/planification');
    await title('1 cohorte à planifier');
    expect(await listFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Planifier la cohorte' }).click();
    await title(/^Un plan tient : \d+ créneaux changent$/);
    expect(await listFaults()).toEqual([]);
    await page
      .getByRole('checkbox', { name: /^Ajouté/ })
      .first()
      .click();
    await page.getByRole('table', { name: /^Calendrier actuel, / }).waitFor();
    await page.getByRole('table', { name: /^Avec ce qui est choisi, / }).waitFor();
    await page.getByRole('button', { name: 'Accepter ce qui est choisi' }).click();
    await title('Un plan tient : 1 créneau change');
    await page.getByRole('button', { name: 'Accepter le plan' }).click();
    await title('Toutes les cohortes sont planifiées');
    await page.getByRole('link', { name: 'Promotion janvier' }).first().click();
    await title(/placées jusqu’au/);
  });

  it('a trainer is away: what no longer holds is named, and repaired in one click', async () => {
    for (const { personId } of office.trainers.slice(0, 1))
      await trainerDesk(app, office.coordinator, personId).beAway('2027-01-04', '2027-03-31');
    await page.goto('/planification');
    await title(/créneaux? ne (tient|tiennent) plus au calendrier/);
    expect(await listFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Réparer avec le moins de changements' }).click();
    await title(/tout le reste tient$/);
    for (const table of [/^Calendrier actuel, /, /^Avec le plan, /])
      await page
        .getByRole('table', { name: table })
        .getByText(/^(réaffecté|déplacé) · /)
        .first()
        .waitFor();
    expect(await listFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Accepter le plan' }).click();
    await title('Toutes les cohortes sont planifiées');
  });
});
