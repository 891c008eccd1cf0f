import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { phone } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';
import { appraise } from './steps/appraise.ts';
import { followLink, readLink } from './steps/read-mail.ts';
import { listFaults, type Story, scenesOf, startOffice } from './steps/story.ts';

jest.setTimeout(180_000);

const tutorEmail = 'h.ferrand@cabinet.example';

let story: Story;
let office: Page;
let surgery: Page;
let cohortId: string;

beforeAll(async () => {
  ({ story, office } = await startOffice({
    centre: 'CFA CCI Le Mans Sarthe',
    framework: 'CQP-AM-40913-LEMANS',
    trainer: { givenName: 'Sandrine', birthName: 'Petit' },
    day: '2026-11-23',
  }));
  const { app, centre } = story;
  const { id: frameworkVersionId } = await app.db.system.frameworkVersion.findFirstOrThrow();
  cohortId = await addCohort(app.db, centre, { frameworkVersionId, juryOn: '2027-02-22' });
  const tutorId = await centre.addPerson('Hélène', 'Ferrand', { email: tutorEmail });
  for (const birthName of ['Abadie', 'Zidi'])
    await addTutoredLearner(app.db, centre, cohortId, { tutorId, birthName });
  await addTutoredLearner(app.db, centre, cohortId, { tutorId: null, birthName: 'Perdu' });
});
afterAll(() => story?.close());

describe('a campaign of appraisals, from its planning to the signatures', () => {
  const scene = scenesOf(() => story);

  scene('the coordinator keeps what the calendar proposes, and sees who has no tutor', async () => {
    await office.goto(`/cohortes/${cohortId}/appreciations`);
    await office.getByRole('heading', { name: '1 apprenant sans tuteur' }).waitFor();
    await office.getByRole('button', { name: 'Planifier « Mi-parcours »' }).click();
    await office
      .getByRole('heading', {
        level: 1,
        name: 'La prochaine campagne, « Mi-parcours », est planifiée',
      })
      .waitFor();
    await office.getByText('Les tuteurs recevront leur lien le 7 décembre 2026').waitFor();
    expect(await listFaults(office)).toEqual([]);
  });

  scene('and plans one of the centre’s own, which a fault keeps in the form', async () => {
    await office.getByRole('button', { name: 'Planifier une campagne' }).click();
    await office.getByLabel('Nom de la campagne').fill('Mi-parcours');
    await office.getByLabel('Les liens partent le').fill('11/01/2027');
    await office.getByLabel('À signer au plus tard le').fill('25/01/2027');
    await office.getByRole('checkbox', { name: /^Bloc 1/ }).check();
    await office.getByRole('button', { name: 'Planifier la campagne' }).click();
    await office.getByText('Cette cohorte a déjà une campagne « Mi-parcours »').waitFor();
    await office.getByLabel('Nom de la campagne').fill('Après le stage');
    await office.getByRole('button', { name: 'Planifier la campagne' }).click();
    await office.getByRole('heading', { level: 2, name: 'Après le stage' }).waitFor();
  });

  scene('on its morning the tutor has one mail, and opens it on a phone', async () => {
    await story.theDayIs('2026-12-07', '06:30');
    await story.app.db.system.outboxJob.create({
      data: {
        centreId: story.centre.id,
        id: uuidv7(),
        name: 'appraisal-campaign.open-centre',
        payload: {},
      },
    });
    const link = await readLink(story, tutorEmail, /^Vos appréciations/);
    await story.theDayIs('2026-12-08');
    surgery = await story.open(null, phone);
    await followLink(surgery, link);
    await surgery
      .getByRole('link', { name: /Maxime Abadie|Abadie Maxime/ })
      .first()
      .click();
    await surgery.getByRole('heading', { level: 1, name: /^Vous appréciez/ }).waitFor();
    expect(await listFaults(surgery)).toEqual([]);
  });

  scene('the coordinator sees it opened, then begun, then signed', async () => {
    const figure = (label: string) =>
      office
        .locator('dl > div')
        .filter({ has: office.getByText(label, { exact: true }) })
        .locator('dd')
        .textContent();
    const look = async () => {
      await office.goto(`/cohortes/${cohortId}/appreciations`);
      await office.getByRole('link', { name: 'Voir qui a répondu' }).click();
      await office.getByRole('heading', { level: 1, name: /^Mi-parcours/ }).waitFor();
    };
    await look();
    expect(await figure('Ouvertes')).toBe('1');
    await office.getByText('n’a pas de tuteur').first().waitFor();
    expect(await listFaults(office)).toEqual([]);
    const [first] = await surgery.getByRole('main').getByRole('group').all();
    await first?.getByText('Maîtrisée', { exact: true }).click();
    await eventually(async () => {
      await look();
      return (await figure('Commencées')) === '1';
    }, 'the sheet to be begun');
    await appraise(surgery, () => 'Maîtrisée');
    await look();
    expect(await figure('Signées')).toBe('1');
  });

  scene('« Relancer » writes to the tutor once', async () => {
    await office.getByRole('button', { name: 'Relancer' }).click();
    await office.getByText('1 tuteur relancé, un mail chacun.').waitFor();
    await office.getByRole('button', { name: 'Relancer' }).click();
    await office.getByText('1 tuteur a déjà reçu un mail aujourd’hui.').waitFor();
  });
});
