import { type PlanSlot, readRunId } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { app, openPlanOffice, openPlans, type PlanOffice } from '../support/plan-office.ts';

openPlans();

/** A cohort with its year accepted; autumn 2027 is free. */
async function openPlanned(
  name: string,
  needs: Parameters<typeof openPlanOffice>[0] = {},
  form: Parameters<PlanOffice['addCohort']>[1] = {},
) {
  const office = await openPlanOffice(needs);
  const cohort = await office.addCohort(name, form);
  const first = await office.finish(await office.ask([cohort.id]));
  expect(first).toMatchObject({ state: 'found', unplaced: [] });
  await office.accept(first.id);
  await app.db.system.cohort.updateMany({
    where: { id: cohort.id },
    data: { endsOn: new Date('2027-12-18') },
  });
  return {
    office,
    /**
     * A proposal to change the calendar so: what a solver finds is not chosen, so its proposal is
     * replaced. The answer accepts those of its changes that go to some days.
     */
    async propose(edit: (slots: readonly PlanSlot[]) => readonly PlanSlot[]) {
      const { id } = await office.finish(await office.ask([cohort.id], 'repair'));
      const { result } = await app.db.system.planSearch.findFirstOrThrow({ where: { id } });
      const outcome = result as unknown as { readonly slots: readonly PlanSlot[] };
      await app.db.system.planSearch.updateMany({
        where: { id },
        data: { state: 'found', result: { ...outcome, slots: edit(outcome.slots) } as object },
      });
      const { changes } = await office.read(id);
      return (...days: readonly string[]) =>
        accept(
          office,
          id,
          changes.flatMap((one) => (one.to && days.includes(one.to.date) ? [one.id] : [])),
        );
    },
  };
}

/** `accepted`, or why not, before what to do about it. */
async function accept(office: PlanOffice, planId: string, ids: readonly string[]) {
  const { status, problem } = await office.accept(planId, ids);
  if (status === 200) return 'accepted';
  const said = problem.errors?.map(({ message }) => message) ?? [];
  expect(said.at(-1)).toMatch(/^Choisissez aussi les changements qui vont avec ceux-ci/);
  return said.slice(0, -1);
}

const at = (slot: PlanSlot, date: string, halfDay: 'morning' | 'afternoon'): PlanSlot => ({
  ...slot,
  date,
  halfDay,
  startsAt: halfDay === 'morning' ? 540 : 810,
});

const isModuleOf1 = ({ runId }: PlanSlot) =>
  readRunId(runId).blockCode === 'B1' && readRunId(runId).kind === 'training';
const isEvaluationOf1 = ({ runId }: PlanSlot) =>
  readRunId(runId).blockCode === 'B1' && readRunId(runId).kind === 'evaluation';

/** The first half-days of block 1's module go to these, its evaluation far behind them. */
const moveFirst = (places: readonly (readonly [string, 'morning' | 'afternoon'])[]) => {
  return (slots: readonly PlanSlot[], trainerId?: string): readonly PlanSlot[] => {
    const moved = slots.filter(isModuleOf1);
    return slots.map((slot) => {
      if (isEvaluationOf1(slot)) return at(slot, '2027-11-22', 'morning');
      const place = places[moved.indexOf(slot)];
      return place ? { ...at(slot, ...place), trainerId: trainerId ?? slot.trainerId } : slot;
    });
  };
};

describe('a part of a plan keeps every rule of the whole (DOMAIN 12)', () => {
  it('modules stay before their block’s evaluation, or it is accepted with them (S1:L178)', async () => {
    const { propose } = await openPlanned('Évaluation à sa place');
    const take = await propose(moveFirst([['2027-10-04', 'morning']]));
    expect(await take('2027-10-04')).toEqual([
      expect.stringMatching(
        /^.+, le lundi 4 octobre 2027, doit venir avant Évaluation du bloc B1, qui commence le .+\.$/,
      ),
    ]);
    expect(await take('2027-10-04', '2027-11-22')).toBe('accepted');
  });

  it('a trainer’s week stays within its maximum', async () => {
    const { office, propose } = await openPlanned('Semaine pleine', { maxMinutesPerWeek: 630 });
    const [, one, other] = office.trainers.map(({ personId }) => personId);
    const fill = moveFirst([
      ['2027-10-04', 'morning'],
      ['2027-10-04', 'afternoon'],
      ['2027-10-05', 'morning'],
    ]);
    const first = await propose((slots) => fill(slots, one));
    expect(await first('2027-10-04', '2027-10-05', '2027-11-22')).toBe('accepted');
    const take = await propose((slots) => {
      const fourth = slots.find((slot) => isModuleOf1(slot) && slot.date < '2027-10');
      return slots.map((slot) => {
        if (slot === fourth && one)
          return { ...at(slot, '2027-10-05', 'afternoon'), trainerId: one };
        return slot.date === '2027-10-04' && other ? { ...slot, trainerId: other } : slot;
      });
    });
    expect(await take('2027-10-05')).toEqual([
      expect.stringMatching(
        /aurait 14 h dans la semaine du lundi 4 octobre 2027 : son maximum est 10 h 30\.$/,
      ),
    ]);
    expect(await take('2027-10-04', '2027-10-05')).toBe('accepted');
  });

  it('a module in full days comes with both of its half-days (W1)', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Journées entières', { credentialInFullDays: true });
    const { id, changes } = await office.finish(await office.ask([cohort.id]));
    const morning = changes.find(({ name, to }) => /AFGSU/.test(name) && to?.halfDay === 'morning');
    const day = changes.flatMap((one) =>
      one.name === morning?.name && one.to?.date === morning.to?.date ? [one.id] : [],
    );
    expect(day).toHaveLength(2);
    expect(await accept(office, id, [morning?.id ?? ''])).toEqual([
      expect.stringMatching(/se tient en journées entières : il manque une demi-journée le /),
    ]);
    expect(await accept(office, id, day)).toBe('accepted');
  });

  it('an average rhythm has no week that is too full (H5)', async () => {
    const rhythm = { weekdays: [1, 2, 3, 4], daysPerWeek: 2 };
    const { propose } = await openPlanned('Rythme moyen', { trainers: 4 }, rhythm);
    const fill = moveFirst([
      ['2027-10-11', 'morning'],
      ['2027-10-12', 'morning'],
      ['2027-10-13', 'morning'],
      ['2027-10-25', 'morning'],
    ]);
    const first = await propose((slots) => fill(slots));
    const days = ['2027-10-11', '2027-10-12', '2027-10-13', '2027-10-25', '2027-11-22'];
    expect(await first(...days)).toBe('accepted');
    const take = await propose((slots) =>
      slots.map((slot) => {
        if (slot.date === '2027-10-25') return at(slot, '2027-10-14', 'morning');
        return slot.date === '2027-10-11' ? at(slot, '2027-10-04', 'morning') : slot;
      }),
    );
    expect(await take('2027-10-14')).toEqual([
      expect.stringMatching(
        /4 jours dans la semaine du lundi 11 octobre 2027, pour un rythme moyen de 2 jours/,
      ),
    ]);
    expect(await take('2027-10-04', '2027-10-14')).toBe('accepted');
  });
});
