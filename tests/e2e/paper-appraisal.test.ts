import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { app, coordinator, office, openAppraisalOffice } from '../support/appraisal-office.ts';
import { findSeriousFaults, openAs, phone, startBrowser } from '../support/browser.ts';
import { webDist } from '../support/test-app.ts';

jest.setTimeout(120_000);
openAppraisalOffice({ webDist });
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

it('the office types a paper form in, joins its scan from a phone, and finds it with the sheet', async () => {
  const { enrolmentId } = await office.addLearner();
  const { page, context } = await openAs(browser, app, coordinator, phone);
  await page.goto(`/apprenants/${enrolmentId}/feuille-papier?bloc=B2`);
  await page.getByLabel('Signée le').fill('20/11/2026');
  await page.getByLabel('Nom du signataire').fill('Dr Ferrand');
  for (const mastered of await page.getByText('Maîtrisée', { exact: true }).all())
    await mastered.click();
  await page.getByRole('button', { name: 'Enregistrer la feuille papier' }).click();
  await page.getByText('Feuille papier sans scan').waitFor();
  expect(await findSeriousFaults(page)).toEqual([]);

  const scan = page.locator('input[type=file]');
  await scan.setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: pdf });
  await page.getByText('Ce fichier n’est ni un PDF, ni une image').waitFor();
  await scan.setInputFiles({ name: 'feuille.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByRole('button', { name: 'Feuille papier : feuille.pdf' }).waitFor();
  expect(await findSeriousFaults(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Feuille papier : feuille.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('feuille.pdf');
  await context.close();
});
