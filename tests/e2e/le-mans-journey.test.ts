import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../support/browser.ts';
import type { Member } from '../support/test-app.ts';
import { appraise, appraiseAll, appraiseTheRest, requestAppraisals } from './steps/appraise.ts';
import { assessBlock, recordAfgsu, sitAgain } from './steps/assess.ts';
import { askForLink, issueCertificate, readReadiness } from './steps/certify.ts';
import {
  adoptCalendar,
  assignTrainer,
  assignTrainerEverywhere,
  createCohort,
} from './steps/create-cohort.ts';
import { grantDispensation, requestDispensation } from './steps/dispense.ts';
import { csvOf, enrol, learnerOf, nameOf, openFile, previewImport } from './steps/enrol.ts';
import {
  addMember,
  closeAndDownload,
  decide,
  openSession,
  prepareJury,
  readProposal,
  registerResit,
  saveFile,
  withdrawCandidate,
} from './steps/jury.ts';
import { findMember, followLink, openMail, readLink } from './steps/read-mail.ts';
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

const ferrand = { givenName: 'Hélène', birthName: 'Ferrand', email: 'h.ferrand@cabinet.example' };
const haddad = { givenName: 'Samir', birthName: 'Haddad', email: 's.haddad@cabinet.example' };
const hired = { hiredOn: '01/06/2026', cpamSignedOn: '15/06/2026' };
const amina = learnerOf('Amina', 'Diallo', ferrand, hired);
const karim = learnerOf('Karim', 'Benali', haddad, hired);
const lucie = learnerOf('Lucie', 'Moreau', haddad, hired);
const thomas = learnerOf('Thomas', 'Girard', ferrand, hired);

const chair = {
  givenName: 'Martine',
  familyName: 'Leroy',
  email: 'm.leroy@jury.example',
  college: 'Employeurs',
  isChair: true,
} as const;
const colleague = {
  givenName: 'Denis',
  familyName: 'Aubert',
  email: 'd.aubert@jury.example',
  college: 'Salariés',
} as const;

let story: Story;
let coordinator: Member;
let trainer: Member;
let certifier: Member;
let office: Page;
let surgery: Page;
let room: Page;
let secondJuryId: string;
let cohortId: string;
let halfDays: readonly HalfDay[];

beforeAll(async () => {
  ({ story, coordinator, trainer, certifier, office } = await startOffice({
    centre: 'CFA CCI Le Mans Sarthe',
    framework: 'CQP-AM-40913-LEMANS',
    trainer: { givenName: 'Sandrine', birthName: 'Petit' },
    day: '2026-08-24',
  }));
});
afterAll(() => story?.close());

describe('a cohort of Le Mans, from its opening to the certificates', () => {
  const scene = scenesOf(() => story);

  scene('the coordinator opens the cohort and adopts the calendar that is proposed', async () => {
    cohortId = await createCohort(office, {
      name: 'Automne 2026',
      framework: /RNCP 40913/,
      firstDay: '07/09/2026',
      juryDay: '16/11/2026',
      weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'],
    });
    await adoptCalendar(office);
    await office.getByRole('heading', { level: 1, name: /^279 h placées/ }).waitFor();
    expect(await listFaults(office)).toEqual([]);
    await assignTrainer(office, 'Suivi du parcours de santé du patient', 'Petit Sandrine');
    await assignTrainerEverywhere(office, 'Petit Sandrine');
    halfDays = await listHalfDays(story, coordinator, cohortId);
    expect(halfDays.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(279 * 60);
  });

  scene('a learner is enrolled by the form, with employer and tutor', async () => {
    await enrol(office, cohortId, amina, '07/09/2026');
    await office
      .getByRole('heading', { level: 1, name: 'Diallo Amina : en formation, 0 h sur 279 h' })
      .waitFor();
    expect(await listFaults(office)).toEqual([]);
  });

  scene('three come from a file, which changes nothing when it comes again', async () => {
    const file = csvOf([karim, lucie, thomas]);
    await previewImport(office, cohortId, file);
    await office.getByRole('heading', { level: 1, name: '3 nouveaux apprenants' }).waitFor();
    expect(await listFaults(office)).toEqual([]);
    await office.getByRole('button', { name: 'Importer 3 lignes' }).click();
    await office.getByRole('heading', { level: 1, name: '3 apprenants inscrits' }).waitFor();
    await previewImport(office, cohortId, file);
    await office.getByRole('heading', { level: 1, name: /^Tout est déjà connu/ }).waitFor();
  });

  scene('a dispensation goes to the branch, which grants it: fewer hours are due', async () => {
    await openFile(office, nameOf(lucie));
    await requestDispensation(office, {
      block: 'B3 Gestion des risques contaminant et des procédures de sécurité sanitaire (35 h)',
      evidence: 'Attestation de formation en hygiène hospitalière.',
      on: '24/08/2026',
    });
    const branch = await story.open(certifier);
    await grantDispensation(branch, nameOf(lucie));
    expect(await listFaults(branch)).toEqual([]);
    await branch.context().close();
    await openFile(office, nameOf(lucie));
    await office.getByText('244 h dues au lieu de 279 h').first().waitFor();
  });

  scene('the trainer fills and signs half-days on a tablet', async () => {
    const [first, second, ...rest] = halfDays;
    if (!first || !second) throw new Error('The calendar has no half-day');
    await goToEndOf(story, first);
    const classroom = await story.open(trainer, tablet);
    await signHalfDay(classroom, first);
    expect(await listFaults(classroom)).toEqual([]);
    await goToEndOf(story, second);
    await signHalfDay(classroom, second, [nameOf(karim)]);
    await classroom.context().close();
    await signHalfDays(story, trainer, rest);
  });

  scene('the tutor opens the link of the mail on a phone, taps levels and signs', async () => {
    await story.theDayIs('2026-11-03');
    await requestAppraisals(office, {
      cohortId,
      blocks: /^Bloc/,
      moment: 'Fin de formation',
      dueDay: '13/11/2026',
    });
    surgery = await story.open(null, phone);
    await openMail(surgery, ferrand.email, /appréciation/);
    await surgery.getByRole('link', { name: /Diallo Amina.*Bloc 1/ }).click();
    await appraise(surgery, (index) => (index === 0 ? 'En cours d’acquisition' : 'Maîtrisée'));
    expect(await listFaults(surgery)).toEqual([]);
    await appraiseAll(surgery, 7);
    await appraiseTheRest(story, await findMember(story, haddad.email, 'tutor'));
  });

  scene('the épreuves of every block are entered in the grid by keyboard', async () => {
    // One letter for each of Benali, Diallo, Girard and Moreau, the grid's order.
    const acquired = 'AAAA';
    const sitting = { cohortId, on: '02/11/2026', assessor: 'Sandrine Petit' };
    const grades = {
      B1: [acquired, acquired, acquired, 'ANAA'],
      B2: ['AANA', 'AANA', acquired, acquired],
      B3: [acquired, acquired, acquired, acquired],
      B4: [acquired, acquired, acquired, acquired, acquired],
    };
    for (const [blockCode, columns] of Object.entries(grades))
      await assessBlock(office, { ...sitting, blockCode }, columns);
    expect(await listFaults(office)).toEqual([]);
  });

  scene('the AFGSU is recorded for all but one', async () => {
    for (const one of [amina, lucie, thomas]) await recordAfgsu(office, nameOf(one), '30/10/2026');
    await office.goto(`/cohortes/${cohortId}`);
    const karimsRow = office.getByRole('row').filter({ hasText: 'Benali' });
    await karimsRow.getByRole('button').last().click();
    await office.getByText(/AFGSU/).first().waitFor();
    expect(await listFaults(office)).toEqual([]);
  });

  scene('the coordinator prepares the jury, with both colleges', async () => {
    await story.theDayIs('2026-11-04');
    await prepareJury(office, {
      on: '16/11/2026',
      place: 'Le Mans, salle du conseil',
      cohort: 'Automne 2026',
    });
    for (const member of [chair, colleague]) await addMember(office, member);
    await office.getByText('composition valable').waitFor();
    await office.getByRole('button', { name: 'Envoyer les convocations' }).click();
    await office.getByText('2 convocations sont parties.').waitFor();
    expect(await listFaults(office)).toEqual([]);
  });

  scene('a jury member decides every block in the room, by keyboard', async () => {
    await story.theDayIs('2026-11-16');
    await office.reload();
    await openSession(office);
    await office.getByRole('heading', { level: 1, name: /^Jury ouvert/ }).waitFor();
    room = await story.open(null);
    await followLink(room, await readLink(story, chair.email, /^Jury du/));
    await room.getByRole('link', { name: 'Entrer dans la salle' }).click();
    await room.getByRole('heading', { level: 1, name: nameOf(karim) }).waitFor();
    const proposal = await readProposal(room, 'B4');
    expect(proposal).toContain('données incomplètes');
    expect(proposal).toMatch(/AFGSU[^.]* manque : aucune attestation n’est enregistrée/);
    await decide(room, [
      { candidate: nameOf(karim), keys: 'aaan', motive: 'AFGSU non obtenue au jour du jury.' },
      { candidate: nameOf(amina), keys: 'aaaa' },
      { candidate: nameOf(thomas), keys: 'anaa' },
      { candidate: nameOf(lucie), keys: 'aaaa' },
    ]);
    expect(await listFaults(room)).toEqual([]);
  });

  scene('the session is closed for ever, and its minutes are a PDF', async () => {
    await office.reload();
    const minutes = await closeAndDownload(office);
    expect(minutes.subarray(0, 4).toString()).toBe('%PDF');
    await office.getByText(/2 certifications totales, 2 partielles/).waitFor();
    expect(await listFaults(office)).toEqual([]);
  });

  scene('who passed gets a certificate, that learner and tutor see', async () => {
    await office.goto('/certificats?vue=tous');
    await office.getByRole('heading', { level: 1, name: /^2 certificats peuvent/ }).waitFor();
    await issueCertificate(office, nameOf(amina));
    await issueCertificate(office, nameOf(lucie));
    expect(await listFaults(office)).toEqual([]);
    await readReadiness(office, nameOf(karim), /AFGSU/);
    const learner = await story.open(null, phone);
    await askForLink(learner, amina.email);
    await followLink(learner, await readLink(story, amina.email, /lien d’accès/));
    const certificate = await saveFile(learner, () =>
      learner.getByRole('button', { name: 'Télécharger en PDF' }).click(),
    );
    expect(certificate.subarray(0, 4).toString()).toBe('%PDF');
    expect(await listFaults(learner)).toEqual([]);
    await surgery.goto('/appreciations/a-faire');
    await surgery.getByText(/Diallo Amina a obtenu/).waitFor();
    expect(await listFaults(surgery)).toEqual([]);
  });

  scene(
    'who failed block 2 is on the re-sit list and is registered for a second jury',
    async () => {
      await story.theDayIs('2026-11-18');
      await office.goto('/jurys/representations');
      await office.getByRole('heading', { level: 1, name: /^2 blocs à représenter/ }).waitFor();
      expect(await listFaults(office)).toEqual([]);
      secondJuryId = await prepareJury(office, {
        on: '14/12/2026',
        place: 'Le Mans, salle 2',
        cohort: 'Automne 2026',
      });
      await withdrawCandidate(office, nameOf(karim));
      await registerResit(office, nameOf(thomas), /^14 décembre 2026/);
      await office.getByRole('heading', { level: 1, name: /^1 bloc à représenter/ }).waitFor();
    },
  );

  scene('he sits again, keeps what he had, and ends with the certificate', async () => {
    await story.theDayIs('2026-12-01');
    await requestAppraisals(office, {
      cohortId,
      blocks: /^Bloc 2/,
      moment: 'Avant la nouvelle présentation',
      dueDay: '10/12/2026',
    });
    for (const { email } of [ferrand, haddad])
      await appraiseTheRest(story, await findMember(story, email, 'tutor'));
    await story.theDayIs('2026-12-10');
    await office.goto(`/cohortes/${cohortId}/epreuves/B2`);
    for (const position of [0, 1]) await sitAgain(office, nameOf(thomas), position, '08/12/2026');
    await office.goto(`/jurys/${secondJuryId}`);
    for (const member of [chair, colleague]) await addMember(office, member);
    await story.theDayIs('2026-12-14');
    await office.reload();
    // Whoever waits in the room sees it open.
    await room.goto(`/jurys/${secondJuryId}/salle`);
    await openSession(office);
    await room.getByRole('button', { name: /^Acquis/, disabled: false }).waitFor();
    await room.getByText('déjà acquis').nth(2).waitFor();
    await decide(room, [{ candidate: nameOf(thomas), keys: 'a' }]);
    await office.reload();
    const minutes = await closeAndDownload(office);
    expect(minutes.subarray(0, 4).toString()).toBe('%PDF');
    await office.goto('/certificats');
    await issueCertificate(office, nameOf(thomas));
  });
});
