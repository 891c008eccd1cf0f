import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { listDeadEnds } from './steps/addresses.ts';
import { createCohort } from './steps/create-cohort.ts';
import { readLink } from './steps/read-mail.ts';
import { listFaults, type Story, scenesOf, startStory } from './steps/story.ts';

jest.setTimeout(180_000);

const claire = { givenName: 'Claire', birthName: 'Morvan', email: 'claire.morvan@keyce.example' };
const luc = { givenName: 'Luc', birthName: 'Tessier', email: 'luc.tessier@keyce.example' };
const password = 'quatre mots bien choisis';

let story: Story;
let office: Page;

beforeAll(async () => {
  story = await startStory('Jalon');
  await story.theDayIs('2026-08-24');
});
afterAll(() => story?.close());

/** A new member of a team: from the mail to the page they start from. */
async function chooseAndLogIn({ email }: typeof luc): Promise<Page> {
  const page = await story.open(null);
  await page.goto(await readLink(story, email, /mot de passe/));
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Garder ce mot de passe' }).click();
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByLabel('Adresse mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

describe('a new centre, from the platform that opens it to the director who reads it', () => {
  const scene = scenesOf(() => story);

  scene(
    'the platform’s administrator opens it, and sees none of the people it trains',
    async () => {
      const platform = await story.open(await story.centre.addMember('platform_admin'));
      await platform.goto('/');
      await platform.getByRole('button', { name: 'Ouvrir un centre' }).first().click();
      const dialog = platform.getByRole('dialog');
      await dialog.getByLabel('Nom du centre').fill('Keyce Santé');
      expect(await dialog.getByLabel('Identifiant').inputValue()).toBe('keyce-sante');
      await dialog.getByLabel('Nom du site').fill('Rodez');
      await dialog.getByLabel('Adresse', { exact: true }).fill('12 avenue Tarayre, 12000 Rodez');
      await dialog.getByLabel('Prénom').fill(claire.givenName);
      await dialog.getByLabel('Nom', { exact: true }).fill(claire.birthName);
      await dialog.getByLabel('Adresse mail').fill(claire.email);
      expect(await listFaults(platform)).toEqual([]);
      await dialog.getByRole('button', { name: 'Ouvrir le centre' }).click();
      await platform.getByRole('row', { name: /^Keyce Santé keyce-sante 1 0 0$/ }).waitFor();
      expect(await listDeadEnds(platform, 'platform_admin')).toEqual([]);
      await platform.goto('/apprenants');
      await platform.getByRole('heading', { name: 'Votre rôle n’ouvre pas cette page' }).waitFor();
    },
  );

  scene(
    'its coordinator chooses a password, opens a cohort and gives the director access',
    async () => {
      office = await chooseAndLogIn(claire);
      await office.getByRole('heading', { level: 1, name: /^Bonjour Claire/ }).waitFor();
      expect(await listFaults(office)).toEqual([]);
      await createCohort(office, {
        name: 'Automne 2026',
        framework: /RNCP 40913/,
        firstDay: '07/09/2026',
        juryDay: '16/11/2026',
        weekdays: ['lundi', 'mardi'],
      });
      await office.goto('/centre');
      await office.getByRole('button', { name: 'Donner un accès' }).click();
      const dialog = office.getByRole('dialog');
      await dialog.getByLabel('Prénom').fill(luc.givenName);
      await dialog.getByLabel('Nom', { exact: true }).fill(luc.birthName);
      await dialog.getByLabel('Adresse mail').fill(luc.email);
      await dialog.getByLabel('Rôle').selectOption({ label: 'Direction' });
      await dialog.getByRole('button', { name: 'Donner l’accès' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await office.getByText('Tessier Luc').waitFor();
    },
  );

  scene(
    'the director reads the whole centre, and is offered nothing that is not theirs',
    async () => {
      const direction = await chooseAndLogIn(luc);
      const menu = direction.getByRole('navigation', { name: 'Navigation principale' });
      await menu.getByRole('link', { name: 'Centre' }).waitFor();
      const pages = await menu
        .getByRole('link')
        .evaluateAll((links) =>
          links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
        );
      expect(pages.length).toBeGreaterThan(10);
      const cohort = await story.app.db.system.cohort.findFirstOrThrow({
        where: { centre: { slug: 'keyce-sante' } },
      });
      const ofCohort = ['', '/calendrier'].map((end) => `/cohortes/${cohort.id}${end}`);
      for (const path of [...pages, ...ofCohort]) {
        await direction.goto(path, { waitUntil: 'networkidle' });
        const faults = [
          ...(await listFaults(direction)),
          ...(await listDeadEnds(direction, 'director')),
        ];
        expect({ path, faults }).toEqual({ path, faults: [] });
        const acts =
          /^(Ouvrir une|Inscrire|Importer|Demander|Préparer|Proposer|Donner|Ajouter|Copier)/;
        const offered = direction.getByRole('main').locator('button, a').filter({ hasText: acts });
        expect({ path, offered: await offered.allTextContents() }).toEqual({ path, offered: [] });
      }
    },
  );
});
