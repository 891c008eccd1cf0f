import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { laptop, openAs, phone, startBrowser } from '../support/browser.ts';
import { type Member, startTestApp, type TestApp, webDist } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let coordinator: Member;
let enrolmentId: string;

beforeAll(async () => {
  app = await startTestApp({ webDist });
  const centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  const version = await centre.addFramework();
  const cohortId = await addCohort(app.db, centre, { frameworkVersionId: version.id });
  ({ enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null }));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

interface Form {
  readonly path: () => string;
  /** Opens it. */
  readonly button: RegExp;
  readonly find: (page: Page) => Locator;
  readonly field: string;
  readonly closers: readonly ((page: Page, form: Locator) => Promise<void>)[];
}

const pressEscape = (page: Page) => page.keyboard.press('Escape');
const cancel = (_: Page, form: Locator) => form.getByRole('button', { name: 'Annuler' }).click();
const cross = (_: Page, form: Locator) => form.getByRole('button', { name: /^Fermer/ }).click();
const besides = (page: Page) => page.mouse.click(20, 450);

const drawer: Form = {
  path: () => `/apprenants/${enrolmentId}`,
  button: /^Ajouter un employeur/,
  find: (page) => page.getByRole('dialog', { name: 'Ajouter un employeur' }),
  field: 'Employeur',
  closers: [pressEscape, cancel],
};
const dialog: Form = {
  path: () => '/centre',
  button: /^Donner un accès/,
  find: (page) => page.getByRole('dialog', { name: 'Donner un accès' }),
  field: 'Adresse mail',
  closers: [pressEscape, besides, cross, cancel],
};
const panel: Form = {
  path: () => `/apprenants/${enrolmentId}/epreuves`,
  button: /^Noter/,
  find: (page) => page.getByRole('complementary'),
  field: 'Commentaire',
  closers: [
    pressEscape,
    cross,
    (page) => page.getByRole('button', { name: 'Noter' }).nth(1).click(),
  ],
};
const narrowPanel: Form = {
  ...panel,
  find: (page) => page.getByRole('dialog').filter({ hasText: 'Commentaire' }),
  closers: [pressEscape, cross],
};
const typed = 'Ce que j’ai tapé';

describe.each<[string, Form, typeof laptop]>([
  ['a drawer', drawer, laptop],
  ['a dialog', dialog, laptop],
  ['the side panel', panel, laptop],
  ['the side panel over a phone’s page', narrowPanel, phone],
])('%s', (_, { path, button, find, field, closers }, viewport) => {
  it('asks before what was typed in it is lost, and closes without a word when nothing was', async () => {
    const { page, context } = await openAs(browser, app, coordinator, viewport);
    const question = page.getByRole('dialog', { name: 'Fermer quand même ?' });
    const open = () => page.getByRole('button', { name: button }).first().click();
    const form = find(page);
    const input = form.getByLabel(field, { exact: true });
    await page.goto(path());
    await open();
    await input.waitFor();
    await pressEscape(page);
    await input.waitFor({ state: 'detached' });
    await open();
    await input.fill(typed);
    for (const close of closers) {
      await close(page, form);
      await question.getByRole('button', { name: 'Continuer la saisie' }).last().click();
      await question.waitFor({ state: 'detached' });
      expect(await input.inputValue()).toBe(typed);
    }
    await pressEscape(page);
    await question.waitFor();
    await pressEscape(page);
    await question.waitFor({ state: 'detached' });
    expect(await input.inputValue()).toBe(typed);
    await pressEscape(page);
    await question.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
    await input.waitFor({ state: 'detached' });
    await context.close();
  });
});

it('leaving the page with something typed in a dialog asks too', async () => {
  const { page, context } = await openAs(browser, app, coordinator);
  await page.goto('/');
  await page.getByRole('link', { name: 'Centre', exact: true }).click();
  await page.getByRole('button', { name: 'Donner un accès' }).click();
  const input = dialog.find(page).getByLabel('Adresse mail');
  await input.fill(typed);
  const question = page.waitForEvent('dialog');
  const leaving = page.evaluate(() => window.history.back());
  const box = await question;
  expect(box.message()).toBe(
    'Ce que vous avez saisi n’est pas enregistré. Quitter la page quand même ?',
  );
  await box.dismiss();
  await leaving;
  expect(await input.inputValue()).toBe(typed);
  await context.close();
});

describe('a form that stands in the page itself', () => {
  const answer = (page: Page, name: string) =>
    page.getByRole('dialog', { name: 'Fermer quand même ?' }).getByRole('button', { name }).last();

  it('« Annuler » of a suspension asks before what was typed is lost', async () => {
    const { page, context } = await openAs(browser, app, coordinator);
    await page.goto(`/apprenants/${enrolmentId}/echeances`);
    await page.getByRole('button', { name: 'Suspendre les délais' }).first().click();
    const motive = page.getByLabel('Motif');
    await motive.fill(typed);
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await answer(page, 'Continuer la saisie').click();
    expect(await motive.inputValue()).toBe(typed);
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await answer(page, 'Fermer sans enregistrer').click();
    await motive.waitFor({ state: 'detached' });
    await context.close();
  });

  it('« Corriger » asks before the next attempt that was begun is lost, and so does the panel', async () => {
    const { page, context } = await openAs(browser, app, coordinator);
    await page.goto(`/apprenants/${enrolmentId}/epreuves`);
    await page.getByRole('button', { name: 'Noter' }).first().click();
    const form = page.getByRole('complementary');
    await form.getByLabel('Jour de l’épreuve').fill('14/09/2026');
    await form.getByLabel('Évaluateur').fill('Camille Roy');
    for (const mark of await form.getByRole('radio', { name: 'non satisfait' }).all())
      await mark.check();
    await form.getByRole('button', { name: 'Enregistrer le passage' }).click();
    await page.getByRole('button', { name: 'Repasser ou corriger' }).click();
    const comment = form.getByLabel('Commentaire');
    await comment.fill(typed);
    const correct = form.getByText(/^Corriger le n°/);
    await correct.click();
    await answer(page, 'Continuer la saisie').click();
    expect(await comment.inputValue()).toBe(typed);
    await pressEscape(page);
    await answer(page, 'Continuer la saisie').click();
    await correct.click();
    await answer(page, 'Fermer sans enregistrer').click();
    await form.getByRole('button', { name: 'Enregistrer la correction' }).waitFor();
    expect(await comment.inputValue()).toBe('');
    await context.close();
  });
});
