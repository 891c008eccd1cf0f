import { expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { v7 as uuidv7 } from 'uuid';
import { addAfgsu } from '../support/jury-builder.ts';
import {
  app,
  centre,
  cohortId,
  coordinator,
  onEachBackend,
  plan,
  planOn,
  received,
} from '../support/mail-room.ts';
import { readAttached, readMailText } from '../support/smtp.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

/** A morning of a module of its own, straight in the database, on one learner's path. */
async function addHalfDay(
  enrolmentId: string,
  heldOn: string,
  trainerId: string | null = null,
  blockCode = 'B1',
) {
  const own = { centreId: centre.id, cohortId };
  const what = { kind: 'training', blockCode, moduleCode: `${blockCode}-M1` } as const;
  const run = await app.db.system.moduleRun.create({ data: { ...own, ...what } });
  const when = { heldOn: new Date(heldOn), halfDay: 'morning', startsAt: 540 } as const;
  const slot = await app.db.system.slot.create({
    data: { ...own, ...when, moduleRunId: run.id, minutes: 210, trainerId },
  });
  await app.db.system.pathRun.create({
    data: { centreId: centre.id, enrolmentId, moduleRunId: run.id },
  });
  return slot.id;
}

onEachBackend('what is reminded of', () => {
  it('a learner is called 15 days before the first half-day of their own path, then 7', async () => {
    const email = `${uuidv7()}@mail.example`;
    const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null, email });
    await addHalfDay(learner.enrolmentId, '2027-06-15');
    await planOn('2027-05-31T07:00:00+02:00', '2027-06-08T07:00:00+02:00');
    const rows = await app.db.system.reminder.findMany({
      where: { recipientEmail: email, kind: 'convocation' },
      orderBy: { createdAt: 'asc' },
    });
    expect(rows.map(({ lead }) => lead)).toEqual(['-15d', '-7d']);
    const text = readMailText(received(email)[0]?.raw ?? '');
    expect(text).toContain('mardi 15 juin 2027 à 9 h');
    expect(text).toContain('/acces/');
  });

  it('the office is told of a Cerfa to send on the day of the contract and 5 days on, then of the silence at 20', async () => {
    const birthName = `Contrat ${uuidv7()}`;
    const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, {
      tutorId: null,
      birthName,
      route: 'professional_contract',
      hireDate: '2027-03-01',
      startsOn: '2027-03-01',
    });
    await planOn('2027-03-01T07:00:00+01:00', '2027-03-06T07:00:00+01:00');
    const { id } = await app.db.system.fundingRequest.create({
      data: { centreId: centre.id, enrolmentId, sentOn: new Date('2027-03-06') },
    });
    await planOn('2027-03-13T07:00:00+01:00', '2027-03-26T07:00:00+01:00');
    const rows = await app.db.system.reminder.findMany({
      where: {
        subjectId: { in: [enrolmentId, id] },
        kind: { in: ['contract_to_opco', 'opco_silence'] },
        recipientEmail: coordinator.email,
      },
      orderBy: { createdAt: 'asc' },
    });
    expect(rows.map(({ kind, lead }) => [kind, lead])).toEqual([
      ['contract_to_opco', '+0d'],
      ['contract_to_opco', '+5d'],
      ['opco_silence', '+20d'],
    ]);
  });

  it('R6324-2: the silence is told 20 days after the reception that the office noted, not after the sending', async () => {
    const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, {
      tutorId: null,
      birthName: `Reçu ${uuidv7()}`,
      route: 'professional_contract',
      hireDate: '2028-03-01',
      startsOn: '2028-03-01',
    });
    const { id } = await app.db.system.fundingRequest.create({
      data: {
        centreId: centre.id,
        enrolmentId,
        sentOn: new Date('2028-03-02'),
        receivedOn: new Date('2028-03-10'),
      },
    });
    const silences = () => app.db.system.reminder.findMany({ where: { subjectId: id } });
    await planOn('2028-03-29T12:00:00+02:00');
    expect(await silences()).toEqual([]);
    await planOn('2028-03-30T12:00:00+02:00', '2028-03-31T12:00:00+02:00');
    expect((await silences()).map(({ lead, dueOn }) => [lead, dueOn.toISOString()])).toEqual([
      ['+20d', '2028-03-10T00:00:00.000Z'],
    ]);
  });

  it('DOMAIN 7: an early end is recalled to the office and the employer 21 and 7 days before its limit and the day after, until declared', async () => {
    const employerEmail = `${uuidv7()}@cabinet.example`;
    const leave = async () => {
      const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, {
        tutorId: null,
        birthName: `Partie ${uuidv7()}`,
        employerEmail,
        route: 'reconversion_period',
        hireDate: '2027-09-01',
        startsOn: '2027-11-01',
      });
      await app.db.system.enrolment.updateMany({
        where: { id: enrolmentId },
        data: { state: 'withdrawn', endsOn: new Date('2028-05-02'), withdrawMotive: 'Parti' },
      });
      return enrolmentId;
    };
    const [open, declared] = [await leave(), await leave()];
    await planOn('2028-05-11T12:00:00+02:00');
    await app.db.system.earlyEnd.create({
      data: {
        centreId: centre.id,
        enrolmentId: declared,
        endedOn: new Date('2028-05-02'),
        declaredOn: new Date('2028-05-15'),
      },
    });
    await planOn(
      '2028-05-12T12:00:00+02:00',
      '2028-05-25T12:00:00+02:00',
      '2028-06-02T12:00:00+02:00',
    );
    const leadsOf = async (subjectId: string, recipientEmail: string) =>
      (
        await app.db.system.reminder.findMany({
          where: { subjectId, recipientEmail, kind: 'early_end_to_declare' },
          orderBy: { createdAt: 'asc' },
        })
      ).map(({ lead }) => lead);
    for (const email of [coordinator.email, employerEmail]) {
      expect(await leadsOf(open, email)).toEqual(['-21d', '-7d', '+1d']);
      expect(await leadsOf(declared, email)).toEqual(['-21d']);
    }
    expect(readMailText(received(employerEmail)[0]?.raw ?? '')).toContain('juin 2028');
  });

  it('and is not called to a day of a module that a dispensation takes off', async () => {
    const email = `${uuidv7()}@mail.example`;
    const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, {
      tutorId: null,
      email,
    });
    await addHalfDay(enrolmentId, '2027-10-05');
    await addHalfDay(enrolmentId, '2027-10-19', null, 'B2');
    await app.db.system.dispensation.create({
      data: {
        centreId: centre.id,
        enrolmentId,
        blockCode: 'B1',
        moduleCode: 'B1-M1',
        state: 'granted',
        requestedMinutes: 6000,
        grantedMinutes: 6000,
      },
    });
    await planOn('2027-09-20T07:00:00+02:00', '2027-10-04T07:00:00+02:00');
    const rows = await app.db.system.reminder.findMany({
      where: { recipientEmail: email, kind: 'convocation' },
    });
    expect(rows.map(({ dueOn, lead }) => [dueOn.toISOString().slice(0, 10), lead])).toEqual([
      ['2027-10-19', '-15d'],
    ]);
  });

  it('a sheet left unsigned calls its trainer the next day, the office the day after', async () => {
    const trainer = await centre.addMember('trainer');
    const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
    const slotId = await addHalfDay(learner.enrolmentId, '2027-07-06', trainer.personId);
    const leads = async () =>
      (
        await app.db.system.reminder.findMany({
          where: { subjectId: slotId },
          orderBy: { createdAt: 'asc' },
        })
      ).map(({ recipientEmail, lead }) => [recipientEmail, lead]);
    await planOn('2027-07-07T07:00:00+02:00');
    expect(await leads()).toEqual([[trainer.email, '+1d']]);
    await planOn('2027-07-08T07:00:00+02:00');
    expect(await leads()).toEqual([
      [trainer.email, '+1d'],
      [coordinator.email, '+2d'],
    ]);
  });

  it('DOMAIN 3.3, 13: the end of a title’s registration is told 12 months, 6 months and a month before', async () => {
    const director = await centre.addMember('director');
    const { frameworkVersionId } = await app.db.system.cohort.findFirstOrThrow({
      where: { id: cohortId },
    });
    const noon = (day: string) => `${day}T12:00:00+02:00`;
    await planOn(...['2029-06-25', '2029-12-25', '2030-05-25', '2030-06-26'].map(noon));
    const rows = await app.db.system.reminder.findMany({
      where: { subjectId: frameworkVersionId, kind: 'registration_end' },
      orderBy: { createdAt: 'asc' },
    });
    const leads = ['-12m', '-6m', '-1m'];
    for (const { email } of [coordinator, director])
      expect(
        rows.filter(({ recipientEmail }) => recipientEmail === email).map(({ lead }) => lead),
      ).toEqual(leads);
    const text = readMailText(received(director.email)[0]?.raw ?? '');
    expect(text).toContain('est enregistré jusqu’au mardi 25 juin 2030');
  });

  it('DOMAIN 3.3: a title that no cohort prepares any more is left in peace', async () => {
    const { id } = await centre.addFramework('CQP-AM-2024-266');
    const ended = await addCohort(app.db, centre, { frameworkVersionId: id });
    const sent = () => app.db.system.reminder.count({ where: { subjectId: id } });
    await app.db.system.cohort.updateMany({ where: { id: ended }, data: { state: 'completed' } });
    await planOn('2024-10-24T12:00:00+02:00');
    expect(await sent()).toBe(0);
    await app.db.system.cohort.updateMany({ where: { id: ended }, data: { state: 'running' } });
    await planOn('2024-10-24T12:00:00+02:00');
    expect(await sent()).toBeGreaterThan(0);
  });

  it('an attestation that ends before the learner’s own next jury, a re-sitter’s too (Q6, S1:L176)', async () => {
    const { frameworkVersionId } = await app.db.system.cohort.findUniqueOrThrow({
      where: { centreId_id: { centreId: centre.id, id: cohortId } },
    });
    const session = await app.db.system.jurySession.create({
      data: {
        centreId: centre.id,
        frameworkVersionId,
        heldOn: new Date('2027-02-12'),
        place: 'Paris',
      },
    });
    /** Somebody whose AFGSU ends on 15 January, in a cohort that plans its jury on this day. */
    const addCandidate = async (juryOn: string, kind: 'training' | 'resit' | null) => {
      const email = `${uuidv7()}@mail.example`;
      const own = await addCohort(app.db, centre, { frameworkVersionId, juryOn });
      const learner = await addTutoredLearner(app.db, centre, own, { tutorId: null, email });
      await addAfgsu(app.db, centre.id, learner.personId, '2023-01-15');
      if (kind !== null)
        await app.db.system.juryCandidate.create({
          data: {
            centreId: centre.id,
            jurySessionId: session.id,
            enrolmentId: learner.enrolmentId,
            position: (await app.db.system.juryCandidate.count()) + 1,
            kind,
          },
        });
      return email;
    };
    const later = await addCandidate('2026-12-18', 'training');
    const again = await addCandidate('2026-06-18', 'resit');
    const sooner = await addCandidate('2026-12-18', null);
    await planOn('2026-12-14T07:00:00+01:00');
    const told = await app.db.system.reminder.findMany({
      where: { recipientEmail: { in: [later, again, sooner] }, kind: 'credential_before_jury' },
    });
    expect(told.map(({ recipientEmail, lead }) => [recipientEmail, lead]).sort()).toEqual(
      [
        [later, '-60d'],
        [again, '-60d'],
      ].sort(),
    );
    expect(readMailText(received(again).at(-1)?.raw ?? '')).toContain('12 février 2027');
  });

  it('S4:L40: the copy to the CPAM is asked of who employs the learner on the day of issue', async () => {
    const addressOf = () => `${uuidv7()}@cabinet.example`;
    const [former, current, later] = [addressOf(), addressOf(), addressOf()];
    const learner = await addTutoredLearner(app.db, centre, cohortId, {
      tutorId: null,
      employerEmail: current,
    });
    const own = { centreId: centre.id, personId: learner.personId };
    await app.db.system.employment.createMany({
      data: [
        {
          ...own,
          employerName: 'Ancien cabinet',
          employerEmail: former,
          hireDate: new Date('2025-01-06'),
          endsOn: new Date('2026-05-31'),
        },
        {
          ...own,
          employerName: 'Cabinet suivant',
          employerEmail: later,
          hireDate: new Date('2026-11-18'),
        },
      ],
    });
    const number = 'CQP-2026-0412';
    await app.db.system.certificate.create({
      data: {
        centreId: centre.id,
        enrolmentId: learner.enrolmentId,
        kind: 'certificate',
        number,
        issuedOn: new Date('2026-11-16'),
        decidedOn: new Date('2026-11-16'),
        reasons: [],
        issuedByUserId: 'test',
      },
    });
    await plan();
    expect([former, current, later].map((address) => received(address).length)).toEqual([0, 1, 0]);
    const raw = received(current)[0]?.raw ?? '';
    const pdfs = [`${number}.pdf`, `lettre-cpam-${number}.pdf`].map((name) =>
      readAttached(raw, name),
    );
    expect(pdfs.map((bytes) => bytes.subarray(0, 5).toString())).toEqual(['%PDF-', '%PDF-']);
    const letter = await getDocumentProxy(new Uint8Array(pdfs[1] ?? []));
    const { text, totalPages } = await extractText(letter, { mergePages: true });
    expect(totalPages).toBe(1);
    expect(text).toMatch(/Objet : Copie du certificat de qualification professionnelle/);
    expect(text).not.toMatch(/Ancien cabinet|Cabinet suivant/);
  });
});
