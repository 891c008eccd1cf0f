import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findSeriousFaults, openAs, startBrowser } from '../support/browser.ts';
import { addPlannedCohort } from '../support/planned-cohort.ts';
import { startTestApp, type TestApp, webDist } from '../support/test-app.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let page: Page;

/** The autumn cohort has begun; the spring one, later, has places. */
beforeAll(async () => {
  app = await startTestApp({ webDist });
  const centre = await app.addCentre('Centre');
  const coordinator = await centre.addMember('coordinator');
  const framework = await centre.addFramework();
  const autumn = await addPlannedCohort(app.db, centre, framework, {
    name: 'Automne 2026',
    startsOn: '2026-11-30',
  });
  await addPlannedCohort(app.db, centre, framework, {
    name: 'Printemps 2027',
    startsOn: '2027-03-01',
  });
  const { body } = await app.call(
    'POST /enrolments',
    {
      body: {
        cohortId: autumn.id,
        person: { kind: 'new', givenName: 'Lina', birthName: 'Abadie', birthDate: '1994-03-08' },
        profile: 'medical_secretary_uncertified',
        diplomaLevel: 4,
        experienceYears: 3,
        route: 'professional_contract',
        funder: 'opco_ep',
        startsOn: '2026-12-03',
        moduleRunIds: autumn.runs.slice(2).map(({ id }) => id),
      },
    },
    coordinator,
  );
  browser = await startBrowser();
  ({ page } = await openAs(browser, app, coordinator));
  await page.goto(`/apprenants/${body.id}`);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it('a late joiner’s catch-up is read, chosen line by line and saved; nothing is chosen before', async () => {
  await page.getByRole('button', { name: 'Proposer le rattrapage' }).click();
  const drawer = page.getByRole('dialog', { name: /^Rattrapage/ });
  const lines = drawer.getByRole('checkbox', { name: /^B\d/ });
  expect(await lines.count()).toBe(2);
  expect(await drawer.getByRole('checkbox', { checked: true }).count()).toBe(0);
  expect(await drawer.getByRole('button', { name: 'Enregistrer' }).isDisabled()).toBe(true);
  await drawer.getByText('Avec « Printemps 2027 »').first().waitFor();
  expect(await findSeriousFaults(page)).toEqual([]);
  await lines.first().check();
  await drawer.getByRole('button', { name: 'Enregistrer 1 étape' }).click();
  await page.getByText('Le rattrapage est enregistré.').waitFor();
  await drawer.waitFor({ state: 'detached' });
  await page.getByText('Avec une autre cohorte').waitFor();
  await page.getByText('1 étape à planifier.').waitFor();
  await page.getByRole('button', { name: 'Proposer le rattrapage' }).click();
  expect(await lines.count()).toBe(1);
});
