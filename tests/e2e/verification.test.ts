import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findSeriousFaults, laptop, openAs, phone, startBrowser } from '../support/browser.ts';
import { type CertificateOffice, openCertificateOffice } from '../support/certified-learner.ts';
import { startTestApp, type TestApp, webDist } from '../support/test-app.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let office: CertificateOffice;

beforeAll(async () => {
  app = await startTestApp({ webDist });
  browser = await startBrowser();
  office = await openCertificateOffice(app);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Somebody without a login, at the address of the QR code. */
async function scan(address: string): Promise<Page> {
  const { page } = await openAs(browser, app, null, phone);
  await page.goto(new URL(address).pathname, { waitUntil: 'networkidle' });
  return page;
}
const titleOf = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

describe('a certificate is corrected by the office, and whoever scans it is told', () => {
  let first: string;
  let second: string;

  it('valid: the page says what the paper says, on a phone, and gives the signed file', async () => {
    const learner = await office.addLearner();
    await office.acquire(learner);
    const params = { enrolmentId: learner.enrolmentId };
    const { body } = await app.call(
      'POST /enrolments/:enrolmentId/certificate',
      { params },
      office.coordinator,
    );
    first = body.publicPage ?? '';
    const page = await scan(first);
    expect(await titleOf(page)).toBe('Certificat valide');
    await page.getByText('Lina Abadie', { exact: true }).waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger le fichier signé' }).click();
    expect((await file).suggestedFilename()).toBe(`${body.number}.json`);
    expect(await findSeriousFaults(page)).toEqual([]);
    const where = { id: learner.personId };
    await app.db.system.person.updateMany({ where, data: { birthName: 'Abadi' } });
  });

  it('the coordinator replaces it, with a motive, from the list of certificates', async () => {
    const { page } = await openAs(browser, app, office.coordinator, laptop);
    await page.goto('/certificats?vue=tous');
    await page.getByRole('button', { name: /Abadi/ }).click();
    await page.getByRole('button', { name: 'Délivrer les 4 attestations qui manquent' }).click();
    await page.getByRole('button', { name: 'Télécharger en PDF, n° BLOC-2026-0001' }).waitFor();
    await page.getByRole('button', { name: /Corriger ou révoquer le n° CQP/ }).click();
    await page.getByRole('button', { name: /^Remplacer le n°/ }).click();
    await page.getByText('Dites pourquoi en quelques mots').waitFor();
    await page.getByLabel('Motif').fill('Nom mal orthographié sur le premier');
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Remplacer le n°/ }).click();
    await page
      .getByText(/remplacé par le n° CQP-2026-0002/)
      .first()
      .waitFor();
    const link = page.getByRole('link', { name: 'Page publique de vérification' });
    second = new URL((await link.getAttribute('href')) ?? '', app.url).toString();
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  it('the former is replaced, the new one valid, another code unknown', async () => {
    expect(await titleOf(await scan(first))).toBe('Certificat remplacé');
    expect(await titleOf(await scan(second))).toBe('Certificat valide');
    const page = await scan(`${app.url}/verifier/AAAAAAAAAAAAAAAAAAAAAA`);
    expect(await titleOf(page)).toBe('Document inconnu');
    expect(await findSeriousFaults(page)).toEqual([]);
  });
});

describe('a learner who goes on in another centre takes the acquired blocks along', () => {
  it('the coordinator signs one file, in one click, and downloads it for the learner', async () => {
    const learner = await office.addLearner({ name: { givenName: 'Rui', birthName: 'Da Silva' } });
    const where = { id: learner.personId };
    const data = { birthDate: new Date('1990-10-19') };
    await app.db.system.person.updateMany({ where, data });
    await office.acquire(learner, '2026-11-20', ['B1', 'B2']);
    const { page } = await openAs(browser, app, office.coordinator, phone);
    await page.goto('/certificats?vue=tous');
    await page.getByRole('button', { name: /Da Silva/ }).click();
    await page.getByRole('heading', { name: 'Transfert vers un autre centre' }).waitFor();
    await page.getByRole('button', { name: 'Établir le fichier de transfert' }).dblclick();
    await page.getByText(/^B1 et B2, établi le/).waitFor();
    expect(await page.getByText(/^B1 et B2, établi le/).count()).toBe(1);
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Télécharger en PDF, transfert du/ }).click();
    expect((await file).suggestedFilename()).toMatch(/^Transfert Da Silva Rui .*\.pdf$/);
    expect(await findSeriousFaults(page)).toEqual([]);
  });
});
