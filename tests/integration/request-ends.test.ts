import { beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords } from '../support/cohort-records.ts';
import { app, centre, coordinator, office, only, openJuryOffice } from '../support/jury-office.ts';
import type { Member } from '../support/test-app.ts';

openJuryOffice();

let tutor: Member;
beforeAll(async () => {
  tutor = await centre.addMember('tutor', { givenName: 'Hélène', birthName: 'Ferrand' });
});

/** A learner with every block appraised, whose tutor is asked again for B1 and B2 and begins B2. */
async function prepareAskedAgain() {
  const { juryId, learners, cohortId } = await office.prepare([{ tutorId: tutor.personId }]);
  const learner = only(learners);
  const { enrolmentId } = learner;
  app.clock.set('2026-11-02T09:00:00+01:00');
  const body = { cohortId, blockCodes: ['B1', 'B2'], dueOn: '2026-11-16', label: 'Fin' };
  await app.call('POST /appraisals', { body }, coordinator);
  app.clock.set('2026-11-23T09:00:00+01:00');
  const rows = await app.db.system.appraisal.findMany({
    where: { enrolmentId, signedAt: null },
    orderBy: { blockCode: 'asc' },
  });
  const [b1 = '', b2 = ''] = rows.map(({ id }) => id);
  const code = office.framework.blocks[1]?.competences[0]?.code ?? '';
  await app.call(
    'PUT /tutor/appraisals/:appraisalId',
    {
      params: { appraisalId: b2 },
      body: {
        ratings: { [code]: 'mastered' },
        comments: {},
        comment: 'Très à l’aise',
        revision: 1,
      },
    },
    tutor,
  );
  return { juryId, learner, cohortId, b1, b2 };
}

const listOf = async (state: 'open' | 'ended', cohortId: string) =>
  (await app.call('GET /appraisals', { query: { state, cohortId } }, coordinator)).body;
const home = async () => (await app.call('GET /home', {}, coordinator)).body;
const menuCount = async () =>
  (await home()).menu.find(({ entry }) => entry === 'appraisals')?.count ?? 0;
const openAsTutor = (appraisalId: string) =>
  app.call('GET /tutor/appraisals/:appraisalId', { params: { appraisalId } }, tutor);
const toDo = async () =>
  (await app.call('GET /tutor/appraisals', {}, tutor)).body.toDo.map(({ id }) => id);
const timeline = async (enrolmentId: string) =>
  (
    await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId } },
      coordinator,
    )
  ).body.past.map(({ title }) => title);

describe('the jury’s closing ends what was still asked about a block that it acquires (S1:L176)', () => {
  it('for the office’s list, its menu, the morning and the tutor alike', async () => {
    const { juryId, learner, cohortId, b1, b2 } = await prepareAskedAgain();
    const { enrolmentId } = learner;
    const lateOf = async () =>
      (await home()).late.filter(
        ({ kind, subject }) => kind === 'appraisal' && subject === learner.name,
      );
    const before = await menuCount();
    expect((await listOf('open', cohortId)).counts).toMatchObject({ open: 2, late: 2, ended: 0 });
    expect(await lateOf()).toHaveLength(2);
    await office.decide(juryId, [
      { enrolmentId, blockCode: 'B1', decision: 'not_acquired', motive: 'Épreuve à revoir' },
      ...['B2', 'B3', 'B4'].map((blockCode) => ({ enrolmentId, blockCode, decision: 'acquired' })),
    ]);
    // Nothing ends before the session is closed.
    expect((await listOf('open', cohortId)).counts.open).toBe(2);
    expect((await office.close(juryId)).status).toBe(200);

    const { rows, counts } = await listOf('ended', cohortId);
    expect(counts).toMatchObject({ open: 1, late: 1, ended: 1 });
    expect(rows).toMatchObject([
      {
        id: b2,
        state: 'ended',
        isLate: false,
        facts: 'Sans objet depuis le 23 novembre 2026 : le jury a acquis ce bloc.',
      },
    ]);
    expect(await menuCount()).toBe(before - 1);
    expect((await lateOf()).map(({ fact }) => fact)).toEqual([
      'appréciation du bloc B1 non signée',
    ]);
    expect(await toDo()).toEqual([b1]);
    expect(await timeline(enrolmentId)).toContainEqual(
      expect.stringMatching(
        /^Demande d’appréciation close : bloc B2 .*, sans objet, le jury a acquis/,
      ),
    );
  });

  it('keeps what the tutor had begun, tells them by mail, and their link says why', async () => {
    const { juryId, learner, b2 } = await prepareAskedAgain();
    const toTutor = { toEmail: tutor.email, purpose: 'appraisal.ended' };
    const before = await app.db.system.mail.count({ where: toTutor });
    await office.decideAll(juryId, learner);
    await office.close(juryId);
    const { body } = await openAsTutor(b2);
    expect(body).toMatchObject({
      comment: 'Très à l’aise',
      end: {
        isFinal: true,
        sentence:
          'Rien n’est plus attendu de vous depuis le 23 novembre 2026 : le jury a acquis ce bloc.',
      },
    });
    // B1 was asked and not begun: its link says so too, without a mail.
    expect(await app.db.system.mail.count({ where: toTutor })).toBe(before + 1);
  });

  it('in another enrolment of the person on the same framework too, where the block is kept', async () => {
    const first = await prepareAskedAgain();
    const second = await prepareAskedAgain();
    await app.db.system.enrolment.updateMany({
      where: { id: second.learner.enrolmentId },
      data: { personId: first.learner.personId },
    });
    await office.decideAll(first.juryId, first.learner, ['B1', 'B2', 'B3', 'B4']);
    await office.close(first.juryId);
    expect((await listOf('ended', second.cohortId)).counts).toMatchObject({ open: 0, ended: 2 });
  });
});

describe('a whole appraisal and a later request that is late: the board and the morning agree', () => {
  it('the block is ready, and both say that a newer appraisal is late', async () => {
    const other = await app.addCentre();
    const by = await other.addMember('coordinator');
    const cohort = await CohortRecords.create(app.db, other);
    const learner = await cohort.addLearner('Inès', 'Delmas');
    await cohort.makeReady(learner);
    await cohort.attend(learner, cohort.slots);
    await cohort.appraise(learner, 'B2', null, { dueOn: '2026-11-19' });
    const params = { cohortId: cohort.id };
    const { body: board } = await app.call('GET /cohorts/:cohortId/board', { params }, by);
    expect(only(board.learners)).toMatchObject({ isReady: true });
    expect(only(board.learners).cells[1]).toMatchObject({
      label: 'Prêt',
      fact: expect.stringMatching(/ · nouvelle appréciation en retard$/),
    });
    const { body: morning } = await app.call('GET /home', {}, by);
    expect(morning.late).toMatchObject([
      {
        subject: 'Delmas Inès',
        days: -4,
        fact: 'nouvelle appréciation du bloc B2 non signée',
        why: expect.stringContaining('Celle du 9 novembre 2026 compte en attendant.'),
      },
    ]);
  });
});

describe('an enrolment that ends awaits nothing of its tutor any more', () => {
  const change = async (enrolmentId: string, act: 'withdraw' | 'reinstate') => {
    const params = { enrolmentId };
    const { body } = await app.call('GET /enrolments/:enrolmentId', { params }, coordinator);
    const { revision } = body;
    return act === 'withdraw'
      ? app.call(
          'POST /enrolments/:enrolmentId/withdraw',
          { params, body: { revision, on: '2026-11-20', motive: 'Déménagement' } },
          coordinator,
        )
      : app.call(
          'POST /enrolments/:enrolmentId/reinstate',
          { params, body: { revision } },
          coordinator,
        );
  };

  it('withdrawn: what was asked is without object, and awaited again once that is undone', async () => {
    const { learner, cohortId, b1, b2 } = await prepareAskedAgain();
    const { enrolmentId } = learner;
    const before = await menuCount();
    expect((await change(enrolmentId, 'withdraw')).status).toBe(200);
    const { rows, counts } = await listOf('ended', cohortId);
    expect(counts).toMatchObject({ open: 0, late: 0, ended: 2 });
    expect(rows[0]?.facts).toBe(
      'Sans objet depuis le 23 novembre 2026 : cette personne a quitté la formation.',
    );
    expect(await menuCount()).toBe(before - 2);
    expect((await openAsTutor(b2)).body.end?.sentence).toBe(
      'Rien n’est plus attendu de vous depuis le 23 novembre 2026 : cette personne a quitté la formation.',
    );
    expect((await change(enrolmentId, 'reinstate')).status).toBe(200);
    expect(await menuCount()).toBe(before);
    expect(await toDo()).toEqual(expect.arrayContaining([b1, b2]));
    expect((await openAsTutor(b2)).body).toMatchObject({ end: null, comment: 'Très à l’aise' });
    expect(await timeline(enrolmentId)).toContainEqual(
      expect.stringContaining(', l’inscription reprend.'),
    );
  });
});

describe('a tutor who is no longer in post: the board, the morning and the list agree', () => {
  it('the appraisal is to be asked of whoever is, and says so everywhere', async () => {
    const { juryId, learners, cohortId } = await office.prepare(
      [{ tutorId: tutor.personId, unappraised: ['B2'] }],
      { opens: false },
    );
    expect(juryId).not.toBe('');
    const { enrolmentId, personId, name } = only(learners);
    const body = { cohortId, blockCodes: ['B2'], dueOn: '2026-12-04', label: 'Fin' };
    await app.call('POST /appraisals', { body }, coordinator);
    const next = await centre.addMember('tutor', { givenName: 'Nora', birthName: 'Suivante' });
    await app.db.system.employment.updateMany({
      where: { personId },
      data: { tutorId: next.personId },
    });
    const { body: board } = await app.call(
      'GET /cohorts/:cohortId/board',
      { params: { cohortId } },
      coordinator,
    );
    expect(only(board.learners).cells[1]).toMatchObject({
      label: 'Appréciation à redemander',
      fact: 'Suivante Nora',
    });
    const ofLearner = (await home()).atRisk.find(
      ({ kind, subject }) => kind === 'appraisal' && subject === name,
    );
    expect(ofLearner).toMatchObject({
      fact: 'l’appréciation du bloc B2 est à demander à un autre tuteur',
      action: { act: 'hand_over_appraisals', targetId: enrolmentId },
    });
    expect((await listOf('open', cohortId)).rows).toMatchObject([
      { state: 'to_resend', handOverTo: 'Nora Suivante' },
    ]);
    expect(await toDo()).not.toContain((await listOf('open', cohortId)).rows[0]?.id);
  });
});

describe('what a jury decided is told by its own word', () => {
  it('an adjourned block is « ajourné » on the timeline, never « non acquis »', async () => {
    const { juryId, learners } = await office.prepare([{ tutorId: tutor.personId }]);
    const { enrolmentId } = only(learners);
    const motive = 'Pièce attendue';
    await office.decide(juryId, [
      { enrolmentId, blockCode: 'B1', decision: 'adjourned', motive },
      { enrolmentId, blockCode: 'B2', decision: 'not_acquired', motive },
      { enrolmentId, blockCode: 'B3', decision: 'acquired' },
    ]);
    const verdicts = (await timeline(enrolmentId)).filter((title) =>
      /^Décision du jury/.test(title),
    );
    const ends = verdicts.map((title) => /B(\d) .*\) (.*)\.$/.exec(title)?.slice(1).join(' '));
    expect(ends.toSorted()).toEqual(['1 ajourné', '2 non acquis', '3 acquis']);
  });
});
