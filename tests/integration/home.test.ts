import {
  isCertificateToSettle,
  isDeadlineNear,
  isDispensationOpen,
  isJuryToHold,
  type MenuEntry,
} from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohort: CohortRecords;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA Le Mans');
  coordinator = await centre.addMember('coordinator', {
    givenName: 'Claire',
    birthName: 'Morvan',
  });
  cohort = await CohortRecords.create(app.db, centre);
  const ready = await cohort.addLearner('Inès', 'Delmas');
  await cohort.makeReady(ready);
  await cohort.attend(ready, cohort.slots);
  await app.db.system.person.update({
    where: { centreId_id: { centreId: centre.id, id: ready.personId } },
    data: {
      birthDate: new Date('1998-04-12'),
      sex: 'F',
      birthCountryCode: 'FR',
      birthPlaceCode: '72181',
    },
  });
});
afterAll(() => app.close());

const readUrgent = async (member = coordinator) => {
  const { late, toDo, atRisk } = await readHome(member);
  return [...late, ...toDo, ...atRisk];
};
const readHome = async (member = coordinator) => (await app.call('GET /home', {}, member)).body;

describe('the coordinator’s morning', () => {
  it('announces a planned jury for which no session is prepared, until one is', async () => {
    const { title, atRisk } = await readHome();
    expect(title).toBe('Bonjour Claire. Rien n’est en retard, une chose est à surveiller.');
    expect(atRisk).toMatchObject([
      {
        kind: 'jury',
        days: 25,
        fact: 'aucune session de jury n’est préparée',
        action: { act: 'prepare_jury', targetId: cohort.id },
      },
    ]);
    const { status } = await app.call(
      'POST /juries',
      { body: { heldOn: '2026-12-18', place: 'Le Mans', remote: false, cohortIds: [cohort.id] } },
      coordinator,
    );
    expect(status).toBe(200);
    expect((await readHome()).atRisk).toEqual([]);
  });

  it('says that nothing presses when nothing does, and how the cohorts stand', async () => {
    const home = await readHome();
    expect(home.title).toBe('Bonjour Claire. Rien ne presse aujourd’hui.');
    expect(home).toMatchObject({ today: '2026-11-23', late: [], toDo: [], atRisk: [], slots: [] });
    expect(home.cohorts).toMatchObject([
      {
        name: 'Automne 2026',
        learners: 1,
        ready: 1,
        issued: 0,
        outcome: 'certificate',
        juryOn: '2026-12-18',
        dueMinutes: 279 * 60,
        doneMinutes: 279 * 60,
      },
    ]);
  });

  it('late: an appraisal, a half-day without sheet, the branch’s silence, most late first', async () => {
    const learner = await cohort.addLearner('Aminata', 'Cissé', { startsOn: '2026-11-16' });
    await cohort.appraise(learner, 'B3', null, { dueOn: '2026-11-19' });
    await cohort.dispense(learner, 'B1', 600, 'transmitted', '2026-10-21');
    const other = await CohortRecords.create(app.db, centre, {
      name: 'Hiver 2026',
      juryOn: null,
      like: cohort,
    });
    const late = await other.addLearner('Sofia', 'El Amrani', { startsOn: '2026-11-16' });
    const [first, ...rest] = other.slots.filter(({ heldOn }) => heldOn >= '2026-11-16');
    if (!first) throw new Error('no half-day on 16 November');
    await app.db.system.slot.updateMany({
      where: { centreId: centre.id, id: { in: rest.map(({ id }) => id) } },
      data: { cancelledAt: new Date() },
    });
    const { title, late: rows } = await readHome();
    expect(title).toBe('Bonjour Claire. Trois choses ne peuvent pas attendre.');
    expect(rows.map(({ kind, days }) => [kind, days])).toEqual([
      ['attendance', -7],
      ['appraisal', -4],
      ['dispensation', -3],
    ]);
    expect(rows[0]).toMatchObject({
      fact: 'aucune présence n’est notée',
      action: { act: 'fill_sheet', targetId: first.id },
    });
    expect(rows[1]).toMatchObject({
      subject: 'Cissé Aminata',
      phone: '02 43 00 00 00',
      why: 'Ferrand Cissé Hélène, lien pas encore ouvert. Le jury est dans 25 jours.',
    });
    expect(rows[2]?.why).toBe('Transmise le 21 octobre 2026, réf. D-2026-118.');
    expect(late.enrolmentId).not.toBe('');
  });

  it('at risk: the jury is near and learners are not ready, an attestation ends before it', async () => {
    const learner = await cohort.addLearner('Lina', 'Abadie');
    await cohort.holdAfgsu(learner, '2022-12-02', '2026-12-02');
    const { atRisk } = await readHome();
    const kinds = atRisk.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['credential', 'jury', 'rate', 'identity']));
    expect(atRisk.find(({ kind }) => kind === 'credential')).toMatchObject({
      days: 9,
      subject: 'Abadie Lina',
      fact: 'AFGSU niveau 1 expire le 2 décembre 2026, avant le jury du 18 décembre 2026',
    });
    expect(atRisk.find(({ kind }) => kind === 'jury')?.action).toMatchObject({
      act: 'read_board',
      targetId: cohort.id,
    });
  });

  it('appraisals that nobody asked for: told by the morning and by the learner’s page alike', async () => {
    const learner = await cohort.addLearner('Hugo', 'Fontaine');
    const params = { enrolmentId: learner.enrolmentId };
    const unasked = async () =>
      (await app.call('GET /enrolments/:enrolmentId/appraisals', { params }, coordinator)).body
        .unasked;
    const countUnasked = async () => {
      const row = (await readUrgent()).find(({ action }) => action?.act === 'request_appraisals');
      return Number.parseInt(row?.fact ?? '0', 10);
    };
    const before = await countUnasked();
    expect(await unasked()).toMatchObject([
      { code: 'B1', standing: 'pas encore demandée' },
      { code: 'B2' },
      { code: 'B3' },
      { code: 'B4' },
    ]);
    await cohort.appraise(learner, 'B1', null, { dueOn: '2026-12-04' });
    expect((await unasked()).map(({ code }) => code)).toEqual(['B2', 'B3', 'B4']);
    expect(await countUnasked()).toBe(before - 1);
  });

  it('at risk: the employer’s deadline to have the title obtained (DOMAIN 6)', async () => {
    await cohort.addLearner('Julie', 'Moreau', { hireDate: '2024-12-31' });
    const { atRisk } = await readHome();
    expect(atRisk.find(({ kind }) => kind === 'deadline')).toMatchObject({
      days: 38,
      subject: 'Moreau Julie',
      fact: 'doit avoir obtenu son titre au plus tard le 31 décembre 2026',
    });
  });

  it('a refused block asks for a new session until one is registered (S1:L176)', async () => {
    const learner = await cohort.addLearner('Noé', 'Petit');
    const { decisionId } = await cohort.decide(learner, 'B4', 'not_acquired', '2026-11-20');
    const ofResit = async () => (await readHome()).atRisk.filter(({ kind }) => kind === 'resit');
    expect(await ofResit()).toMatchObject([{ subject: 'Petit Noé', days: 27 }]);
    await app.db.system.resitRegistration.create({
      data: {
        centreId: centre.id,
        enrolmentId: learner.enrolmentId,
        blockCode: 'B4',
        fromDecisionId: decisionId,
        plannedOn: new Date('2026-12-18'),
        createdByUserId: 'test',
      },
    });
    expect(await ofResit()).toEqual([]);
  });

  it('refused in an earlier enrolment, acquired in a later one: nothing is left to register', async () => {
    const first = await cohort.addLearner('Élodie', 'Garnier');
    await cohort.decide(first, 'B2', 'not_acquired', '2026-05-18');
    const ofElodie = async () =>
      (await readUrgent()).filter(
        ({ kind, subject }) => kind === 'resit' && subject === 'Garnier Élodie',
      );
    expect(await ofElodie()).toHaveLength(1);
    const spring = await CohortRecords.create(app.db, centre, {
      name: 'Printemps 2027',
      juryOn: null,
      like: cohort,
    });
    const again = await spring.addLearner('Élodie', 'Garnier', { personId: first.personId });
    const { juryId } = await spring.decide(again, 'B2', 'not_acquired', '2026-11-10');
    expect(await ofElodie()).toMatchObject([
      { why: expect.stringMatching(/^Non acquis au jury du 10 novembre 2026/) },
    ]);
    const resits = async () =>
      (await app.call('GET /resits', { query: { settled: 'no' } }, coordinator)).body.filter(
        ({ learnerName }) => learnerName === 'Garnier Élodie',
      );
    expect(await resits()).toMatchObject([{ decidedOn: '2026-11-10' }]);
    await spring.decide(again, 'B2', 'acquired', '2026-11-20');
    expect(juryId).not.toBe('');
    expect(await ofElodie()).toEqual([]);
    expect(await resits()).toEqual([]);
  });

  it('a jury of today is there, though its cohort is over; so is one left open', async () => {
    const past = await CohortRecords.create(app.db, centre, {
      name: 'Automne 2025',
      juryOn: null,
      like: cohort,
    });
    const learner = await past.addLearner('Thomas', 'Leroux');
    await app.db.system.cohort.update({
      where: { centreId_id: { centreId: centre.id, id: past.id } },
      data: { state: 'completed' },
    });
    const today = await past.decide(learner, 'B4', 'not_acquired', '2026-11-23', false);
    const leftOpen = await past.decide(learner, 'B3', 'acquired', '2026-11-19', false);
    const { juries } = await readHome();
    expect(juries.map(({ id, heldOn, state }) => [id, heldOn, state])).toEqual([
      [leftOpen.juryId, '2026-11-19', 'open'],
      [today.juryId, '2026-11-23', 'open'],
    ]);
    expect(juries[1]).toMatchObject({ candidates: 1, cohortNames: ['Automne 2025'] });
  });

  it('today’s half-days, with who is expected', async () => {
    app.clock.set('2026-11-16T08:00:00+01:00');
    const { slots } = await readHome();
    app.clock.set('2026-11-23T09:00:00+01:00');
    const here = slots.filter(({ cohortName }) => cohortName === 'Automne 2026');
    expect(here.length).toBeGreaterThan(0);
    expect(here[0]).toMatchObject({ startsAt: 540, endsAt: 600, isSigned: true });
    expect(here[0]?.expectedCount).toBeGreaterThan(1);
  });
});

describe('the menu', () => {
  const countOf = async (entry: MenuEntry) =>
    (await readHome()).menu.find((one) => one.entry === entry);

  it('counts what each page lists by itself, row by row', async () => {
    const learner = await cohort.addLearner('Julie', 'Caron');
    for (const { code } of cohort.framework.blocks)
      await cohort.decide(learner, code, 'acquired', '2026-11-20');
    await cohort.holdAfgsu(learner, '2026-03-04', '2030-03-04');
    await cohort.dispense(learner, 'B2', 600);
    const { body: certificates } = await app.call('GET /certificates', { query: {} }, coordinator);
    const { body: deadlines } = await app.call('GET /deadlines', { query: {} }, coordinator);
    const { body: dispensations } = await app.call(
      'GET /dispensations',
      { query: { perPage: 2000 } },
      coordinator,
    );
    const { body: appraisals } = await app.call(
      'GET /appraisals',
      { query: { state: 'open' } },
      coordinator,
    );
    const { body: juries } = await app.call('GET /juries', {}, coordinator);
    const { body: halfDays } = await app.call('GET /half-days', { query: {} }, coordinator);
    const rows: Record<Exclude<MenuEntry, 'registry-reports'>, number> = {
      certificates: certificates.filter(isCertificateToSettle).length,
      deadlines: deadlines.rows.filter(({ urgency }) => isDeadlineNear(urgency)).length,
      dispensations: dispensations.rows.filter(({ state }) => isDispensationOpen(state)).length,
      appraisals: appraisals.rows.length,
      juries: juries.filter(({ state }) => isJuryToHold(state)).length,
      attendance: halfDays.rows.filter(
        ({ slot, state }) => slot.date < '2026-11-23' && (state === 'late' || state === 'to_sign'),
      ).length,
    };
    const { menu } = await readHome();
    const counts = Object.fromEntries(menu.map(({ entry, count }) => [entry, count]));
    // The registry waits for nothing while nobody has entered the identifiers to send with.
    expect(counts).toEqual({ ...rows, 'registry-reports': 0 });
    for (const count of Object.values(rows)) expect(count).toBeGreaterThan(0);
  });

  it('takes the colour of the worst: late, at risk, or only waiting', async () => {
    expect(await countOf('appraisals')).toMatchObject({ worst: 'late' });
    expect(await countOf('deadlines')).toMatchObject({ worst: 'at_risk' });
    expect(await countOf('certificates')).toMatchObject({ worst: 'waiting' });
  });

  it('a certificate issued waits for its copy, then is settled', async () => {
    const before = (await countOf('certificates'))?.count ?? 0;
    const toDo = async () => (await readHome()).toDo.map(({ fact }) => fact);
    expect(await toDo()).toContainEqual(expect.stringMatching(/peu(t|vent) recevoir/));
    const { body } = await app.call('GET /certificates', { query: {} }, coordinator);
    const ready = body.find(({ readiness }) => readiness.outcome === 'ready');
    const { body: issued } = await app.call(
      'POST /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId: ready?.enrolmentId ?? '' } },
      coordinator,
    );
    expect((await countOf('certificates'))?.count).toBe(before);
    expect(await toDo()).toContain('copie du certificat à envoyer à la CPAM');
    await app.call(
      'PUT /certificates/:certificateId/cpam-copy',
      { params: { certificateId: issued.id }, body: { sentOn: '2026-11-23', replaces: null } },
      coordinator,
    );
    expect((await countOf('certificates'))?.count).toBe(before - 1);
    expect(await toDo()).not.toContain('copie du certificat à envoyer à la CPAM');
  });

  it('to do today: an appraisal due today, a request to file, the sheets of the day', async () => {
    const learner = await cohort.addLearner('Rose', 'Gomez', { startsOn: '2026-11-16' });
    await cohort.appraise(learner, 'B3', null, { dueOn: '2026-11-16' });
    await cohort.dispense(learner, 'B1', 600, 'draft');
    app.clock.set('2026-11-16T08:00:00+01:00');
    const { toDo, atRisk } = await readHome();
    app.clock.set('2026-11-23T09:00:00+01:00');
    expect(toDo).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'appraisal', days: 0, subject: 'Gomez Rose' }),
        expect.objectContaining({ kind: 'attendance', fact: 'à ouvrir et à signer' }),
        expect.objectContaining({ subject: 'Dispense de Gomez Rose', fact: 'brouillon à déposer' }),
      ]),
    );
    expect(atRisk.filter(({ days }) => days === 0)).toEqual([]);
  });
});

describe('who reads it, and of which centre', () => {
  it('an act is offered to whoever may do it; the others may open what it is about', async () => {
    const actsOf = async (member: Member) =>
      new Map((await readUrgent(member)).map(({ kind, action }) => [kind, action?.act]));
    const office = await actsOf(coordinator);
    expect(office.get('attendance')).toBe('fill_sheet');
    expect(office.get('dispensation')).toBe('file_dispensation');
    expect(office.get('identity')).toBe('complete_learners');
    const luc = await centre.addMember('director', { givenName: 'Luc', birthName: 'Tessier' });
    const director = await actsOf(luc);
    expect([...director.values()].filter((act) => !act?.startsWith('read_'))).toEqual([]);
    expect([...director.keys()]).toEqual([...office.keys()]);
    await app.db.system.membership.create({
      data: { centreId: centre.id, userId: luc.userId, personId: luc.personId, role: 'trainer' },
    });
    const both = await actsOf(luc);
    expect([both.get('attendance'), both.get('dispensation')]).toEqual([
      'fill_sheet',
      'read_dispensation',
    ]);
  });

  it('nothing of another centre shows', async () => {
    const other = await (await app.addCentre('afbb')).addMember('director');
    const home = await readHome(other);
    expect(home).toMatchObject({ late: [], atRisk: [], slots: [], cohorts: [] });
  });

  it('a trainer, a tutor or a learner does not', async () => {
    for (const role of ['trainer', 'tutor', 'learner'] as const) {
      const { status } = await app.call('GET /home', {}, await centre.addMember(role));
      expect(status).toBe(403);
    }
  });
});
