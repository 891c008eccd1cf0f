import { describe, expect, it } from '@jest/globals';
import { enrolLearner } from '../support/cohort-builder.ts';
import { app, openPlanOffice, openPlans, readCalendar } from '../support/plan-office.ts';

openPlans();

/** A cohort of sixteen whose plan stands: the AFGSU is taught to two groups of eight. */
async function openTwoGroups(name: string) {
  const office = await openPlanOffice();
  const cohort = await office.addCohort(name, { capacity: 16 });
  const enrolled: string[] = [];
  for (let number = 1; number <= 16; number += 1) {
    const learner = { givenName: 'Alix', birthName: `Nom${String(number).padStart(2, '0')}` };
    enrolled.push(await enrolLearner(app, office.centre, cohort.id, learner, '2027-01-04'));
  }
  await office.accept((await office.finish(await office.ask([cohort.id]))).id);
  const readGroups = () =>
    app.db.system.moduleRun.findMany({
      where: { cohortId: cohort.id, moduleCode: { not: null }, groupNumber: { not: null } },
      orderBy: { groupNumber: 'asc' },
      include: {
        pathRuns: {
          where: { enrolment: { state: 'active' } },
          select: { enrolmentId: true, isChosen: true },
        },
      },
    });
  return {
    office,
    cohort,
    enrolled,
    readGroups,
    /** The cohort takes so few from now on, and these leave it. */
    async shrink(capacity: number, leaving: readonly string[]) {
      await app.db.system.enrolment.updateMany({
        where: { id: { in: [...leaving] } },
        data: { state: 'withdrawn' },
      });
      await app.db.system.cohort.updateMany({ where: { id: cohort.id }, data: { capacity } });
    },
    readBroken: async () => (await office.call('GET /plans', {})).body.cohorts[0]?.broken ?? [],
    async repair() {
      const plan = await office.finish(await office.ask([cohort.id], 'repair'));
      expect(plan.state).toBe('found');
      expect((await office.accept(plan.id)).status).toBe(200);
      return plan;
    },
    secondGroup: async () =>
      (await readCalendar(office, cohort.id)).slots.filter(({ name: said }) =>
        said.endsWith(', groupe 2'),
      ),
  };
}

describe('a group that a smaller cohort no longer needs (W1)', () => {
  it('is told to the coordinator, and a repair takes it out without moving anything else', async () => {
    const { shrink, readGroups, readBroken, repair, secondGroup } =
      await openTwoGroups('Groupe fantôme');
    const [, second] = await readGroups();
    const gone = second?.pathRuns.map(({ enrolmentId }) => enrolmentId) ?? [];
    expect(gone).toHaveLength(8);
    await shrink(12, gone);
    const idle = await secondGroup();
    expect(idle.length).toBeGreaterThan(0);
    expect((await readBroken()).map(({ slotId, message }) => [slotId, message])).toEqual(
      idle.map(({ id }) => [
        id,
        'Plus personne ne suit ce cours avec ce groupe : la réparation l’enlève du calendrier, et son formateur est libéré.',
      ]),
    );
    const { changes, movesBound } = await repair();
    expect(changes.map(({ kind }) => kind)).toEqual(idle.map(() => 'removed'));
    expect(movesBound).toBe(idle.length);
    expect(await secondGroup()).toEqual([]);
    expect(await readBroken()).toEqual([]);
    // Nobody is offered an empty group: the module is one course for all again.
    expect(await readGroups()).toEqual([]);
  });

  it('those who are still in it join the first one', async () => {
    const { shrink, readGroups, readBroken, repair, secondGroup } =
      await openTwoGroups('Deux moitiés');
    const [first, second] = await readGroups();
    const three = [first, second].flatMap((group) => group?.pathRuns.slice(0, 3) ?? []);
    await shrink(
      12,
      three.map(({ enrolmentId }) => enrolmentId),
    );
    expect((await readBroken())[0]?.message).toMatch(
      /^Les apprenants de la cohorte tiennent en un groupe de moins/,
    );
    await repair();
    expect(await secondGroup()).toEqual([]);
    const all = await app.db.system.pathRun.count({
      where: { moduleRunId: first?.id ?? '', enrolment: { state: 'active' } },
    });
    expect(all).toBe(10);
  });

  it('one that has begun is dropped once everybody has left it', async () => {
    const { shrink, readGroups, readBroken, repair, secondGroup } =
      await openTwoGroups('Commencée');
    const days = await secondGroup();
    app.clock.set(`${days[0]?.date}T20:00:00+01:00`);
    const [first, second] = await readGroups();
    const ids = second?.pathRuns.map(({ enrolmentId }) => enrolmentId) ?? [];
    await shrink(16, ids);
    const ahead = (await secondGroup()).filter(({ date }) => date > (days[0]?.date ?? ''));
    expect((await readBroken()).map(({ slotId }) => slotId)).toEqual(
      expect.arrayContaining(ahead.map(({ id }) => id)),
    );
    await repair();
    app.clock.set('2026-11-23T09:00:00+01:00');
    expect((await secondGroup()).map(({ id }) => id)).toEqual(
      days.filter(({ id }) => !ahead.some((one) => one.id === id)).map(({ id }) => id),
    );
    const [kept] = await readGroups();
    expect(kept?.pathRuns.map(({ enrolmentId }) => enrolmentId)).toEqual(
      first?.pathRuns.map(({ enrolmentId }) => enrolmentId),
    );
  });
});

describe('who is in which group once there are more or fewer of them (W1)', () => {
  it('a group that a person chose and a guest of another cohort stay, the others are dealt', async () => {
    const { office, cohort, readGroups, enrolled, shrink } = await openTwoGroups('Choisi');
    const [first, second] = await readGroups();
    const mover = first?.pathRuns[0]?.enrolmentId ?? '';
    const params = { enrolmentId: mover };
    const file = (await office.call('GET /enrolments/:enrolmentId', { params })).body;
    const { status } = await office.call('PUT /enrolments/:enrolmentId/path', {
      params,
      body: {
        revision: file.revision,
        moduleRunIds: file.path.flatMap(({ moduleRunId }) =>
          moduleRunId === first?.id ? [second?.id ?? ''] : (moduleRunId ?? []),
        ),
      },
    });
    expect(status).toBe(200);
    const other = await office.addCohort('Voisine', { capacity: 12 });
    const name = { givenName: 'Zoé', birthName: 'Zola' };
    const guest = await enrolLearner(app, office.centre, other.id, name, '2027-01-04');
    await app.db.system.pathRun.create({
      data: { centreId: office.centre.id, enrolmentId: guest, moduleRunId: second?.id ?? '' },
    });
    for (let number = 17; number <= 30; number += 1) {
      const learner = { givenName: 'Alix', birthName: `Nom${number}` };
      const id = await enrolLearner(app, office.centre, cohort.id, learner, '2027-01-04');
      await app.db.system.pathRun.deleteMany({
        where: { enrolmentId: id, moduleRunId: second?.id ?? '' },
      });
      enrolled.push(id);
    }
    await shrink(30, []);
    await app.db.system.room.updateMany({
      where: { centreId: office.centre.id },
      data: { seats: 40 },
    });
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan).toMatchObject({ state: 'found', unplaced: [] });
    expect((await office.accept(plan.id)).status).toBe(200);
    const groups = await readGroups();
    expect(groups.map(({ pathRuns }) => pathRuns.length)).toEqual([11, 10, 10]);
    const inSecond = groups[1]?.pathRuns.map(({ enrolmentId }) => enrolmentId) ?? [];
    expect(inSecond).toEqual(expect.arrayContaining([mover, guest]));
  });
});
