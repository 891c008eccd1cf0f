import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../support/browser.ts';
import type { Member } from '../support/test-app.ts';
import { appraise, appraiseTheRest, requestAppraisals } from './steps/appraise.ts';
import { assessBlock, failOneCriterion, recordAfgsu } from './steps/assess.ts';
import { askForLink, issueCertificate } from './steps/certify.ts';
import {
  adoptCalendar,
  assignTrainerEverywhere,
  createCohort,
  startCohort,
} from './steps/create-cohort.ts';
import { grantDispensation, requestDispensation } from './steps/dispense.ts';
import { csvOf, learnerOf, nameOf, openFile, previewImport } from './steps/enrol.ts';
import { addMember, closeAndDownload, decide, openSession, prepareJury } from './steps/jury.ts';
import { cellOf } from './steps/read-board.ts';
import { findMember, followLink, readLink, renewLink } from './steps/read-mail.ts';
import {
  goToEndOf,
  type HalfDay,
  listHalfDays,
  signHalfDay,
  signHalfDays,
  tablet,
} from './steps/sign-half-day.ts';
import { listFaults, type Story, scenesOf, startOffice } from './steps/story.ts';

jest.setTimeout(180_000);

// In 2023, when RNCP 36358 was registered and the convention of 2019 in force.
const rousseau = { givenName: 'Anne', birthName: 'Rousseau', email: 'a.rousseau@cabinet.example' };
const hired = { hiredOn: '01/02/2023', cpamSignedOn: '15/02/2023' };
const julie = learnerOf('Julie', 'Caron', rousseau, hired);
const nadia = learnerOf('Nadia', 'Slimani', rousseau, hired);
const members = [
  { givenName: 'Jean', familyName: 'Weber', email: 'j.weber@jury.example', isChair: true },
  { givenName: 'Odile', familyName: 'Prat', email: 'o.prat@jury.example', isChair: false },
] as const;

let story: Story;
let coordinator: Member;
let trainer: Member;
let certifier: Member;
let office: Page;
let cohortId: string;
let halfDays: readonly HalfDay[];

beforeAll(async () => {
  ({ story, coordinator, trainer, certifier, office } = await startOffice({
    centre: 'afbb',
    framework: 'CQP-AM-2022-AFBB',
    trainer: { givenName: 'Nadine', birthName: 'Le Goff' },
    day: '2023-02-20',
  }));
});
afterAll(() => story?.close());

describe('a cohort of afbb, two days a week around a closed summer', () => {
  const scene = scenesOf(() => story);

  scene('the year is planned: 15 modules, 384 h, nothing in July nor August', async () => {
    cohortId = await createCohort(office, {
      name: 'Printemps 2023',
      framework: /afbb 2022/,
      firstDay: '13/03/2023',
      juryDay: '18/12/2023',
      weekdays: ['lundi', 'mardi'],
    });
    await adoptCalendar(office);
    await office.getByRole('heading', { level: 1, name: /^384 h placées/ }).waitFor();
    halfDays = await listHalfDays(story, coordinator, cohortId);
    const modules = halfDays.flatMap(({ moduleCode }) => moduleCode ?? []);
    expect(new Set(modules).size).toBe(15);
    expect(halfDays.filter(({ date }) => /-0[78]-/.test(date))).toEqual([]);
    await office.goto(`/cohortes/${cohortId}/calendrier?mois=2023-08`);
    const august = office.getByRole('table', { name: /août 2023/i });
    await august.waitFor();
    expect(await august.getByRole('button').count()).toBe(0);
    await office.getByRole('button', { name: 'Mois suivant' }).click();
    const september = office.getByRole('table', { name: /septembre 2023/i });
    await september.getByRole('button').first().waitFor();
    expect(await listFaults(office)).toEqual([]);
    await assignTrainerEverywhere(office, 'Le Goff Nadine');
    halfDays = await listHalfDays(story, coordinator, cohortId);
  });

  scene('two learners are imported; one is dispensed of « Vocabulaire Médical »', async () => {
    await previewImport(office, cohortId, csvOf([julie, nadia]));
    await office.getByRole('button', { name: 'Importer 2 lignes' }).click();
    await office.getByRole('heading', { level: 1, name: '2 apprenants inscrits' }).waitFor();
    await openFile(office, nameOf(julie));
    await requestDispensation(office, {
      block: 'B2 Accueil et Prise en charge administrative des patients (112 h)',
      module: 'Vocabulaire Médical (14 h)',
      evidence: 'Titre de secrétaire médicale, copie au dossier.',
      on: '20/02/2023',
    });
    const branch = await story.open(certifier);
    await grantDispensation(branch, nameOf(julie));
    await branch.context().close();
    await openFile(office, nameOf(julie));
    await office.getByText('370 h dues au lieu de 384 h').first().waitFor();
    await office.goto(`/cohortes/${cohortId}`);
    await cellOf(office, nameOf(nadia), 'B1').getByText('À venir').waitFor();
    expect(await listFaults(office)).toEqual([]);
  });

  scene('the morning page says which sheet is late, until its trainer signs it', async () => {
    const untilMay = halfDays.filter(({ date }) => date <= '2023-05-16');
    const forgotten = untilMay.at(-1);
    if (!forgotten) throw new Error('The calendar has no half-day');
    await signHalfDays(story, trainer, untilMay.slice(0, -1));
    await story.theDayIs('2023-05-17');
    await startCohort(office);
    await office.goto('/');
    await office.getByRole('heading', { level: 1, name: /^Bonjour Claire\. Une chose/ }).waitFor();
    await office.getByText('aucune présence n’est notée').waitFor();
    expect(await listFaults(office)).toEqual([]);
    const classroom = await story.open(trainer, tablet);
    await signHalfDay(classroom, forgotten);
    await classroom.context().close();
    await office.reload();
    await office.getByRole('heading', { level: 1, name: /^Bonjour Claire/ }).waitFor();
    expect(await office.getByText('aucune présence n’est notée').count()).toBe(0);
    await office.goto(`/cohortes/${cohortId}`);
    await cellOf(office, nameOf(nadia), 'B1').getByText('4 épreuves à passer').waitFor();
    await cellOf(office, nameOf(nadia), 'B2').getByText('En cours').waitFor();
    await signHalfDays(
      story,
      trainer,
      halfDays.filter(({ date }) => date > '2023-05-16'),
    );
    const last = halfDays.at(-1);
    if (last) await goToEndOf(story, last);
  });

  scene('épreuves are entered, and the board says what is missing', async () => {
    await story.theDayIs('2023-11-27');
    const sitting = { cohortId, on: '20/11/2023', assessor: 'Nadine Le Goff' };
    for (const [blockCode, count] of Object.entries({ B1: 4, B3: 4, B4: 5 }))
      await assessBlock(office, { ...sitting, blockCode }, Array(count).fill('AA'));
    for (const one of [julie, nadia]) await recordAfgsu(office, nameOf(one), '06/11/2023');
    await assessBlock(office, { ...sitting, blockCode: 'B2' }, ['AA', 'AA', 'AA']);
    await failOneCriterion(office, nameOf(julie), 3);
    await office.goto(`/cohortes/${cohortId}`);
    await cellOf(office, nameOf(julie), 'B2').click();
    await office.getByRole('heading', { name: 'Proposition : en attente' }).waitFor();
    await office.getByRole('link', { name: 'Demander l’appréciation' }).waitFor();
    expect(await listFaults(office)).toEqual([]);
  });

  scene('the tutor signs on a phone, and the blocks are ready', async () => {
    const request = { cohortId, blocks: /^Bloc/, moment: 'Avant le jury', dueDay: '11/12/2023' };
    await requestAppraisals(office, request);
    const surgery = await story.open(null, phone);
    await followLink(surgery, await readLink(story, rousseau.email, /appréciations/));
    await surgery.getByRole('link', { name: /Caron Julie.*Bloc 2/ }).click();
    await appraise(surgery, () => 'Maîtrisée');
    await appraiseTheRest(story, await findMember(story, rousseau.email, 'tutor'));
    await office.goto(`/cohortes/${cohortId}`);
    await cellOf(office, nameOf(julie), 'B2').getByText('Prêt').waitFor();
    await cellOf(office, nameOf(julie), 'B2').getByText('dispense 14 h').waitFor();
  });

  scene('the jury acquires every block, and both hold their certificate', async () => {
    await prepareJury(office, {
      on: '18/12/2023',
      place: 'Paris, salle 2',
      cohort: 'Printemps 2023',
    });
    for (const [index, member] of members.entries())
      await addMember(office, { ...member, college: index === 0 ? 'Employeurs' : 'Salariés' });
    await office.getByRole('button', { name: 'Envoyer les convocations' }).click();
    await office.getByText('2 convocations sont parties.').waitFor();
    await story.theDayIs('2023-12-18');
    await office.reload();
    await openSession(office);
    await office.getByRole('link', { name: 'Entrer dans la salle' }).waitFor();
    const room = await story.open(null);
    // Three weeks have passed since the link was sent.
    await renewLink(room, await readLink(story, members[0].email, /^Jury du/));
    await followLink(room, await readLink(story, members[0].email, /nouveau lien/));
    await room.getByRole('link', { name: 'Entrer dans la salle' }).click();
    await decide(room, [
      { candidate: nameOf(julie), keys: 'aaaa' },
      { candidate: nameOf(nadia), keys: 'aaaa' },
    ]);
    await office.reload();
    expect((await closeAndDownload(office)).subarray(0, 4).toString()).toBe('%PDF');
    await office.goto(`/cohortes/${cohortId}`);
    await cellOf(office, nameOf(nadia), 'B4').getByText('Acquis').waitFor();
    await office.goto('/certificats');
    for (const one of [julie, nadia]) await issueCertificate(office, nameOf(one));
    const learner = await story.open(null, phone);
    await askForLink(learner, julie.email);
    await followLink(learner, await readLink(story, julie.email, /lien d’accès/));
    await learner.getByRole('button', { name: 'Télécharger en PDF' }).waitFor();
    expect(await listFaults(learner)).toEqual([]);
  });
});
