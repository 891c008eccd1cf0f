import { afterEach, describe, expect, it } from '@jest/globals';
import { enrolLearner } from '../support/cohort-builder.ts';
import { eventually } from '../support/eventually.ts';
import { app, openPlanOffice, openPlans, type PlanOffice } from '../support/plan-office.ts';

openPlans();
afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

/** Learners of the cohort with an address each, numbered from `first` on. */
async function enrol(office: PlanOffice, cohortId: string, first: number, count: number) {
  for (let number = first; number < first + count; number += 1) {
    const name = { givenName: 'Alix', birthName: `Nom${String(number).padStart(2, '0')}` };
    await enrolLearner(app, office.centre, cohortId, name, '2027-01-04');
  }
  const learners = await app.db.system.enrolment.findMany({ where: { cohortId } });
  for (const { id, personId } of learners)
    await app.db.system.person.updateMany({
      where: { id: personId },
      data: { email: `${id}@apprenant.example` },
    });
  return learners;
}

/** Lets what has changed be told, once those who changed it have been quiet. */
async function tellAt(office: PlanOffice, moment: string): Promise<void> {
  const { outboxJob } = app.db.system;
  app.clock.set(moment);
  const centreId = office.centre.id;
  await outboxJob.create({ data: { centreId, name: 'slot-change.tell-centre', payload: {} } });
  await eventually(
    async () => (await outboxJob.count({ where: { centreId, doneAt: null } })) === 0,
    'every mail',
  );
}

const toldTo = async (personId: string) =>
  (await app.db.system.mail.findMany({ where: { personId, purpose: 'slot-changes.told' } })).map(
    ({ text }) => text,
  );

describe('who changes group with an accepted plan is told by mail (W1, Qualiopi 9)', () => {
  it('what they lose and what they gain, word for word as the proposal said', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Qui grandit', { capacity: 12 });
    await enrol(office, cohort.id, 1, 12);
    await office.accept((await office.finish(await office.ask([cohort.id]))).id);
    await tellAt(office, '2026-11-23T10:00:00+01:00');
    await app.db.system.cohort.updateMany({
      where: { id: cohort.id },
      data: { capacity: 16 },
    });
    const learners = await enrol(office, cohort.id, 13, 4);
    const plan = await office.finish(await office.ask([cohort.id], 'repair'));
    expect(plan).toMatchObject({ state: 'found', unplaced: [] });
    expect((await office.accept(plan.id)).status).toBe(200);
    const groups = await app.db.system.moduleRun.findMany({
      where: { cohortId: cohort.id, groupNumber: { not: null } },
      orderBy: { groupNumber: 'asc' },
      include: { pathRuns: { include: { enrolment: true } }, slots: true },
    });
    expect(groups.map(({ pathRuns }) => pathRuns.length)).toEqual([8, 8]);
    await tellAt(office, '2026-11-23T10:30:00+01:00');
    const moved = groups[1]?.pathRuns.map(({ enrolment }) => enrolment.personId) ?? [];
    for (const { personId } of learners) {
      const announced = plan.people.find((one) => one.personId === personId)?.notice ?? [];
      const [mail, ...more] = await toldTo(personId);
      expect(more).toEqual([]);
      if (moved.includes(personId)) expect(announced.join('\n')).toMatch(/AFGSU/);
      for (const line of announced) expect(mail).toContain(line);
      expect(mail?.match(/^(Ajouté|Annulé|Déplacé|Lieu|Formateur) : /gm) ?? []).toHaveLength(
        announced.filter((line) => !line.startsWith('Et ')).length,
      );
    }
    await tellAt(office, '2026-11-23T11:30:00+01:00');
    for (const { personId } of learners)
      expect((await toldTo(personId)).length).toBeLessThanOrEqual(1);
  });
});
