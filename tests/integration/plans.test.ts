import { describe, expect, it } from '@jest/globals';
import { adoptCalendar, enrolLearner } from '../support/cohort-builder.ts';
import { app, openPlanOffice, openPlans } from '../support/plan-office.ts';
import { addRoom } from '../support/room-builder.ts';
import { formOf } from '../support/slot-form.ts';
import { trainerDesk } from '../support/trainer-file.ts';

openPlans();

const readCalendar = async (office: Awaited<ReturnType<typeof openPlanOffice>>, cohortId: string) =>
  (await office.call('GET /cohorts/:cohortId/calendar', { params: { cohortId } })).body;

describe('a cohort’s whole year in one click', () => {
  it('is proposed beside the calendar, accepted, and then holds every hour with trainer and room', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Promotion janvier');
    const before = await office.call('GET /plans', {});
    expect(before.body.cohorts[0]).toMatchObject({ slotCount: 0, broken: [] });
    const planId = await office.ask([cohort.id]);
    const plan = await office.finish(planId);
    expect(plan.unplaced).toEqual([]);
    expect(plan).toMatchObject({ state: 'found', isOutdated: false, keptCount: 0 });
    expect(plan.changes.every(({ kind }) => kind === 'added')).toBe(true);
    expect(plan.costs[0]).toMatchObject({ label: 'Heures de formateurs', weight: null });
    expect((await readCalendar(office, cohort.id)).slots).toEqual([]);

    const { body } = await office.accept(planId);
    expect(body).toEqual({ accepted: plan.changes.length, left: 0 });
    const calendar = await readCalendar(office, cohort.id);
    expect(calendar.slots).toHaveLength(plan.changes.length);
    expect(calendar.slots.every(({ trainer, room }) => trainer && room)).toBe(true);
    expect(calendar.plannedHours.filter(({ gapMinutes }) => gapMinutes !== 0)).toEqual([]);
    const after = await office.call('GET /plans', {});
    expect(after.body.cohorts[0]).toMatchObject({ unstaffedCount: 0, missingMinutes: 0 });
    expect((await office.read(planId)).state).toBe('accepted');
  });

  it('is accepted half-day by half-day, and the rest waits', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Par morceaux');
    const planId = await office.ask([cohort.id]);
    const { changes } = await office.finish(planId);
    const [first, second] = changes.map(({ id }) => id);
    const some = await office.accept(planId, [first ?? '', second ?? '']);
    expect(some.body).toEqual({ accepted: 2, left: changes.length - 2 });
    const plan = await office.read(planId);
    expect(plan).toMatchObject({ state: 'found', isOutdated: false, keptCount: 2 });
    expect((await office.accept(planId)).body).toMatchObject({ left: 0 });
    expect((await readCalendar(office, cohort.id)).slots).toHaveLength(changes.length);
  });

  it('a module taught in small groups has a run for each, its learners shared out', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Vingt', { capacity: 20 });
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const runs = await app.db.system.moduleRun.findMany({
      where: { cohortId: cohort.id, groupNumber: { not: null } },
    });
    expect(runs.map(({ groupNumber }) => groupNumber).toSorted()).toEqual([1, 2]);
    const { plannedHours, slots } = await readCalendar(office, cohort.id);
    expect(plannedHours.every(({ gapMinutes }) => gapMinutes === 0)).toBe(true);

    const second = slots.find(({ name }) => name.endsWith(', groupe 2'));
    if (!second) throw new Error('the second group has half-days');
    const { revision, moduleRunId } = second;
    const params = { slotId: second.id };
    await office.call('POST /slots/:slotId/removal', { params, body: { revision } });
    const add = (groupNumber: number) =>
      office.call('POST /cohorts/:cohortId/slots', {
        params: { cohortId: cohort.id },
        body: { ...formOf(second), groupNumber },
      });
    expect((await add(3)).problem.errors?.[0]?.pointer).toBe('/groupNumber');
    expect((await add(1)).problem.errors?.[0]?.pointer).toBe('/minutes');
    expect((await add(2)).body).toMatchObject({ moduleRunId, name: second.name });
  });
});

describe('a plan and people who work at the same time', () => {
  it('a change saved while another coordinator accepts: 409, the calendar and the plan both stay', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Bousculée');
    const first = await office.ask([cohort.id]);
    await office.finish(first);
    await office.accept(first);
    const second = await office.ask([cohort.id]);
    await office.finish(second);
    const { slots } = await readCalendar(office, cohort.id);
    const [slot] = slots;
    if (!slot) throw new Error('a calendar has half-days');
    await office.call('PUT /slots/:slotId', {
      params: { slotId: slot.id },
      body: formOf(slot, { roomId: null }),
    });
    const { status, problem } = await office.accept(second);
    // Nothing was left to change but the room that has just been taken off.
    expect(status).toBe(409);
    expect(problem.current).toMatchObject({ id: second, isOutdated: true });
    expect((await office.read(second)).state).toBe('found');
  });

  it('a double click asks for one search; two acceptances save one', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Deux clics');
    const [one, two] = await Promise.all([office.ask([cohort.id]), office.ask([cohort.id])]);
    expect(two).toBe(one);
    const plan = await office.finish(one);
    const answers = await Promise.all([office.accept(one), office.accept(one)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect((await readCalendar(office, cohort.id)).slots).toHaveLength(plan.changes.length);
  });

  it('another centre’s plan and cohorts are not found', async () => {
    const office = await openPlanOffice();
    const other = await openPlanOffice();
    const cohort = await office.addCohort('Chez nous');
    const planId = await office.ask([cohort.id]);
    const seen = await other.call('GET /plans/:planId', { params: { planId } });
    expect(seen.status).toBe(404);
    const asked = await other.call('POST /plans', {
      body: { kind: 'year', cohortIds: [cohort.id] },
    });
    expect(asked.problem.errors?.[0]?.pointer).toBe('/cohortIds');
    await office.finish(planId);
  });

  it('is stopped, and says so', async () => {
    const office = await openPlanOffice();
    const cohorts = await Promise.all(
      ['A', 'B', 'C'].map((name) => office.addCohort(`Arrêtée ${name}`)),
    );
    const planId = await office.ask(cohorts.map(({ id }) => id));
    await office.call('POST /plans/:planId/cancellation', { params: { planId } });
    const plan = await office.finish(planId);
    expect(['cancelled', 'found']).toContain(plan.state);
    expect(plan.wasStopped).toBe(true);
  });
});

describe('a plan that cannot be says why', () => {
  it('no trainer at all', async () => {
    const office = await openPlanOffice({ trainers: 0 });
    const cohort = await office.addCohort('Sans formateur');
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.state).toBe('impossible');
    expect(plan.unplaced[0]?.sentence).toMatch('Aucun formateur n’a de fiche complète');
    expect(plan.unplaced[0]?.reasons).toEqual([]);
  });

  it('nobody accredited for the AFGSU', async () => {
    const office = await openPlanOffice({ accredited: 0 });
    const cohort = await office.addCohort('Sans habilitation');
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.unplaced[0]?.sentence).toMatch('aucun formateur habilité');
  });

  it('no room with what the modules ask for; once one is equipped, it holds all of them', async () => {
    const office = await openPlanOffice({ equipment: ['Postes informatiques'] });
    const cohort = await office.addCohort('Équipée');
    const bare = await office.finish(await office.ask([cohort.id]));
    expect(bare.state).toBe('impossible');
    expect(bare.unplaced[0]?.sentence).toMatch('aucune salle équipée de Postes informatiques');
    const room = await addRoom(app, office.coordinator, 'Salle info', {
      seats: 26,
      equipment: ['postes informatiques', 'écran'],
    });
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.unplaced).toEqual([]);
    expect(new Set(plan.changes.map(({ to }) => to?.room?.id))).toEqual(new Set([room]));
  });

  it('more hours than days', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Trop court', { endsOn: '2027-02-26' });
    const plan = await office.finish(await office.ask([cohort.id]));
    const said = [plan.unplaced[0]?.sentence, ...(plan.unplaced[0]?.reasons ?? [])].join(' ');
    expect(said).toMatch('Reculez la fin');
  });
});

describe('everything, AFGSU included, is over before the cohort’s jury (DOMAIN 12)', () => {
  /** A cohort with its learners; the first ones are presented on 4 January 2027. */
  async function openWithJury(name: string, learners: readonly string[], presented: number) {
    const office = await openPlanOffice();
    const cohort = await office.addCohort(name);
    const own = { centreId: office.centre.id };
    const jury = await app.db.system.jurySession.create({
      data: {
        ...own,
        frameworkVersionId: office.frameworkVersionId,
        heldOn: new Date('2027-01-04'),
        place: 'Salle 2',
      },
    });
    for (const [index, givenName] of learners.entries()) {
      const learner = { givenName, birthName: 'Martin' };
      const from = '2027-01-04';
      const enrolmentId = await enrolLearner(app, office.centre, cohort.id, learner, from);
      if (index < presented)
        await app.db.system.juryCandidate.create({
          data: { ...own, jurySessionId: jury.id, enrolmentId, position: index + 1 },
        });
    }
    return office.finish(await office.ask([cohort.id]));
  }

  it('a session of half of its learners binds a cohort that has no jury date of its own', async () => {
    const plan = await openWithJury('Jury proche', ['Alice', 'Bruno', 'Chloé', 'David'], 2);
    expect(plan.state).toBe('impossible');
    expect(plan.unplaced[0]?.sentence).toMatch(
      'tout doit être fini le 3 janvier 2027. Reculez le jury',
    );
  });

  it('one learner’s early jury binds nobody else: the plan is found, and the learner is named (W3)', async () => {
    const plan = await openWithJury('Jury à part', ['Alice', 'Bruno', 'Chloé'], 1);
    expect(plan).toMatchObject({ state: 'found', unplaced: [] });
    expect(plan.afterJuries).toEqual([
      expect.stringMatching(
        /^Martin Alice : le jury est le 4 janvier 2027, \d+ créneaux de son parcours ne sont pas avant, jusqu’au .+ 2027\.$/,
      ),
    ]);
  });
});

describe('a learner who follows another cohort too (W3)', () => {
  it('is never expected twice at once: the plan keeps clear of their half-days there', async () => {
    const office = await openPlanOffice({ trainers: 4, rooms: 3 });
    const weekdays = [1, 2, 3];
    const theirs = await office.addCohort('Déjà planifiée', { weekdays });
    const calendar = await adoptCalendar(app, office.coordinator, theirs.id);
    const cohort = await office.addCohort('À planifier', { weekdays });
    const name = { givenName: 'Alice', birthName: 'Martin' };
    const enrolmentId = await enrolLearner(app, office.centre, cohort.id, name, '2027-01-04');
    const [caughtUp] = await app.db.system.moduleRun.findMany({
      where: { cohortId: theirs.id, blockCode: 'B1', kind: 'training' },
    });
    if (!caughtUp) throw new Error('The other cohort has a first module');
    await app.db.system.pathRun.create({
      data: { centreId: office.centre.id, enrolmentId, moduleRunId: caughtUp.id },
    });
    const { personId } = await app.db.system.enrolment.findFirstOrThrow({
      where: { id: enrolmentId },
    });
    await app.db.system.employment.create({
      data: {
        centreId: office.centre.id,
        personId,
        employerName: 'Cabinet Ferrand',
        hireDate: new Date('2026-09-01'),
        endsOn: new Date('2027-01-15'),
      },
    });
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.unplaced).toEqual([]);
    // DOMAIN 12: a course stays inside the dates of the contract, or it is said.
    expect(plan.outsideContracts).toEqual([
      expect.stringMatching(
        /^Martin Alice : le contrat finit le 15 janvier 2027, \d+ créneaux après\.$/,
      ),
    ]);
    const attended = calendar.slots
      .filter(({ blockCode, kind }) => blockCode === 'B1' && kind === 'training')
      .map(({ date, halfDay }) => `${date} ${halfDay}`);
    expect(attended).toContain('2027-01-04 morning');
    const planned = plan.changes.map(({ to }) => `${to?.date} ${to?.halfDay}`);
    expect(planned.filter((moment) => attended.includes(moment))).toEqual([]);
  });
});

describe('a half-day that somebody locked', () => {
  it('stays where it is with its trainer and its room, whatever the plan', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Verrou');
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const [slot] = (await readCalendar(office, cohort.id)).slots;
    if (!slot) throw new Error('a calendar has half-days');
    const lock = (isLocked: boolean) =>
      office.call('PUT /slots/:slotId/lock', { params: { slotId: slot.id }, body: { isLocked } });
    expect((await lock(true)).body).toMatchObject({ isLocked: true, revision: slot.revision });
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.state).toBe('found');
    expect(plan.changes.map(({ id }) => id)).not.toContain(slot.id);

    await trainerDesk(app, office.coordinator, slot.trainer?.id ?? '').beAway(slot.date, slot.date);
    const refused = await office.finish(await office.ask([cohort.id]));
    expect(refused.state).toBe('impossible');
    expect(refused.unplaced[0]?.sentence).toMatch(
      /^Un créneau verrouillé ne tient plus\. .*Déverrouillez-le/,
    );
    expect((await lock(false)).body.isLocked).toBe(false);
  });

  it('held at a distance, it needs a trainer and no room: it is complete, may be locked and stays so', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('À distance');
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const [slot, other] = (await readCalendar(office, cohort.id)).slots;
    if (!slot || !other) throw new Error('a calendar has half-days');
    const goRemote = (one: typeof slot) =>
      office.call('PUT /slots/:slotId', {
        params: { slotId: one.id },
        body: formOf(one, { mode: 'remote' }),
      });
    expect((await goRemote(slot)).body).toMatchObject({ mode: 'remote', room: null });
    expect((await office.call('GET /plans', {})).body.cohorts[0]).toMatchObject({
      unstaffedCount: 0,
      broken: [],
    });
    const locked = await office.call('PUT /slots/:slotId/lock', {
      params: { slotId: slot.id },
      body: { isLocked: true },
    });
    expect(locked.body).toMatchObject({ isLocked: true, room: null });
    await goRemote(other);
    await app.db.system.room.updateMany({
      where: { centreId: office.centre.id },
      data: { seats: 12 },
    });
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan).toMatchObject({ state: 'found', unplaced: [] });
    await office.accept(plan.id);
    const { slots } = await readCalendar(office, cohort.id);
    const remote = slots.filter(({ mode }) => mode === 'remote');
    expect(remote.map(({ id }) => id)).toContain(slot.id);
    expect(remote.map(({ id }) => id)).toContain(other.id);
    expect(remote).toHaveLength(2);
    expect(slots.every(({ mode, room }) => (mode === 'remote') === (room === null))).toBe(true);
  });

  it('needs a trainer and a room, and is unlocked before it loses one', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Verrou incomplet');
    const planId = await office.ask([cohort.id]);
    const { changes } = await office.finish(planId);
    await office.accept(planId, [changes[0]?.id ?? '']);
    const [slot] = (await readCalendar(office, cohort.id)).slots;
    if (!slot) throw new Error('a calendar has half-days');
    const params = { slotId: slot.id };
    const lock = (isLocked: boolean) =>
      office.call('PUT /slots/:slotId/lock', { params, body: { isLocked } });
    const takeRoomOff = () =>
      office.call('PUT /slots/:slotId', { params, body: formOf(slot, { roomId: null }) });
    await lock(true);
    expect((await takeRoomOff()).problem.errors).toEqual([
      { pointer: '/roomId', message: expect.stringMatching('déverrouillez-le') },
    ]);
    await lock(false);
    expect((await takeRoomOff()).body).toMatchObject({ room: null, isLocked: false });
    expect((await lock(true)).problem.detail).toBe(
      'Donnez à ce créneau une salle avant de le verrouiller.',
    );
  });
});

describe('what no longer holds', () => {
  it('leaves out who teaches without a file, and says so once; whoever left no longer holds', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Sans fiche');
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const unfiled = await office.centre.addMember('trainer', {
      givenName: 'Ève',
      birthName: 'Sansfiche',
    });
    const { slots } = await readCalendar(office, cohort.id);
    const given = slots.slice(0, 3).map(({ id }) => id);
    await app.db.system.slot.updateMany({
      where: { id: { in: given } },
      data: { trainerId: unfiled.personId },
    });
    const { body } = await office.call('GET /plans', {});
    expect(body.cohorts[0]?.broken).toEqual([]);
    expect(body.unfiledTrainers).toEqual([
      expect.objectContaining({ id: unfiled.personId, slotCount: 3 }),
    ]);
    await app.db.system.membership.updateMany({
      where: { personId: unfiled.personId },
      data: { endedAt: new Date() },
    });
    const after = await office.call('GET /plans', {});
    expect(after.body.unfiledTrainers).toEqual([]);
    expect(after.body.cohorts[0]?.broken.map(({ slotId }) => slotId).toSorted()).toEqual(
      given.toSorted(),
    );
    expect(after.body.cohorts[0]?.broken[0]?.message).toMatch('un formateur sans fiche ou parti');
  });
});

describe('repairing a plan with the fewest changes', () => {
  it('a trainer is away two weeks: only what no longer holds moves, and who is concerned is named', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('À réparer');
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const { slots } = await readCalendar(office, cohort.id);
    const victim = slots.find(({ date }) => date >= '2027-02-01')?.trainer?.id ?? '';
    await trainerDesk(app, office.coordinator, victim).beAway('2027-02-01', '2027-02-14');
    const broken = slots.filter(
      ({ date, trainer }) => trainer?.id === victim && date >= '2027-02-01' && date <= '2027-02-14',
    );
    const { body } = await office.call('GET /plans', {});
    expect(body.cohorts[0]?.broken).toHaveLength(broken.length);
    const repair = await office.finish(await office.ask([cohort.id], 'repair'));
    expect(repair.state).toBe('found');
    expect(repair.movesBound).toBe(broken.length);
    expect(repair.changes.length).toBeLessThanOrEqual(Math.ceil(1.2 * broken.length));
    const told = repair.people.find(({ personId }) => personId === victim)?.notice ?? [];
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((line) => /^(Annulé|Déplacé) : /.test(line))).toBe(true);
    await office.accept(repair.id);
    const healed = await office.call('GET /plans', {});
    expect(healed.body.cohorts[0]?.broken).toEqual([]);
  });
});
