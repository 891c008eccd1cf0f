import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { findSeriousFaults, openAs, startBrowser } from '../support/browser.ts';
import { type Member, startTestApp, type TestApp, webDist } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

jest.setTimeout(120_000);

const tablet = { width: 1024, height: 768 };

let app: TestApp;
let browser: Browser;
let assessor: Member;
let colleague: Member;
let cohortId: string;
/** The enrolments in the order of the grid's rows. */
let learnerOfRow: readonly string[] = [];

beforeAll(async () => {
  app = await startTestApp({ webDist });
  const centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  assessor = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  colleague = await centre.addMember('coordinator', { givenName: 'Paul', birthName: 'Colin' });
  const version = await centre.addFramework();
  cohortId = await addCohort(app.db, centre, { frameworkVersionId: version.id });
  const add = () => addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
  for (let count = 0; count < 4; count++) await add();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** The grid on a tablet, once Jalon is kept on it. */
async function openGrid(): Promise<{ page: Page; context: BrowserContext }> {
  const opened = await openAs(browser, app, assessor, tablet, { opensOffline: true });
  const { page } = opened;
  await page.goto(`/cohortes/${cohortId}/epreuves/B1`);
  await page.getByRole('table').waitFor();
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve));
  });
  await readRows(page);
  return opened;
}
const fillSitting = async (page: Page): Promise<void> => {
  await page.getByLabel('Jour de l’épreuve').fill('20/11/2026');
  await page.keyboard.press('Tab');
  await page.getByLabel('Évaluateur').fill('Claire Morvan');
};
const cellOf = (page: Page, row: number, column = 0): Locator =>
  page.locator(`[data-cell="${row} ${column}"]`);
const markAcquired = async (page: Page, row: number): Promise<void> => {
  await cellOf(page, row).focus();
  await page.keyboard.press('a');
};
const writtenFor = (row: number) =>
  app.db.system.assessmentResult.findMany({
    where: { enrolmentId: learnerOfRow[row] ?? '' },
  });
async function readRows(page: Page): Promise<void> {
  const links = page.locator('tbody th a');
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  learnerOfRow = hrefs.map((href) => href.split('/')[2] ?? '');
}

describe('an assessor’s tablet without a network', () => {
  it('can be put on the home screen', async () => {
    const { page, context } = await openGrid();
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A browser of a test is private, which is all that it holds against an installation.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
    await context.close();
  });

  it('opens the grid, keeps what is noted across a reload, and sends it once the network is back', async () => {
    const { page, context } = await openGrid();
    await context.setOffline(true);
    await page.reload();
    await page.getByText('Sans réseau : la grille comme elle était').waitFor();
    await fillSitting(page);
    await markAcquired(page, 0);
    await cellOf(page, 0).getByText('à envoyer').waitFor();
    await markAcquired(page, 1);
    await page.getByText('2 résultats gardés sur cet appareil').waitFor();
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.reload();
    await cellOf(page, 1).getByText('à envoyer').waitFor();
    expect([await writtenFor(0), await writtenFor(1)]).toEqual([[], []]);

    const sent: string[] = [];
    page.on('requestfinished', (request) => {
      if (request.method() === 'PUT') sent.push(request.postDataJSON().results[0].enrolmentId);
    });
    await context.setOffline(false);
    await cellOf(page, 0).getByText('acquise', { exact: true }).waitFor();
    await cellOf(page, 1).getByText('acquise', { exact: true }).waitFor();
    expect([await writtenFor(0), await writtenFor(1)]).toMatchObject([
      { length: 1 },
      { length: 1 },
    ]);
    expect(sent).toEqual([learnerOfRow[0], learnerOfRow[1]]);
    expect(await page.getByText('sur cet appareil').count()).toBe(0);
    await context.close();
  });

  it('shows what a colleague wrote meanwhile beside what was noted, and the person chooses', async () => {
    const { page, context } = await openGrid();
    await fillSitting(page);
    await context.setOffline(true);
    await markAcquired(page, 2);
    await cellOf(page, 2).getByText('à envoyer').waitFor();
    const mine = (await readWaiting(page))[0];
    await app.call(
      'PUT /assessment-results',
      {
        body: {
          results: [
            {
              ...mine,
              resultId: undefined,
              assessorName: 'Paul Colin',
              marks: Object.fromEntries(Object.keys(mine?.marks ?? {}).map((key) => [key, false])),
            },
          ],
        },
      },
      colleague,
    );
    await context.setOffline(false);
    await page.getByText('1 résultat n’a pas été accepté').waitFor();
    await page.getByRole('button', { name: 'Voir', exact: true }).click();
    const panel = page.getByRole('dialog').getByRole('alert');
    expect(await panel.textContent()).toMatch(/Claire Morvan[\s\S]*Paul Colin/);
    expect(await findSeriousFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Garder ma version' }).click();
    await page.getByRole('dialog').getByText('Tout est envoyé.').waitFor();
    const rows = await writtenFor(2);
    const [theirs, kept] = ['Paul Colin', 'Claire Morvan'].map((name) =>
      rows.find(({ assessorName }) => assessorName === name),
    );
    expect([rows.length, theirs?.supersededById, kept?.supersededById]).toEqual([
      2,
      kept?.id,
      null,
    ]);
    await context.close();
  });

  it('leaves nothing about the learners on the tablet after a logout', async () => {
    const { page, context } = await openGrid();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL('**/connexion');
    const kept = await page.evaluate(countKeptReads);
    expect(kept).toBe(0);
    await context.close();
  });
});

interface Noted {
  readonly marks: Readonly<Record<string, boolean>>;
  readonly enrolmentId: string;
  readonly blockCode: string;
  readonly assessmentCode: string;
  readonly attempt: number;
  readonly expectedId: null;
  readonly heldOn: string;
}

/** What the tablet keeps for the API, as the browser stores it. */
const readWaiting = (page: Page): Promise<readonly Noted[]> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('jalon-results');
        opening.onsuccess = () => {
          const all = opening.result.transaction('waiting').objectStore('waiting').getAll();
          all.onsuccess = () => resolve(all.result.flat().map(({ result }) => result));
        };
      }),
  );

const countKeptReads = (): Promise<number> =>
  new Promise((resolve) => {
    const opening = indexedDB.open('jalon-reads');
    opening.onsuccess = () => {
      const count = opening.result.transaction('reads').objectStore('reads').count();
      count.onsuccess = () => resolve(count.result);
    };
  });
