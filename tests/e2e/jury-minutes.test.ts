import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findSeriousFaults, laptop, openAs, phone, startBrowser } from '../support/browser.ts';
import {
  app,
  coordinator,
  employee,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';
import { type Member, webDist } from '../support/test-app.ts';

jest.setTimeout(180_000);
openJuryOffice({ webDist });
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const shots = process.env.JALON_SHOTS;
const shoot = (page: Page, name: string) =>
  shots ? page.screenshot({ path: `${shots}/${name}.png`, fullPage: true }) : null;

/** Opens the closed session as somebody, who then acts there. */
async function act(
  member: Member,
  juryId: string,
  viewport: typeof laptop,
  work: (page: Page) => Promise<unknown>,
) {
  const { page, context } = await openAs(browser, app, member, viewport);
  await page.goto(`/jurys/${juryId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await work(page);
  expect(await findSeriousFaults(page)).toEqual([]);
  await context.close();
}

const sign = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name: 'Signer le procès-verbal' }).first().click();
  await shoot(page, name);
  await page.getByRole('dialog').getByRole('button', { name: 'Signer', exact: true }).click();
  await page.getByText('Votre signature est enregistrée.').waitFor();
};

it('the minutes are signed by each member on their own screen, and an error is rectified by the jury', async () => {
  const { juryId, learners } = await office.prepare([{ tutorId: null }]);
  await office.decideAll(juryId, only(learners));
  await office.close(juryId);

  await act(employer, juryId, phone, sign('sign-phone'));
  await act(coordinator, juryId, laptop, async (page) => {
    await page.getByText('1 signature sur 2 : Lenoir Julie n’a pas encore signé.').waitFor();
    await page.getByRole('button', { name: 'Noter une signature sur papier' }).click();
    await page.getByLabel('Où l’original est rangé').fill('classeur « Jurys »');
    await page.getByRole('button', { name: 'Noter la signature' }).click();
    await page.getByText('Les 2 membres présents ont signé.').waitFor();

    await page.getByRole('button', { name: 'Rédiger un procès-verbal rectificatif' }).click();
    await page.getByLabel('Décision à corriger').selectOption({ index: 2 });
    await page.getByLabel('Lire à la place').selectOption('not_acquired');
    await page.getByLabel('Motif').fill('Deux lignes inversées à la saisie.');
    await shoot(page, 'rectify-form');
    await page.getByRole('button', { name: 'Rédiger et demander les signatures' }).click();
    await page.getByRole('heading', { name: 'Procès-verbal rectificatif à signer' }).waitFor();
    await shoot(page, 'rectify-awaited');
  });
  await act(employer, juryId, laptop, sign('sign-laptop'));
  await act(employee, juryId, phone, async (page) => {
    await sign('sign-employee')(page);
    await page.getByRole('heading', { name: 'Procès-verbal rectificatif en vigueur' }).waitFor();
    await page.getByRole('heading', { name: /1 partielle/ }).waitFor();
    await shoot(page, 'rectified-phone');
  });
});
