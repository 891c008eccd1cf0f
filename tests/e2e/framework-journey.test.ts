import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { adoptCalendar, createCohort } from './steps/create-cohort.ts';
import { enterBlock } from './steps/enter-block.ts';
import { listFaults, type Story, scenesOf, startStory } from './steps/story.ts';

jest.setTimeout(180_000);

let story: Story;
let office: Page;

beforeAll(async () => {
  story = await startStory('CFA CCI Le Mans Sarthe');
  const { centre } = story;
  await centre.addFramework('CQP-AM-40913-LEMANS');
  const coordinator = await centre.addMember('coordinator', {
    givenName: 'Claire',
    birthName: 'Morvan',
  });
  await story.theDayIs('2026-08-24');
  office = await story.open(coordinator);
});
afterAll(() => story?.close());

const open = (part: string | RegExp) =>
  office
    .getByRole('navigation', { name: 'Parties du référentiel' })
    .getByRole('button', { name: part })
    .click();
const beside = (name: string | RegExp) => office.getByRole('button', { name, exact: true });

describe('another CQP, of three blocks and other thresholds, is entered in the screen', () => {
  const scene = scenesOf(() => story);

  scene('a published version is copied, and does not change itself', async () => {
    await office.goto('/referentiels');
    await office.getByRole('link', { name: /RNCP 40913/ }).click();
    await office.getByRole('button', { name: 'Copier cette version' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('Intitulé').fill('CQP Assistant dentaire (240 h)');
    await dialog.getByLabel('Code de la version').fill('CQP-AD-2026');
    await dialog.getByRole('button', { name: 'Copier et modifier' }).click();
    await office.getByRole('heading', { level: 1, name: /Assistant dentaire/ }).waitFor();
    expect(await listFaults(office)).toEqual([]);
  });

  scene('a block goes, a module and a threshold change; the sums follow', async () => {
    await open('Blocs');
    await beside('Retirer le bloc B3').click();
    await open(/^B1/);
    await office.getByLabel('Nom du module').first().fill('Accueil au cabinet dentaire');
    await office
      .getByRole('textbox', { name: 'Accueil au cabinet dentaire', exact: true })
      .fill('fauteuil dentaire, aspiration, ');
    await office.getByLabel('Épreuves à acquérir, sur 4').fill('2');
    await office.getByLabel('Intitulé').first().fill('Étude de cas écrite');
    expect(await listFaults(office)).toEqual([]);
    await office.getByRole('button', { name: 'Enregistrer' }).click();
    await office.getByText(/^Enregistré à/).waitFor();
  });

  scene('the draft is found again as it was left', async () => {
    await office.reload();
    await open(/^B1/);
    expect(await office.getByLabel('Nom du module').first().inputValue()).toBe(
      'Accueil au cabinet dentaire',
    );
    expect(await office.getByLabel('Épreuves à acquérir, sur 4').inputValue()).toBe('2');
  });

  scene('it is published for good, and a cohort follows it', async () => {
    await office.getByRole('button', { name: 'Publier…' }).click();
    await office.getByRole('button', { name: 'Publier pour de bon' }).click();
    await office.waitForURL(/\/referentiels\/[0-9a-f-]{36}$/);
    await office.getByText('Accueil au cabinet dentaire').first().waitFor();
    await office.getByText('salle équipée de fauteuil dentaire et aspiration').waitFor();
    expect(await office.getByRole('button', { name: 'Modifier', exact: true }).count()).toBe(0);
    expect(await listFaults(office)).toEqual([]);
    const cohortId = await createCohort(office, {
      name: 'Dentaire 2026',
      framework: /Assistant dentaire/,
      firstDay: '07/09/2026',
      juryDay: '14/12/2026',
      weekdays: ['lundi', 'mardi', 'mercredi'],
    });
    await adoptCalendar(office);
    await office.goto(`/cohortes/${cohortId}/calendrier`);
    await office.getByText('Accueil au cabinet dentaire').first().waitFor();
  });
});

describe('another CQP, of six blocks, two of them entered from nothing', () => {
  const scene = scenesOf(() => story);

  scene(
    'two blocks are added, with their modules, competences, épreuves and threshold',
    async () => {
      await office.goto('/referentiels');
      await office
        .getByRole('link', { name: /RNCP 40913/ })
        .first()
        .click();
      await office.getByRole('button', { name: 'Copier cette version' }).click();
      const dialog = office.getByRole('dialog');
      await dialog.getByLabel('Intitulé').fill('CQP Assistant médical coordinateur (315 h)');
      await dialog.getByLabel('Code de la version').fill('CQP-AMC-2026');
      await dialog.getByRole('button', { name: 'Copier et modifier' }).click();
      await office.getByRole('heading', { level: 1, name: /coordinateur/ }).waitFor();
      await open('Blocs');
      await enterBlock(office, {
        name: 'Coordination d’une équipe de soins',
        shortName: 'Coordination',
        module: 'Conduite de réunion',
        duration: '14 h',
        evaluation: '3 h 30',
        competences: ['Préparer une réunion d’équipe', 'Suivre les décisions prises'],
        assessments: ['Étude de cas', 'Entretien', 'Mise en situation'],
        threshold: 2,
      });
      await open('Blocs');
      await enterBlock(office, {
        name: 'Prévention en cabinet',
        shortName: 'Prévention',
        module: 'Campagnes de dépistage',
        duration: '14 h',
        evaluation: '3 h 30',
        competences: ['Organiser une campagne de dépistage'],
        assessments: ['Dossier'],
        threshold: 1,
      });
      expect(await listFaults(office)).toEqual([]);
      await office.getByRole('button', { name: 'Enregistrer' }).click();
      await office.getByText(/^Enregistré à/).waitFor();
    },
  );

  scene('published, its page and a cohort’s board have the six blocks', async () => {
    await office.getByRole('button', { name: 'Publier…' }).click();
    await office.getByRole('button', { name: 'Publier pour de bon' }).click();
    await office.waitForURL(/\/referentiels\/[0-9a-f-]{36}$/);
    await office.getByText('Campagnes de dépistage').first().waitFor();
    await office.getByText('2 épreuves sur 3').first().waitFor();
    const cohortId = await createCohort(office, {
      name: 'Coordinateurs 2026',
      framework: /coordinateur/,
      firstDay: '07/09/2026',
      juryDay: '17/12/2027',
      weekdays: ['lundi', 'mardi'],
    });
    await adoptCalendar(office);
    await office.goto(`/cohortes/${cohortId}/calendrier`);
    await office.getByText('Conduite de réunion').first().waitFor();
    const { blocks } = await office.evaluate(
      async (id) => (await fetch(`/api/cohorts/${id}/board`)).json(),
      cohortId,
    );
    expect(blocks.map(({ shortName }: { shortName: string }) => shortName)).toEqual([
      expect.any(String),
      expect.any(String),
      expect.any(String),
      expect.any(String),
      'Coordination',
      'Prévention',
    ]);
  });
});
