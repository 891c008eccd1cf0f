import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findSeriousFaults, laptop, openAs, phone, startBrowser } from '../support/browser.ts';
import { givePassword } from '../support/centre-builder.ts';
import { type Member, startTestApp, type TestApp, webDist } from '../support/test-app.ts';

jest.setTimeout(60_000);

let app: TestApp;
let browser: Browser;
let coordinator: Member;
const password = 'une phrase de passe solide';

beforeAll(async () => {
  app = await startTestApp({ webDist });
  browser = await startBrowser();
  const centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  await givePassword(app.db, coordinator, password);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

describe.each([
  ['a laptop', laptop],
  ['a phone', phone],
])('a coordinator logs in on %s', (_, viewport) => {
  it('is told what is wrong, keeps what was typed, and lands on the day’s page', async () => {
    const { page, context } = await openAs(browser, app, null, viewport);
    await page.goto('/');
    await page.getByLabel('Adresse mail').fill(coordinator.email);
    await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByText('Adresse ou mot de passe incorrect').waitFor();
    expect(await page.getByLabel('Adresse mail').inputValue()).toBe(coordinator.email);
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { level: 1, name: /^Bonjour Claire/ }).waitFor();
    expect(await findSeriousFaults(page)).toEqual([]);
    await context.close();
  });
});
