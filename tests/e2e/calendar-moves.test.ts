import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { findSeriousFaults, openAs, phone, startBrowser } from '../support/browser.ts';
import { adoptCalendar, createCohort } from '../support/cohort-builder.ts';
import { formOf } from '../support/slot-form.ts';
import {
  type Centre,
  type Member,
  startTestApp,
  type TestApp,
  webDist,
} from '../support/test-app.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let centre: Centre;
let coordinator: Member;
let cohortId: string;
let page: Page;

beforeAll(async () => {
  app = await startTestApp({ webDist });
  centre = await app.addCentre('Centre');
  coordinator = await centre.addMember('coordinator');
  await centre.addMember('trainer', { givenName: 'Anne', birthName: 'Roy' });
  const { id } = await centre.addFramework('CQP-AM-2022-AFBB');
  const cohort = await createCohort(app, centre, coordinator, {
    name: 'Rentrée',
    frameworkVersionId: id,
    startsOn: '2027-01-04',
  });
  cohortId = cohort.id;
  await adoptCalendar(app, coordinator, cohortId);
  browser = await startBrowser();
  ({ page } = await openAs(browser, app, coordinator));
  await page.goto('/calendrier?jour=2027-01-04&lignes=formateurs');
  await page.getByText('Glissez une demi-journée').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** A half-day of the week on screen, Monday morning is 0. */
const cellOf = (line: RegExp, halfDay: number): Locator =>
  page.getByRole('row', { name: line }).getByRole('cell').nth(halfDay);
const bare = /Sans formateur/;
const anne = /Anne/;
const said = () => page.locator('[aria-live=assertive]');

/** Step by step, as a hand does: the browser starts a drag at the second move. */
async function dragTo(from: Locator, to: Locator): Promise<void> {
  await from.hover({ position: { x: 12, y: 12 } });
  await page.mouse.down();
  await to.hover({ position: { x: 20, y: 10 } });
  await to.hover({ position: { x: 24, y: 14 } });
}

it('a half-day dragged to a trainer’s line is theirs, and « Annuler » gives it back', async () => {
  await dragTo(cellOf(bare, 0).getByRole('button'), cellOf(anne, 0));
  await said().getByText('matin, Roy Anne : libre').waitFor();
  await page.mouse.up();
  await cellOf(anne, 0).getByRole('button').waitFor();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('Le créneau est revenu à sa place.').waitFor();
  await cellOf(bare, 0).getByRole('button').waitFor();
});

it('dragged over a taken half-day it says why, and stays where it was', async () => {
  await dragTo(cellOf(bare, 0).getByRole('button'), cellOf(bare, 1));
  await said().getByText('La cohorte a déjà un créneau le lundi 4 janvier 2027').waitFor();
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Le créneau n’est pas déplacé' });
  await dialog.getByText('La cohorte a déjà un créneau').waitFor();
  expect(await findSeriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Laisser où il est' }).click();
  await cellOf(bare, 0).getByRole('button').waitFor();
});

it('by keyboard: M takes it, arrows say each cell, Entrée drops it, Ctrl+Z puts it back', async () => {
  await cellOf(bare, 0).getByRole('button').focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await said().getByText('après-midi, Sans formateur : impossible').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await said().getByText('matin, Roy Anne : libre').waitFor();
  await page.keyboard.press('Enter');
  const moved = cellOf(anne, 0).getByRole('button');
  await moved.waitFor();
  await page.waitForFunction(() => document.activeElement?.id.startsWith('creneau-'));
  await page.getByRole('button', { name: 'Annuler' }).waitFor();
  await page.keyboard.press('Control+z');
  await cellOf(bare, 0).getByRole('button').waitFor();
  await page.getByText('Le créneau est revenu à sa place.').waitFor();
  expect(await page.getByRole('button', { name: 'Annuler' }).count()).toBe(0);
});

/** The week on screen. */
const isWeek = (words: string) =>
  page
    .getByRole('status')
    .filter({ hasText: `Semaine du ${words}` })
    .waitFor();

async function pressTimes(key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

it('by keyboard over the edge of the week, and back from there', async () => {
  await cellOf(bare, 0).getByRole('button').focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowLeft');
  await said().getByText('Vendredi 1er janvier 2027, après-midi').waitFor();
  await isWeek('28 décembre 2026 au 1er janvier 2027');
  await page.keyboard.press('ArrowRight');
  await isWeek('4 au 8 janvier 2027');
  await page.keyboard.press('PageDown');
  await isWeek('11 au 15 janvier 2027');
  await pressTimes('ArrowRight', 4);
  await said().getByText('Mercredi 13 janvier 2027, matin, Sans formateur : à confirmer').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Déplacer quand même' }).click();
  await cellOf(bare, 4).getByRole('button').waitFor();
  await page.waitForFunction(() => document.activeElement?.id.startsWith('creneau-'));
  await page.keyboard.press('Control+z');
  await page.getByText('Le créneau est revenu à sa place.').waitFor();
  await page.getByRole('button', { name: 'Semaine précédente' }).click();
  await isWeek('4 au 8 janvier 2027');
  await cellOf(bare, 0).getByRole('button').waitFor();
});

it('dragged to the edge of the week, the next one comes and takes it', async () => {
  await dragTo(cellOf(bare, 0).getByRole('button'), cellOf(bare, 4));
  const edge = await page.locator('[data-side=next]').boundingBox();
  const place = await cellOf(bare, 4).boundingBox();
  if (!edge || !place) throw new Error('A week has an edge and cells');
  await page.mouse.move(edge.x + 10, edge.y + 20);
  await page.mouse.move(edge.x + 12, edge.y + 24);
  await isWeek('11 au 15 janvier 2027');
  await page.mouse.move(place.x + 20, place.y + 10);
  await page.mouse.move(place.x + 24, place.y + 14);
  await said().getByText('Mercredi 13 janvier 2027, matin').waitFor();
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Déplacer ce créneau ?' });
  await dialog.getByText('n’est pas un jour habituel').waitFor();
  await dialog.getByRole('button', { name: 'Laisser où il est' }).click();
  await page.getByRole('button', { name: 'Semaine précédente' }).click();
  await isWeek('4 au 8 janvier 2027');
  await cellOf(bare, 0).getByRole('button').waitFor();
});

it('« Déplacer » in its panel takes it, a click says where, « Poser ici » leaves it there', async () => {
  await cellOf(bare, 0).getByRole('button').click();
  await page.getByRole('button', { name: 'Déplacer', exact: true }).click();
  const drop = page.getByRole('button', { name: 'Poser ici' });
  await drop.waitFor();
  expect(await drop.isDisabled()).toBe(true);
  expect(await findSeriousFaults(page)).toEqual([]);
  await cellOf(anne, 0).click();
  await said().getByText('matin, Roy Anne : libre').waitFor();
  await drop.click();
  await cellOf(anne, 0).getByRole('button').waitFor();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await cellOf(bare, 0).getByRole('button').waitFor();
});

it('on a phone, with one finger, day by day', async () => {
  const { page: small, context } = await openAs(browser, app, coordinator, phone);
  await small.goto('/calendrier?jour=2027-01-04');
  const list = small.getByRole('main').getByRole('list');
  await list.getByRole('button').first().click();
  await small.getByRole('button', { name: 'Déplacer', exact: true }).click();
  const drop = small.getByRole('button', { name: 'Poser ici' });
  for (const day of ['Lundi 4', 'Mardi 5', 'Mardi 5', 'Mercredi 6']) {
    await small.getByRole('button', { name: 'Demi-journée suivante' }).click();
    await small.locator('[aria-live=assertive]').getByText(`${day} janvier 2027`).waitFor();
  }
  expect(await findSeriousFaults(small)).toEqual([]);
  await drop.click();
  await small.getByRole('button', { name: 'Déplacer quand même' }).click();
  await list.getByRole('button').waitFor();
  await small.getByRole('button', { name: 'Annuler' }).click();
  await small.getByText('Personne n’a cours ce jour-là').waitFor();
  await context.close();
});

it('a half-day that another coordinator changed meanwhile shows both versions', async () => {
  const call = app.as(coordinator);
  const params = { cohortId };
  const { body } = await call('GET /cohorts/:cohortId/calendar', { params });
  const [first] = body.slots;
  if (!first) throw new Error('A calendar has half-days');
  const theirs = { params: { slotId: first.id }, body: formOf(first, { mode: 'remote' }) };
  expect((await call('PUT /slots/:slotId', theirs)).status).toBe(200);
  await dragTo(cellOf(bare, 0).getByRole('button'), cellOf(anne, 0));
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Ce créneau a changé entre-temps' });
  await dialog.getByText('à distance').waitFor();
  await dialog.getByRole('button', { name: 'Garder ma version' }).click();
  await cellOf(anne, 0).getByRole('button').waitFor();
});
