import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../support/browser.ts';
import { adoptCalendar, createCohort } from '../support/cohort-builder.ts';
import type { Member } from '../support/test-app.ts';
import { addTutoredLearner } from '../support/tutored-learner.ts';
import { followLink, readLink } from './steps/read-mail.ts';
import { listFaults, type Story, scenesOf, startOffice } from './steps/story.ts';

jest.setTimeout(180_000);

const learnerEmail = 'lina.abadie@eleves.example';

let story: Story;
let office: Page;
let trainer: Member;
let cohortId: string;
let enrolmentId: string;
/** The day of the first evaluation half-day. */
let day: string;

beforeAll(async () => {
  let coordinator: Member;
  ({ story, office, trainer, coordinator } = await startOffice({
    centre: 'CFA CCI Le Mans Sarthe',
    framework: 'CQP-AM-40913-LEMANS',
    trainer: { givenName: 'Sandrine', birthName: 'Petit' },
    day: '2026-11-23',
  }));
  const { app, centre } = story;
  const { system } = app.db;
  const { id: frameworkVersionId } = await system.frameworkVersion.findFirstOrThrow();
  const name = 'Hiver 2027';
  const dates = { startsOn: '2027-01-04', frameworkVersionId, name };
  ({ id: cohortId } = await createCohort(app, centre, coordinator, dates));
  const { slots } = await adoptCalendar(app, coordinator, cohortId);
  const evaluation = slots.find(({ kind }) => kind === 'evaluation');
  if (!evaluation) throw new Error('A calendar has evaluations');
  day = evaluation.date;
  const learner = { tutorId: null, givenName: 'Lina', birthName: 'Abadie', email: learnerEmail };
  ({ enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, learner));
  const runs = await system.moduleRun.findMany({ where: { cohortId } });
  await system.pathRun.createMany({
    data: runs.map(({ id }) => ({ centreId: centre.id, enrolmentId, moduleRunId: id })),
    skipDuplicates: true,
  });
});
afterAll(() => story?.close());

describe('an assessment event, from the calendar to the file', () => {
  const scene = scenesOf(() => story);

  scene(
    'the coordinator prepares it from the half-day: who is due, why, what to weigh',
    async () => {
      await office.goto(`/cohortes/${cohortId}`);
      const tabs = office.getByRole('navigation', { name: 'Cette cohorte' });
      await tabs.getByRole('link', { name: 'Évaluations' }).click();
      await office.getByRole('link', { name: 'Préparer la séance' }).first().click();
      await office
        .getByRole('heading', { level: 1, name: 'Préparer l’évaluation du bloc' })
        .waitFor();
      const lina = office.getByRole('listitem').filter({ hasText: 'Abadie Lina' });
      await lina.getByText(/À passer/).waitFor();
      await office.getByLabel('Évaluateurs').first().click();
      await office.getByRole('option', { name: 'Petit Sandrine' }).click();
      await office.keyboard.press('Escape');
      await lina.getByRole('combobox', { name: 'Temps supplémentaire' }).click();
      await office.getByRole('option', { name: 'Moitié de temps' }).click();
      const remark = office.getByText(/^Abadie Lina finit à .* avec son temps supplémentaire/);
      await remark.waitFor();
      expect(await listFaults(office)).toEqual([]);
      const save = office.getByRole('button', { name: 'Préparer la séance' });
      expect(await save.isDisabled()).toBe(true);
      await office.getByRole('checkbox', { name: /^J’ai lu ces remarques/ }).check();
      await save.click();
      await office
        .getByRole('heading', { level: 1, name: /^Évaluation du bloc \S+, le / })
        .waitFor();
      await office.getByText('Pas encore convoqué.').waitFor();
      expect(await listFaults(office)).toEqual([]);
    },
  );

  scene(
    'convokes after a look at what each will read, and sees that the mail has left',
    async () => {
      await office.getByRole('button', { name: 'Convoquer 1 candidat' }).click();
      const dialog = office.getByRole('dialog');
      await dialog.getByText(/moitié de temps, .* de plus, jusqu’à/).waitFor();
      await dialog.getByRole('button', { name: 'Convoquer 1 candidat' }).click();
      await office.getByText(/le mail est parti\.$/).waitFor();
    },
  );

  scene('the learner reads their hours, the place and their extra time', async () => {
    const own = await story.open(null, phone);
    await followLink(own, await readLink(story, learnerEmail, /^Votre convocation : évaluation/));
    await own.getByRole('heading', { name: 'Votre évaluation' }).waitFor();
    await own.getByText(/^Votre temps est aménagé/).waitFor();
    expect(await listFaults(own)).toEqual([]);
    await own.context().close();
  });

  scene('that day, the assessor opens what they assess today and marks it there', async () => {
    await story.theDayIs(day, '18:00');
    const tablet = await story.open(trainer);
    await tablet.goto('/emargement');
    await tablet.getByRole('link', { name: 'Évaluations', exact: true }).click();
    await tablet
      .getByRole('heading', { level: 1, name: '1 séance d’évaluation aujourd’hui' })
      .waitFor();
    await tablet
      .getByRole('main')
      .getByRole('link', { name: /^Bloc / })
      .click();
    expect(await tablet.getByText(/Justificatif|MDPH/).count()).toBe(0);
    expect(await tablet.getByRole('button', { name: /onvoquer/ }).count()).toBe(0);
    await tablet.getByRole('link', { name: 'Noter les épreuves', exact: true }).click();
    await tablet.getByText(/Ce qui est noté ici porte la séance/).waitFor();
    expect(await tablet.getByLabel('Évaluateur').inputValue()).toBe('Petit Sandrine');
    expect(await listFaults(tablet)).toEqual([]);
    const cell = tablet.locator('[data-cell="0 0"]');
    await cell.focus();
    await tablet.keyboard.press('a');
    await cell.getByText('acquise', { exact: true }).waitFor();
    await tablet.context().close();
  });

  scene('the learner’s file says when, before whom and where, and leads to the event', async () => {
    await office.goto(`/apprenants/${enrolmentId}/epreuves`);
    const attempt = office.getByRole('listitem').filter({ hasText: /^n° 1, le / });
    await attempt.getByText(/acquise, Petit Sandrine/).waitFor();
    expect(await listFaults(office)).toEqual([]);
    await attempt.getByRole('link').click();
    await office.getByText(/^1 sur \d+ notée$/).waitFor();
    // What was assessed there keeps its place.
    expect(await office.getByRole('button', { name: 'Annuler la séance' }).count()).toBe(0);
  });
});
