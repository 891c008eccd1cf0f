import type { AssessmentEventForm } from '@jalon/contract';
import { marksExpected } from '@jalon/domain';
import { afterEach, expect, it } from '@jest/globals';
import { parseEvents } from '../support/calendar-feeds.ts';
import { addLearner, allDone, planCohort } from '../support/calendar-office.ts';
import { app, centre, coordinator, onBackend, received } from '../support/mail-room.ts';
import { readAttached, readMailText } from '../support/smtp.ts';
import type { Member } from '../support/test-app.ts';

afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

type Form = AssessmentEventForm & { acceptedWarnings?: string[] };

/** A cohort, the first evaluation half-day of its first block, and a trainer who assesses. */
async function openOffice(name: string) {
  const { cohort, slots } = await planCohort(name);
  const slot = slots.find(({ kind }) => kind === 'evaluation');
  if (!slot) throw new Error('A calendar has evaluations');
  const trainer = await centre.addMember('trainer');
  const learner = await addLearner(cohort.id);
  return { cohort, slot, trainer, learner };
}
const propose = (slotId: string, by = coordinator) =>
  app.call('GET /slots/:slotId/assessment-event-proposal', { params: { slotId } }, by);
const prepare = (slotId: string, body: Form, by = coordinator) =>
  app.call('POST /slots/:slotId/assessment-events', { params: { slotId }, body }, by);
const read = (eventId: string, by = coordinator) =>
  app.call('GET /assessment-events/:eventId', { params: { eventId } }, by);
const change = (eventId: string, body: Form & { revision: number }) =>
  app.call('PUT /assessment-events/:eventId', { params: { eventId }, body }, coordinator);
const remove = (eventId: string, revision: number, reason: string | null = null) =>
  app.call(
    'POST /assessment-events/:eventId/removal',
    { params: { eventId }, body: { revision, reason } },
    coordinator,
  );
const summon = (eventId: string, enrolmentIds: string[], by = coordinator) =>
  app.call(
    'POST /assessment-events/:eventId/summons',
    { params: { eventId }, body: { enrolmentIds } },
    by,
  );

/** The learner as the link of their mail lets them in. */
async function asLearner({ personId }: { readonly personId: string }): Promise<Member> {
  const { userId, user } = await app.db.system.membership.findFirstOrThrow({
    where: { personId, role: 'learner' },
    include: { user: true },
  });
  return { userId, personId, centreId: centre.id, email: user.email, name: 'Lina Abadie' };
}

/** The event as proposed, assessed by that trainer. */
async function prepareWith(slotId: string, trainer: Member, more: Partial<Form> = {}) {
  const { body } = await propose(slotId);
  const form: Form = { ...body.form, assessorIds: [trainer.personId], ...more };
  const { body: event, status } = await prepare(slotId, form);
  expect(status).toBe(200);
  return { event, form };
}

onBackend('PostgreSQL', 'assessment events (S1:L178)', () => {
  it('are proposed from an evaluation half-day: its moment, who is due, in what, and why', async () => {
    const { slot, learner, cohort } = await openOffice('Proposée');
    const { body } = await propose(slot.id);
    expect(body.form).toMatchObject({ heldOn: slot.date, startsAt: slot.startsAt });
    expect(body.form.candidates).toMatchObject([
      { enrolmentId: learner.enrolmentId, assessmentCodes: ['B1-E1', 'B1-E2', 'B1-E3', 'B1-E4'] },
    ]);
    expect(body.due[0]).toMatchObject({
      outcome: 'due',
      reasons: [{ rule: 'assessment-event.assessments-due', source: 'S1:L178' }],
    });
    expect(await app.db.system.assessmentEvent.count({ where: { cohortId: cohort.id } })).toBe(0);
  });

  it('one event a half-day, which then waits for none', async () => {
    const { slot, trainer, cohort } = await openOffice('Une seule');
    const list = async () =>
      (
        await app.call(
          'GET /cohorts/:cohortId/assessment-events',
          { params: { cohortId: cohort.id } },
          coordinator,
        )
      ).body;
    expect((await list()).halfDays.map(({ slotId }) => slotId)).toContain(slot.id);
    const { form } = await prepareWith(slot.id, trainer);
    const after = await list();
    expect(after.halfDays.map(({ slotId }) => slotId)).not.toContain(slot.id);
    expect(after.events).toMatchObject([{ candidateCount: 1, markedCount: 0, toMarkCount: 4 }]);
    expect((await prepare(slot.id, form)).problem.code).toBe('rule_refused');
  });

  it('what is wrong is said at its field, what is unusual is confirmed knowingly', async () => {
    const { slot, trainer, learner } = await openOffice('Vérifiée');
    const { body } = await propose(slot.id);
    const form: Form = { ...body.form, assessorIds: [trainer.personId] };
    const [first] = form.candidates;
    if (!first) throw new Error('Somebody is due');
    const twice = await prepare(slot.id, { ...form, candidates: [first, first] });
    expect(twice.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/candidates/1']);
    const nobody = await prepare(slot.id, { ...form, assessorIds: [] });
    expect(nobody.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/assessorIds']);
    const stranger = await prepare(slot.id, { ...form, assessorIds: [learner.personId] });
    expect(stranger.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/assessorIds/0']);
    const longer = {
      ...form,
      candidates: [{ ...first, extraTime: { kind: 'half' as const, minutes: null } }],
    };
    const told = await prepare(slot.id, longer);
    expect(told.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/candidates/0/extraTime']);
    const acceptedWarnings = ['assessment-event.extra-time-fits'];
    expect((await prepare(slot.id, { ...longer, acceptedWarnings })).status).toBe(200);
  });

  it('what speaks against it is told while it is written, and nothing is kept', async () => {
    const { slot, trainer, learner, cohort } = await openOffice('Relue');
    const { body } = await propose(slot.id);
    const form: Form = { ...body.form, assessorIds: [trainer.personId] };
    const check = (more: Partial<Form>, by = coordinator) =>
      app.call(
        'POST /slots/:slotId/assessment-event-check',
        { params: { slotId: slot.id }, body: { ...form, ...more } },
        by,
      );
    expect((await check({})).body).toEqual([]);
    expect((await check({ assessorIds: [] })).body).toMatchObject([
      { severity: 'error', path: '/assessorIds' },
    ]);
    const candidates = form.candidates.map((one) => ({
      ...one,
      extraTime: { kind: 'half' as const, minutes: null },
    }));
    expect((await check({ candidates })).body).toMatchObject([
      { severity: 'warning', rule: 'assessment-event.extra-time-fits' },
    ]);
    expect((await check({}, trainer)).status).toBe(403);
    expect(await app.db.system.assessmentEvent.count({ where: { cohortId: cohort.id } })).toBe(0);
    const { event } = await prepareWith(slot.id, trainer);
    const { body: findings } = await app.call(
      'POST /assessment-events/:eventId/check',
      { params: { eventId: event.id }, body: { ...form, candidates: [] } },
      coordinator,
    );
    expect(findings).toMatchObject([{ severity: 'error', path: '/candidates' }]);
    expect((await read(event.id)).body.candidates).toMatchObject([
      { enrolmentId: learner.enrolmentId },
    ]);
  });

  it('of two who change one at once, the second sees both versions', async () => {
    const { slot, trainer } = await openOffice('À deux');
    const { event, form } = await prepareWith(slot.id, trainer);
    expect((await change(event.id, { ...form, minutes: 120, revision: 1 })).status).toBe(200);
    const late = await change(event.id, { ...form, minutes: 90, revision: 1 });
    expect(late.status).toBe(409);
    expect(late.problem.current).toMatchObject({ minutes: 120, revision: 2 });
  });

  it('a convocation carries the hours of the candidate, a PDF and a calendar file, and is traced', async () => {
    const { slot, trainer, learner } = await openOffice('Convoquée');
    const { body } = await propose(slot.id);
    const candidates = body.form.candidates.map((one) => ({
      ...one,
      extraTime: { kind: 'minutes' as const, minutes: 15 },
      extraTimeEvidence: 'Notification MDPH du 3 mars 2026',
    }));
    const { event, form } = await prepareWith(slot.id, trainer, {
      candidates,
      acceptedWarnings: ['assessment-event.extra-time-fits'],
    });
    const ids = [learner.enrolmentId];
    const answers = await Promise.all([summon(event.id, ids), summon(event.id, ids)]);
    expect(answers.map(({ body: { sent } }) => sent).sort()).toEqual([0, 1]);
    await allDone();
    const [mail, ...more] = received(learner.email);
    expect(more).toEqual([]);
    const raw = mail?.raw ?? '';
    expect(readMailText(raw)).toMatch(/évaluation du bloc B1/);
    expect(readMailText(raw)).not.toMatch('MDPH');
    expect(readAttached(raw, 'convocation.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    const [told] = parseEvents(readAttached(raw, 'calendrier.ics').toString());
    expect(told).toMatchObject({ uid: `assessment-event-${event.id}@jalon`, day: slot.date });
    const state = async () => (await read(event.id)).body.candidates[0]?.summons.state;
    expect(await state()).toBe('sent');
    expect((await read(event.id)).body.candidates[0]?.summons.sending).toEqual({
      state: 'left',
      words: 'Parti.',
    });
    // The learner reads on their page what their convocation says.
    const ownEvents = async () =>
      (await app.call('GET /progress', {}, await asLearner(learner))).body.enrolments[0]
        ?.assessmentEvents;
    expect(await ownEvents()).toMatchObject([
      {
        on: slot.date,
        startsAt: form.startsAt,
        endsAt: form.startsAt + form.minutes + 15,
        extraTimeWords: '15 min de plus',
        isCancelled: false,
      },
    ]);
    await change(event.id, { ...form, startsAt: form.startsAt + 15, revision: 1 });
    expect(await state()).toBe('outdated');
    const { body: timeline } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    expect(timeline.past.map(({ title }) => title)).toContain(
      'Convocation à une séance d’évaluation envoyée.',
    );
    // The convocation to the training is another one.
    const { body: training } = await app.call(
      'GET /cohorts/:cohortId/summons',
      { params: { cohortId: event.cohort.id } },
      coordinator,
    );
    expect(training[0]?.state).toBe('none');
    // Asked to it, they keep the trace: it is cancelled for a reason, not deleted.
    expect((await remove(event.id, 2)).problem.errors?.[0]?.pointer).toBe('/reason');
    const { body: ended } = await remove(event.id, 2, 'Salle inondée.');
    expect(ended).toEqual({ outcome: 'cancelled', told: 1 });
    await allDone();
    const farewell = received(learner.email).at(-1)?.raw ?? '';
    expect(readMailText(farewell)).toMatch(
      /n’a pas lieu : ne vous déplacez pas\. Motif : Salle inondée\./,
    );
    // Opened, the joined file takes out of their calendar the event that the convocation put in it.
    const removal = readAttached(farewell, 'annulation.ics').toString();
    expect(removal).toMatch(/^METHOD:CANCEL\r$/m);
    expect(parseEvents(removal)).toMatchObject([
      {
        uid: told?.uid,
        status: 'CANCELLED',
        sequence: (told?.sequence ?? 0) + 2,
        day: slot.date,
        summary: expect.stringMatching(/^Annulé · Évaluation du bloc B1/),
      },
    ]);
    expect(await ownEvents()).toMatchObject([{ isCancelled: true }]);
    expect((await summon(event.id, ids)).problem.code).toBe('rule_refused');
  });

  it('its assessor reads it without the paper of the extra time, and marks there; nobody else', async () => {
    const { slot, trainer, learner } = await openOffice('Notée');
    const { event, form } = await prepareWith(slot.id, trainer);
    const other = await centre.addMember('trainer');
    expect((await read(event.id, other)).status).toBe(404);
    const seen = (await read(event.id, trainer)).body;
    expect(seen).toMatchObject({ canWrite: false, candidates: [{ extraTimeEvidence: null }] });
    app.clock.set(`${slot.date}T18:00:00+01:00`);
    const framework = await app.db.system.frameworkVersion.findFirstOrThrow({
      where: { centreId: centre.id },
    });
    const content = framework.content as unknown as {
      blocks: { assessments: Parameters<typeof marksExpected>[0][] }[];
    };
    const assessment = content.blocks[0]?.assessments[0];
    if (!assessment) throw new Error('The block has épreuves');
    const mark = (more: Record<string, unknown> = {}, by: Member = trainer) =>
      app.call(
        'PUT /assessment-results',
        {
          body: {
            results: [
              {
                enrolmentId: learner.enrolmentId,
                blockCode: 'B1',
                assessmentCode: 'B1-E1',
                attempt: 1,
                expectedId: null,
                heldOn: slot.date,
                marks: Object.fromEntries(marksExpected(assessment).map(({ key }) => [key, true])),
                assessorName: trainer.name,
                eventId: event.id,
                ...more,
              },
            ],
          },
        },
        by,
      );
    expect((await mark({}, other)).status).toBe(404);
    const dayOff = await mark({ heldOn: '2027-01-04' });
    expect(dayOff.problem.errors?.[0]?.pointer).toBe('/results/0/heldOn');
    const { body } = await mark();
    expect(body.results[0]?.cell.current?.event).toMatchObject({ id: event.id });
    expect((await read(event.id)).body).toMatchObject({ markedCount: 1, toMarkCount: 4 });
    // What was assessed there keeps its place.
    expect((await remove(event.id, 1)).problem.code).toBe('rule_refused');
    const moved = await change(event.id, { ...form, heldOn: '2027-12-01', revision: 1 });
    expect(moved.problem.errors?.map(({ pointer }) => pointer)).toContain('/heldOn');
    await expect(
      app.db.system.assessmentEvent.deleteMany({ where: { id: event.id } }),
    ).rejects.toThrow();
  });

  it('the director reads and does not write; another centre finds nothing', async () => {
    const { slot, trainer } = await openOffice('À lire');
    const { event, form } = await prepareWith(slot.id, trainer);
    const director = await centre.addMember('director');
    expect((await read(event.id, director)).body.canWrite).toBe(false);
    expect((await prepare(slot.id, form, director)).status).toBe(403);
    const elsewhere = await app.addCentre('Ailleurs');
    const there = await elsewhere.addMember('coordinator');
    expect((await read(event.id, there)).status).toBe(404);
    expect((await propose(slot.id, there)).status).toBe(404);
    expect((await remove(event.id, 1)).body.outcome).toBe('deleted');
  });
});
