import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findSeriousFaults, laptop, openAs, phone, startBrowser } from '../support/browser.ts';
import { type CertificateOffice, openCertificateOffice } from '../support/certified-learner.ts';
import { startTestApp, type TestApp, webDist } from '../support/test-app.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let sender: CertificateOffice;
let receiver: CertificateOffice;

beforeAll(async () => {
  app = await startTestApp({ webDist });
  browser = await startBrowser();
  sender = await openCertificateOffice(app, 'AFBB');
  receiver = await openCertificateOffice(app, 'CFA CCI Le Mans Sarthe');
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function addLearner(office: CertificateOffice) {
  const learner = await office.addLearner();
  await app.db.system.person.updateMany({
    where: { id: learner.personId },
    data: { birthDate: new Date('1994-02-11') },
  });
  return learner;
}
const choose = async (page: Page, button: string, file: { name: string; buffer: Buffer }) => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles({ ...file, mimeType: 'application/pdf' });
};

describe('a learner who comes from another centre keeps the acquired blocks', () => {
  let pdf: Buffer;
  let enrolmentId: string;

  it('the centre that is left signs one file', async () => {
    const learner = await addLearner(sender);
    await sender.acquire(learner, '2026-06-18', ['B1', 'B2']);
    const { page } = await openAs(browser, app, sender.coordinator, laptop);
    await page.goto('/certificats?vue=tous');
    await page.getByRole('button', { name: /Abadie/ }).click();
    await page.getByRole('button', { name: 'Établir le fichier de transfert' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Télécharger en PDF, transfert du/ }).click();
    pdf = await readFile(await (await download).path());
    await page.close();
  });

  it('the other one reads it on the learner’s file, block by block, then imports it', async () => {
    ({ enrolmentId } = await addLearner(receiver));
    const { page } = await openAs(browser, app, receiver.coordinator, laptop);
    await page.goto(`/apprenants/${enrolmentId}`);
    await page.getByRole('button', { name: 'Importer un transfert' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, 'Choisir le fichier', { name: 'a.pdf', buffer: Buffer.from('bonjour') });
    await dialog.getByText(/ni un PDF de transfert ni le fichier signé/).waitFor();
    await choose(page, 'Choisir le fichier', { name: 'transfert.pdf', buffer: pdf });
    await dialog.getByText(/AFBB, le 23 novembre 2026 \(signature vérifiée\)/).waitFor();
    expect(await findSeriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Présenter 2 blocs au certificateur/ }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByText('À confirmer', { exact: true }).count()).toBe(2);
    await page.close();
  });

  it('the certifier confirms one on a phone, and the board shows it acquired', async () => {
    const certifier = await receiver.centre.addMember('certifier');
    const { page } = await openAs(browser, app, certifier, phone);
    await page.goto('/blocs-a-confirmer');
    await page
      .getByRole('link', { name: /Abadie/ })
      .first()
      .click();
    await page.getByText(/Vérifiée/).waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Confirmé' }).check();
    await page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
    await page.getByText(/Confirmé le 23 novembre 2026/).waitFor();
    await page.close();

    const { page: board } = await openAs(browser, app, receiver.coordinator, laptop);
    await board.goto(`/cohortes/${receiver.cohortId}`);
    await board.getByText('AFBB, repris').first().waitFor();
    expect(await board.getByText('AFBB, repris').count()).toBe(1);
  });
});
