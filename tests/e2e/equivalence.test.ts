import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findSeriousFaults, openAs, phone, startBrowser } from '../support/browser.ts';
import { CohortRecords } from '../support/cohort-records.ts';
import { type Member, startTestApp, type TestApp, webDist } from '../support/test-app.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let coordinator: Member;
let certifier: Member;
let learner: Member;
let enrolmentId: string;
let title: string;

/** Maxime acquired B1 under RNCP 36358 and now follows RNCP 40913. */
beforeAll(async () => {
  app = await startTestApp({ webDist });
  const centre = await app.addCentre('Centre');
  coordinator = await centre.addMember('coordinator');
  certifier = await centre.addMember('certifier');
  const former = await CohortRecords.create(app.db, centre, {
    name: 'Ancienne fiche',
    frameworkCode: 'CQP-AM-2022-AFBB',
    juryOn: null,
  });
  const present = await CohortRecords.create(app.db, centre, { name: 'Fiche en vigueur' });
  const before = await former.addLearner('Maxime', 'Bonnet');
  await former.decide(before, 'B1', 'acquired', '2025-03-20');
  title = former.framework.title;
  ({ enrolmentId } = await present.addLearner('Maxime', 'Bonnet', { personId: before.personId }));
  learner = await centre.addMember('learner');
  await app.db.system.membership.updateMany({
    where: { centreId: centre.id, userId: learner.userId },
    data: { personId: before.personId },
  });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const expectAccessible = async (page: Page) => expect(await findSeriousFaults(page)).toEqual([]);

it('a coordinator asks for an equivalence; nothing is chosen before they do', async () => {
  const { page } = await openAs(browser, app, coordinator);
  await page.goto(`/apprenants/${enrolmentId}`);
  await page.getByRole('button', { name: 'Demander une équivalence' }).click();
  const drawer = page.getByRole('dialog', { name: /^Demander une équivalence/ });
  expect(await drawer.getByLabel('Bloc acquis').inputValue()).toBe('');
  await drawer.getByLabel('Bloc acquis').selectOption({ index: 1 });
  await drawer.getByLabel(/^Pour le bloc/).selectOption('B1');
  await drawer.getByLabel('Motif').fill('Mêmes compétences sous les deux fiches');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: 'Demander l’équivalence' }).click();
  await page.getByText('Demandée au certificateur').waitFor();
  await expectAccessible(page);
});

it('the certifier answers on a page of their own', async () => {
  const { page } = await openAs(browser, app, certifier);
  await page.goto('/equivalences');
  await page.getByRole('heading', { name: /1 équivalence à décider/ }).waitFor();
  await page.getByRole('link', { name: /Bonnet/ }).click();
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await page.getByText('Choisissez la réponse.').waitFor();
  await page.getByRole('radio', { name: 'Approuvée' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await page.getByRole('heading', { name: 'Aucune équivalence à décider' }).waitFor();
});

it('the learner reads on a phone by whom it was approved', async () => {
  const { page } = await openAs(browser, app, learner, phone);
  await page.goto('/');
  await page.getByText(/Acquis par équivalence approuvée le 23 novembre 2026 par/).waitFor();
  await page.getByText(title).first().waitFor();
  await expectAccessible(page);
});
