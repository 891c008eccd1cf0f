import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openAs, startBrowser } from '../support/browser.ts';
import { app, employee, employer, office, openJuryOffice } from '../support/jury-office.ts';
import { webDist } from '../support/test-app.ts';

jest.setTimeout(120_000);
openJuryOffice({ webDist });
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const block = (page: Page, code: string) =>
  page.getByRole('region', { name: new RegExp(`^${code},`) });
const savedBy = (page: Page, code: string, name: string) =>
  block(page, code).getByText(`Enregistré par ${name}`);
const decide = (page: Page, code: string) =>
  block(page, code)
    .getByRole('button', { name: /^Acquis/ })
    .click();

it('two members see one room: what one decides the other reads, and a cut connection loses nothing', async () => {
  const { juryId } = await office.prepare();
  const marc = await openAs(browser, app, employer);
  const julie = await openAs(browser, app, employee);
  for (const { page } of [marc, julie]) {
    await page.goto(`/jurys/${juryId}/salle`);
    await block(page, 'B1').waitFor();
    await page.getByText('En direct').waitFor();
  }

  await decide(marc.page, 'B1');
  await savedBy(marc.page, 'B1', 'Dupuis Marc').waitFor();
  await savedBy(julie.page, 'B1', 'Dupuis Marc').waitFor({ timeout: 3000 });

  // Julie's network goes; both go on deciding.
  await julie.context.setOffline(true);
  await julie.page.getByText('Connexion coupée, rien n’est perdu').waitFor();
  await decide(marc.page, 'B2');
  await savedBy(marc.page, 'B2', 'Dupuis Marc').waitFor();
  await decide(julie.page, 'B3');
  await julie.context.setOffline(false);
  await savedBy(julie.page, 'B2', 'Dupuis Marc').waitFor();
  await savedBy(julie.page, 'B3', 'Lenoir Julie').waitFor();
  await savedBy(marc.page, 'B3', 'Lenoir Julie').waitFor();
  expect(await julie.page.getByText('Connexion coupée').count()).toBe(0);

  // Who stands aside is seen by the other as well.
  await marc.page.getByRole('button', { name: 'Déclarer un lien' }).click();
  await marc.page.getByRole('button', { name: 'Me récuser' }).click();
  await julie.page.getByText('se récuse pour ce candidat').waitFor();
  await Promise.all([marc.context.close(), julie.context.close()]);
});
