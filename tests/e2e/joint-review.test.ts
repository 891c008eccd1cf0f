import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../support/browser.ts';
import type { Member } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';
import { followLink, readLink } from './steps/read-mail.ts';
import { listFaults, type Story, scenesOf, startOffice } from './steps/story.ts';

jest.setTimeout(180_000);

const tutorEmail = 'h.ferrand@cabinet.example';
const learnerEmail = 'lina.abadie@eleves.example';
const words = {
  tutor: 'À l’aise à l’accueil. Je propose deux demi-journées de plus au fauteuil.',
  learner: 'Je demande à voir la télétransmission.',
  trainer: 'Le bloc 3 reste à reprendre avant le jury.',
};

let story: Story;
let office: Page;
let trainer: Member;

beforeAll(async () => {
  ({ story, office, trainer } = await startOffice({
    centre: 'CFA CCI Le Mans Sarthe',
    framework: 'CQP-AM-40913-LEMANS',
    trainer: { givenName: 'Sandrine', birthName: 'Petit' },
    day: '2026-11-23',
  }));
  const { app, centre } = story;
  const { id: frameworkVersionId } = await app.db.system.frameworkVersion.findFirstOrThrow();
  const cohortId = await addCohort(app.db, centre, { frameworkVersionId, juryOn: '2027-02-22' });
  const tutorId = await centre.addPerson('Hélène', 'Ferrand', { email: tutorEmail });
  await addTutoredLearner(app.db, centre, cohortId, {
    tutorId,
    givenName: 'Lina',
    birthName: 'Abadie',
    email: learnerEmail,
  });
});
afterAll(() => story?.close());

/** On a phone, by the link of the mail: one's own words, then the signature, which is a tap of its own. */
async function signByLink(email: string, comment: string, name: string): Promise<Page> {
  const page = await story.open(null, phone);
  await followLink(page, await readLink(story, email, /[Pp]oint de parcours/));
  await writeAndSign(page, comment, name);
  return page;
}

async function writeAndSign(page: Page, comment: string, name: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /pour la suite/ });
  await field.waitFor();
  // Nothing is written for anybody.
  expect(await field.inputValue()).toBe('');
  expect(await page.getByRole('button', { name: 'Signer' }).isDisabled()).toBe(true);
  await field.fill(comment);
  await page.getByText(/^Enregistré à/).waitFor();
  expect(await listFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Signer' }).click();
  await page.getByRole('button', { name: `Je suis ${name} et je signe` }).click();
  await page
    .getByRole('heading', { level: 1, name: 'Merci, votre commentaire est signé' })
    .waitFor();
}

describe('a joint review, signed by the three', () => {
  const scene = scenesOf(() => story);

  scene('the coordinator opens it for a learner: three mails leave', async () => {
    await office.goto('/appreciations');
    await office.getByRole('link', { name: /^Points de parcours/ }).click();
    await office.getByRole('link', { name: 'Ouvrir un point de parcours' }).click();
    await office.getByRole('combobox', { name: 'Apprenant' }).click();
    await office.getByRole('option', { name: /Lina Abadie/ }).click();
    await office.getByLabel('Le point a lieu le').fill('23/11/2026');
    await office.getByRole('button', { name: 'Ouvrir le point de parcours' }).click();
    await office.getByRole('heading', { level: 1, name: /est ouvert, 3 mails envoyés$/ }).waitFor();
  });

  scene('it waits in the coordinator’s morning, and in the trainer’s menu', async () => {
    await office.goto('/');
    const row = office
      .getByRole('listitem')
      .filter({ hasText: 'Point de parcours de Lina Abadie' });
    await row.getByText('il manque les signatures').waitFor();
    await row.getByRole('link', { name: 'Ouvrir le point' }).click();
    await office.getByText('Lina Abadie n’a encore rien écrit.').waitFor();
    const tablet = await story.open(trainer);
    await tablet.goto('/emargement');
    await tablet.getByRole('link', { name: /^Points de parcours 1/ }).waitFor();
    await tablet.context().close();
  });

  scene('the tutor, then the learner, sign on their phones', async () => {
    const surgery = await signByLink(tutorEmail, words.tutor, 'Hélène Ferrand');
    await surgery.context().close();
    const learner = await signByLink(learnerEmail, words.learner, 'Lina Abadie');
    await learner.getByText(words.tutor).waitFor();
    await learner.getByText('Il manque la signature de Sandrine Petit.').waitFor();
    await learner.context().close();
  });

  scene('the trainer signs last, and nobody writes in it any more', async () => {
    const tablet = await story.open(trainer);
    await tablet.goto('/points-de-parcours');
    await tablet.getByRole('link', { name: /Lina Abadie/ }).click();
    await writeAndSign(tablet, words.trainer, 'Sandrine Petit');
    await tablet.getByText('Signé par les trois.').waitFor();
    expect(await tablet.getByRole('textbox').count()).toBe(0);
    await office.reload();
    for (const said of Object.values(words)) await office.getByText(said).waitFor();
    expect(await office.getByRole('button', { name: 'Retirer' }).count()).toBe(0);
    expect(await listFaults(office)).toEqual([]);
    await office.goto('/');
    await office.getByRole('heading', { level: 1 }).waitFor();
    expect(await office.getByText('Point de parcours de Lina Abadie').count()).toBe(0);
  });
});
