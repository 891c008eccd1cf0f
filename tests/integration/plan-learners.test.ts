import { describe, expect, it } from '@jest/globals';
import { adoptCalendar, enrolLearner } from '../support/cohort-builder.ts';
import { app, openPlanOffice, openPlans } from '../support/plan-office.ts';

openPlans();

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

describe('a cohort’s programme stays inside the contract dates (DOMAIN 12)', () => {
  type Contract = { hireDate: Date; contractStartsOn?: Date; endsOn: Date | null };
  const hireDate = new Date('2026-09-01');

  /** Four learners in a cohort of as many places, each with a contract. */
  async function openWithContracts(
    name: string,
    contractOf: (index: number) => Contract,
    capacity = 4,
  ) {
    const office = await openPlanOffice();
    const cohort = await office.addCohort(name, { capacity });
    for (const [index, givenName] of ['Alice', 'Bruno', 'Chloé', 'David'].entries()) {
      const learner = { givenName, birthName: 'Martin' };
      const id = await enrolLearner(app, office.centre, cohort.id, learner, '2027-01-04');
      const { personId } = await app.db.system.enrolment.findFirstOrThrow({ where: { id } });
      await app.db.system.employment.create({
        data: {
          centreId: office.centre.id,
          personId,
          employerName: 'Cabinet Ferrand',
          ...contractOf(index),
        },
      });
    }
    return { office, plan: await office.finish(await office.ask([cohort.id])) };
  }
  /** The contracts of the first ones end on 3 January 2027. */
  const ending = (count: number) => (index: number) => ({
    hireDate,
    endsOn: index < count ? new Date('2027-01-03') : null,
  });

  it('nothing is placed once half of its learners have no contract any more, and it says so', async () => {
    const { plan } = await openWithContracts('Contrats courts', ending(2));
    expect(plan.state).toBe('impossible');
    expect(plan.unplaced[0]?.sentence).toMatch(
      'tout doit être fini le 3 janvier 2027, avec les contrats. Prolongez-les',
    );
  });

  it('the contract of one learner is told and binds nobody else', async () => {
    const { plan } = await openWithContracts('Un contrat court', ending(1));
    expect(plan).toMatchObject({ state: 'found', unplaced: [] });
    expect(plan.outsideContracts).toEqual([
      expect.stringMatching(/^Martin Alice : le contrat finit le 3 janvier 2027/),
    ]);
  });

  const tuesday = new Date('2027-02-02');
  const firstDay = ({ changes }: { changes: { to?: { date: string } | null }[] }) =>
    changes.flatMap(({ to }) => to?.date ?? []).toSorted()[0];

  it('it begins when half of them have theirs, says so, and dates when a contract moves', async () => {
    const { office, plan } = await openWithContracts('Embauchés tard', () => ({
      hireDate,
      // Employed before: the contract of the training is another one.
      contractStartsOn: tuesday,
      endsOn: null,
    }));
    expect(plan.state).toBe('found');
    expect(firstDay(plan)?.localeCompare('2027-02-02')).toBeGreaterThanOrEqual(0);
    expect(plan.notes).toContain(
      'Embauchés tard : la moitié des apprenants n’ont de contrat qu’à partir du 2 février 2027, rien n’est placé avant.',
    );
    await app.db.system.employment.updateMany({
      where: { centreId: office.centre.id },
      data: { contractStartsOn: new Date('2027-02-09') },
    });
    expect((await office.read(plan.id)).isOutdated).toBe(true);
  });

  it('the first learners of a cohort that is still filling move nothing', async () => {
    const later = () => ({ hireDate: tuesday, endsOn: null });
    const { plan } = await openWithContracts('Se remplit', later, 12);
    expect(firstDay(plan)?.localeCompare('2027-02-02')).toBe(-1);
    expect(plan.notes).toEqual([]);
    expect(plan.outsideContracts).toHaveLength(4);
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

describe('learners enrolled before any calendar, of a module taught in groups (W1)', () => {
  it('are shared out among the groups, and stay there when one group is over', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Groupes', { capacity: 20 });
    for (let number = 1; number <= 16; number += 1) {
      const learner = { givenName: 'Alix', birthName: `Nom${number}` };
      await enrolLearner(app, office.centre, cohort.id, learner, '2027-01-04');
    }
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const readGroups = async () =>
      (
        await app.db.system.moduleRun.findMany({
          where: { cohortId: cohort.id, groupNumber: { not: null } },
          orderBy: { groupNumber: 'asc' },
          include: { _count: { select: { pathRuns: true } } },
        })
      ).map(({ groupNumber, _count }) => [groupNumber, _count.pathRuns]);
    expect(await readGroups()).toEqual([
      [1, 8],
      [2, 8],
    ]);
    const slots = await app.db.system.slot.findMany({
      where: { cohortId: cohort.id },
      include: { moduleRun: true },
      orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }],
    });
    const firstGroup = slots.filter(({ moduleRun }) => moduleRun.groupNumber === 1);
    const over = firstGroup.at(-1)?.heldOn.toISOString().slice(0, 10);
    app.clock.set(`${over}T20:00:00+01:00`);
    const last = slots.at(-1);
    await app.db.system.slot.delete({
      where: { centreId_id: { centreId: office.centre.id, id: last?.id ?? '' } },
    });
    const nextId = await office.ask([cohort.id]);
    await office.finish(nextId);
    expect((await office.accept(nextId)).status).toBe(200);
    app.clock.set('2026-11-23T09:00:00+01:00');
    expect(await readGroups()).toEqual([
      [1, 8],
      [2, 8],
    ]);
  });

  it('have the whole of their path at once when only a part of the plan is accepted', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Par parties', { capacity: 20 });
    const enrolled: string[] = [];
    for (let number = 1; number <= 14; number += 1) {
      const learner = { givenName: 'Alix', birthName: `Nom${number}` };
      enrolled.push(await enrolLearner(app, office.centre, cohort.id, learner, '2027-01-04'));
    }
    const { id, changes } = await office.finish(await office.ask([cohort.id]));
    const firstBlock = changes.filter(({ blockCode }) => blockCode === 'B1');
    const { status } = await office.accept(
      id,
      firstBlock.map((change) => change.id),
    );
    expect(status).toBe(200);
    const readPath = async (enrolmentId: string | undefined) =>
      (
        await office.call('GET /enrolments/:enrolmentId', {
          params: { enrolmentId: enrolmentId ?? '' },
        })
      ).body;
    const half = await readPath(enrolled[0]);
    expect(half.path.every(({ moduleRunId }) => moduleRunId !== null)).toBe(true);
    expect(half.unplanned).toBeGreaterThan(0);
    expect(half.path.map(({ reason }) => reason)).toContain(
      'À planifier : sa cohorte n’a pas encore placé ce module au calendrier.',
    );
    // Whoever enters meanwhile has it too, and does not lose it by a change of the path.
    const late = { params: { enrolmentId: enrolled[1] ?? '' } };
    const { body: saved } = await office.call('PUT /enrolments/:enrolmentId/path', {
      ...late,
      body: {
        revision: (await readPath(enrolled[1])).revision,
        moduleRunIds: half.path.flatMap(({ moduleRunId }) => moduleRunId ?? []),
      },
    });
    expect(saved.steps.every(({ moduleRunId }) => moduleRunId !== null)).toBe(true);

    expect((await office.accept(id)).body).toMatchObject({ left: 0 });
    for (const enrolmentId of enrolled) {
      const { path, unplanned } = await readPath(enrolmentId);
      expect(unplanned).toBe(0);
      expect(path.map(({ state }) => state).filter((state) => state !== 'own')).toEqual([]);
    }
    const groups = await app.db.system.moduleRun.findMany({
      where: { cohortId: cohort.id, groupNumber: { not: null } },
      include: { _count: { select: { pathRuns: true } } },
    });
    expect(groups.map(({ _count }) => _count.pathRuns)).toEqual([7, 7]);
  });
});
