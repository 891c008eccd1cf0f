import { afterEach, expect, it } from '@jest/globals';
import {
  addLearner,
  allDone,
  change,
  mailsTo,
  planCohort,
  remove,
  tellAt,
} from '../support/calendar-office.ts';
import { app, centre, coordinator, onBackend } from '../support/mail-room.ts';
import { addRoom } from '../support/room-builder.ts';

afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

onBackend('PostgreSQL', 'those concerned are told what changed in their calendar', () => {
  it('one mail with the difference, after ten quiet minutes, and once', async () => {
    const { cohort, first, second, third } = await planCohort('Changements');
    const learner = await addLearner(cohort.id);
    await change(first, { date: '2027-01-06', acceptedWarnings: ['slot.usual-weekday'] });
    await remove(second);
    app.clock.set('2026-11-23T09:08:00+01:00');
    await change(third, { roomId: await addRoom(app, coordinator, 'Salle neuve') });
    await tellAt('2026-11-23T09:12:00+01:00');
    expect(mailsTo(learner.email)).toEqual([]);
    await tellAt('2026-11-23T09:18:00+01:00');
    await tellAt('2026-11-23T09:40:00+01:00');
    const [mail, ...more] = mailsTo(learner.email);
    expect(more).toEqual([]);
    expect(mail).toMatch(
      `Déplacé : ${first.name}, du lundi 4 janvier 2027 de 9 h à 12 h 30 au mercredi 6 janvier 2027 de 9 h à 12 h 30`,
    );
    expect(mail).toMatch(`Annulé : lundi 4 janvier 2027 de 13 h 30 à 17 h, ${second.name}.`);
    expect(mail).not.toMatch('Salle neuve');
    expect(mail).toMatch(/\/acces\/[\w-]+/);
  });

  it('a trainer: what is theirs from now on, and what no longer is', async () => {
    const { cohort, first } = await planCohort('Formateurs');
    const one = await centre.addMember('trainer', { givenName: 'Anh', birthName: 'Nguyen' });
    const other = await centre.addMember('trainer', { givenName: 'Sara', birthName: 'Bel' });
    const learner = await addLearner(cohort.id);
    await change(first, { trainerId: one.personId });
    await tellAt('2026-11-23T09:30:00+01:00');
    expect(mailsTo(one.email)).toEqual([
      expect.stringContaining(
        `Ajouté : lundi 4 janvier 2027 de 9 h à 12 h 30, ${first.name}, Formateurs.`,
      ),
    ]);
    expect(mailsTo(learner.email)).toEqual([]);
    await change({ ...first, revision: 2 }, { trainerId: other.personId });
    await tellAt('2026-11-23T10:30:00+01:00');
    expect(mailsTo(one.email)[1]).toMatch(/Annulé : lundi 4 janvier 2027 de 9 h à 12 h 30/);
    expect(mailsTo(other.email)[0]).toMatch('Ajouté : lundi 4 janvier 2027');
    expect(mailsTo(learner.email)[0]).toMatch('Sara Bel au lieu d’Anh Nguyen');
  });

  it('a tutor: when their learner is away, and nothing of what is taught or by whom', async () => {
    const { cohort, first, second } = await planCohort('Tuteurs');
    const learner = await addLearner(cohort.id);
    const tutor = await centre.addMember('tutor', { givenName: 'Agnès', birthName: 'Roussel' });
    await app.db.system.employment.create({
      data: {
        centreId: centre.id,
        personId: learner.personId,
        employerName: 'Cabinet Roussel',
        tutorId: tutor.personId,
        hireDate: new Date('2026-09-01'),
      },
    });
    const trainer = await centre.addMember('trainer');
    await change(first, { date: '2027-01-06', acceptedWarnings: ['slot.usual-weekday'] });
    await change(second, { trainerId: trainer.personId });
    await tellAt('2026-11-23T09:30:00+01:00');
    const [mail, ...more] = mailsTo(tutor.email);
    expect(more).toEqual([]);
    expect(mail).toMatch(
      'Déplacé : Lina Abadie, du lundi 4 janvier 2027 de 9 h à 12 h 30 au mercredi 6 janvier 2027 de 9 h à 12 h 30.',
    );
    expect(mail).not.toMatch(first.name);
    expect(mail).not.toMatch('13 h 30');
  });

  it('moved and moved back: nothing', async () => {
    const { cohort, first } = await planCohort('Aller et retour');
    const learner = await addLearner(cohort.id);
    await change(first, { date: '2027-01-06', acceptedWarnings: ['slot.usual-weekday'] });
    await change({ ...first, revision: 2 }, {});
    await tellAt('2026-11-23T09:30:00+01:00');
    expect(mailsTo(learner.email)).toEqual([]);
  });

  it('the first calendar of a cohort is no change; those who left and those without a mail are left alone', async () => {
    const { cohort, first } = await planCohort('Personne');
    const gone = await addLearner(cohort.id);
    await addLearner(cohort.id, { email: null });
    await app.db.system.enrolment.updateMany({
      where: { id: gone.enrolmentId },
      data: { state: 'withdrawn' },
    });
    const before = await app.db.system.mail.count();
    await tellAt('2026-11-23T09:30:00+01:00');
    await remove(first);
    await tellAt('2026-11-23T10:30:00+01:00');
    expect(await app.db.system.mail.count()).toBe(before);
  });

  it('a path that a person changes: what it loses, and nothing when it comes back', async () => {
    const { cohort, first } = await planCohort('Parcours');
    const learner = await addLearner(cohort.id);
    const params = { enrolmentId: learner.enrolmentId };
    const follow = async (keeps: (runId: string) => boolean) => {
      const file = await app.call('GET /enrolments/:enrolmentId', { params }, coordinator);
      const all = await app.db.system.moduleRun.findMany({ where: { cohortId: cohort.id } });
      const moduleRunIds = all.map(({ id }) => id).filter(keeps);
      const body = { revision: file.body.revision, moduleRunIds };
      const saved = await app.call(
        'PUT /enrolments/:enrolmentId/path',
        { params, body },
        coordinator,
      );
      expect(saved.status).toBe(200);
    };
    const left = await app.db.system.slot.findFirstOrThrow({ where: { id: first.id } });
    const others = (runId: string) => runId !== left.moduleRunId;
    await follow(others);
    await follow(() => true);
    await tellAt('2026-11-23T09:30:00+01:00');
    expect(mailsTo(learner.email)).toEqual([]);
    await follow(others);
    await tellAt('2026-11-23T10:30:00+01:00');
    const [mail, ...more] = mailsTo(learner.email);
    expect(more).toEqual([]);
    expect(mail).toMatch(`Annulé : lundi 4 janvier 2027 de 9 h à 12 h 30, ${first.name}.`);
    expect(mail).not.toMatch('Ajouté');
    const [pending] = await app.db.system.pathChange.findMany({ where: { toldAt: null } });
    expect(pending).toBeUndefined();
  });

  it('what is over is not told', async () => {
    const { cohort, first } = await planCohort('Passé');
    const learner = await addLearner(cohort.id);
    app.clock.set('2027-01-05T09:00:00+01:00');
    await remove(first);
    await tellAt('2027-01-05T10:00:00+01:00');
    expect(mailsTo(learner.email)).toEqual([]);
  });

  it('a job that runs twice writes one mail; the learner’s timeline keeps it', async () => {
    const { cohort, first } = await planCohort('Deux fois');
    const learner = await addLearner(cohort.id);
    await remove(first);
    await tellAt('2026-11-23T09:30:00+01:00');
    const {
      id: _,
      sentAt: __,
      ...job
    } = await app.db.system.outboxJob.findFirstOrThrow({
      where: {
        name: 'slot-change.tell-person',
        payload: { path: ['personId'], equals: learner.personId },
      },
    });
    // Redelivered under its own id while its mark stands, as after a crash between the two.
    await app.db.system.outboxJob.updateMany({ where: { id: _ }, data: { sentAt: null } });
    await allDone();
    expect(mailsTo(learner.email)).toHaveLength(1);
    expect(job.doneAt).not.toBeNull();
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    expect(body.past.map(({ title }) => title)).toContainEqual(
      'Mail : Votre calendrier change : 1 créneau.',
    );
  });
});
