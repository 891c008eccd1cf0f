import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let lina: Member;
let office: Member;
let cohort: CohortRecords;
let learner: RecordedLearner;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA Le Mans');
  office = await centre.addMember('coordinator');
  lina = await centre.addMember('learner', { givenName: 'Lina', birthName: 'Abadie' });
  cohort = await CohortRecords.create(app.db, centre);
  learner = await cohort.addLearner('Lina', 'Abadie', {
    personId: lina.personId,
    hireDate: '2025-06-01',
  });
  await cohort.decide(learner, 'B1', 'acquired', '2026-06-12');
  for (const { code } of cohort.framework.blocks) {
    await cohort.assess(learner, code, '++++.');
    await cohort.appraise(learner, code, 'mastered');
  }
  await cohort.holdAfgsu(learner, '2022-12-02', '2026-12-02');
  await cohort.attend(learner, cohort.slots);
});
afterAll(() => app.close());

const readProgress = async (member = lina) => (await app.call('GET /progress', {}, member)).body;

describe('the learner’s page', () => {
  it('says what is missing before the certificate, in a sentence each', async () => {
    const { givenName, enrolments } = await readProgress();
    expect(givenName).toBe('Lina');
    expect(enrolments[0]?.officeMail).toBe(office.email);
    expect(enrolments[0]).toMatchObject({
      headline: 'Une chose à régler, le reste suit son cours',
      afterwards: 'Le jury du vendredi 18 décembre 2026 se prononce ensuite sur trois blocs.',
      dueMinutes: 279 * 60,
      doneMinutes: 279 * 60,
      juryOn: '2026-12-18',
      certificate: null,
    });
    const missing = enrolments[0]?.missing ?? [];
    expect(missing[0]).toEqual({
      kind: 'credential',
      blockCode: null,
      text: 'Il manque l’attestation AFGSU niveau 1 en cours de validité au 18 décembre 2026 : elle expire le 2 décembre 2026.',
      steps: ['Demandez une formation ou un recyclage à votre centre.'],
      isOnItsWay: false,
    });
    expect(missing.map(({ blockCode }) => blockCode)).toEqual([null, 'B2', 'B3', 'B4']);
    expect(missing[1]?.steps).toEqual([
      'Prêt, 4 épreuves sur 4 : le jury se prononce le vendredi 18 décembre 2026.',
    ]);
  });

  it('what is missing is what the certificates page says, sentence by sentence', async () => {
    const office = await centre.addMember('coordinator');
    const { body } = await app.call('GET /certificates', { query: {} }, office);
    const standing = body.find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
    const unmet = (standing?.readiness.reasons ?? []).filter(({ met }) => !met);
    const [own] = (await readProgress()).enrolments;
    expect(own?.missing.map(({ text }) => text).sort()).toEqual(
      unmet.map(({ facts }) => facts).sort(),
    );
  });

  it('shows each block as the centre sees it, with its épreuves and the appraisal', async () => {
    const [own] = (await readProgress()).enrolments;
    expect(own?.blocks.map(({ label }) => label)).toEqual([
      'Acquis',
      'Prêt',
      'Prêt',
      'Manque AFGSU',
    ]);
    expect(own?.blocks[1]).toMatchObject({ appraisal: 'signée le 9 novembre 2026' });
    expect(own?.blocks[3]?.assessments.map(({ state }) => state)).toEqual([
      'acquired',
      'acquired',
      'acquired',
      'acquired',
      'missing',
      'acquired',
    ]);
  });

  it('tells the employer’s deadline in plain words (DOMAIN 6); what is missing is not said twice', async () => {
    const [own] = (await readProgress()).enrolments;
    expect(own?.deadlines.map(({ kind, on }) => [kind, on])).toEqual([['obtain', '2027-06-01']]);
    expect(own?.deadlines[0]?.text).toContain('Ce délai engage votre employeur');
  });

  it('lists what is next: all the half-days to come, from this minute on', async () => {
    app.clock.set('2026-09-07T12:29:00+02:00');
    const before = (await readProgress()).enrolments[0]?.slots;
    app.clock.set('2026-09-07T12:30:00+02:00');
    const after = (await readProgress()).enrolments[0]?.slots;
    app.clock.set('2026-11-23T09:00:00+01:00');
    expect(before).toHaveLength(cohort.slots.length);
    expect(before?.[0]).toMatchObject({ on: '2026-09-07', startsAt: 540, endsAt: 750 });
    expect(after?.[0]).toMatchObject({ on: '2026-09-07', startsAt: 810 });
  });

  it('shows the certificate once it is issued, and nothing missing any more', async () => {
    const { id } = await app.db.system.certificate.create({
      data: {
        centreId: centre.id,
        enrolmentId: learner.enrolmentId,
        kind: 'certificate',
        number: 'CQP-2026-001',
        issuedOn: new Date('2026-11-23'),
        decidedOn: new Date('2026-11-20'),
        reasons: [],
        issuedByUserId: 'test',
      },
    });
    const [own] = (await readProgress()).enrolments;
    expect(own).toMatchObject({
      headline: 'Votre certificat est délivré',
      missing: [],
      deadlines: [],
      certificate: { id, number: 'CQP-2026-001', issuedOn: '2026-11-23' },
    });
  });
});

describe('a learner sees their own file and no other', () => {
  it('another learner of the same cohort gets only theirs, or nothing', async () => {
    await cohort.addLearner('Maxime', 'Bonnet');
    const stranger = await centre.addMember('learner', { givenName: 'Inès', birthName: 'Delmas' });
    expect(await readProgress(stranger)).toEqual({ givenName: 'Inès', enrolments: [] });
    expect((await readProgress()).enrolments).toHaveLength(1);
  });

  it('whoever left keeps what a jury acquired, and reads what it is good for (S1:L176)', async () => {
    const rose = await centre.addMember('learner', { givenName: 'Rose', birthName: 'Gomez' });
    const gone = await cohort.addLearner('Rose', 'Gomez', { personId: rose.personId });
    await cohort.decide(gone, 'B2', 'acquired', '2026-11-06');
    const params = { enrolmentId: gone.enrolmentId };
    const { body: file } = await app.call('GET /enrolments/:enrolmentId', { params }, office);
    const left = await app.call(
      'POST /enrolments/:enrolmentId/withdraw',
      { params, body: { revision: file.revision, on: '2026-11-20', motive: 'Déménagement' } },
      office,
    );
    expect(left.status).toBe(200);
    const [own] = (await readProgress(rose)).enrolments;
    expect(own).toMatchObject({
      hasLeft: true,
      headline: 'Vous avez quitté cette formation le 20 novembre 2026',
      missing: [],
      slots: [],
      deadlines: [],
      juryOn: null,
    });
    expect(own?.afterwards).toContain('Un bloc vous reste acquis');
    expect(own?.blocks.map(({ code, state }) => [code, state])).toEqual([['B2', 'acquired']]);

    const issued = await app.call(
      'POST /enrolments/:enrolmentId/block-attestations',
      { params },
      office,
    );
    expect(issued.body).toHaveLength(1);
    const { body: certificates } = await app.call('GET /certificates', { query: {} }, office);
    expect(certificates.find(({ enrolmentId }) => enrolmentId === gone.enrolmentId)).toMatchObject({
      left: 'Abandon le 20 novembre 2026, garde B2',
      acquiredBlocks: [{ code: 'B2', attestation: { number: issued.body[0]?.number } }],
    });
    const { body: board } = await app.call(
      'GET /cohorts/:cohortId/board',
      { params: { cohortId: cohort.id } },
      office,
    );
    expect(board.left).toEqual([
      {
        enrolmentId: gone.enrolmentId,
        name: 'Gomez Rose',
        fact: 'Abandon le 20 novembre 2026, garde B2',
      },
    ]);
    expect(board.learners.map(({ familyName }) => familyName)).not.toContain('Gomez');
  });

  it('an enrolment that was withdrawn with nothing acquired is not shown', async () => {
    const noe = await centre.addMember('learner', { givenName: 'Noé', birthName: 'Petit' });
    const gone = await cohort.addLearner('Noé', 'Petit', { personId: noe.personId });
    await app.db.system.enrolment.update({
      where: { centreId_id: { centreId: centre.id, id: gone.enrolmentId } },
      data: { state: 'withdrawn' },
    });
    expect((await readProgress(noe)).enrolments).toEqual([]);
  });

  it('staff have no such page', async () => {
    const { status } = await app.call('GET /progress', {}, await centre.addMember('coordinator'));
    expect(status).toBe(403);
  });
});
