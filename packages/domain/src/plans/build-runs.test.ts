import { describe, expect, it } from '@jest/globals';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { buildRuns, type RunRequest } from './build-runs.ts';

const request: RunRequest = {
  cohortId: 'c',
  framework: cqpAm40913LeMans,
  frameworkVersionId: 'v',
  minutesPerDay: 420,
  countLearners: () => 24,
  juryOn: null,
  contractsEndOn: null,
  held: () => [],
  seated: () => [],
  credentialInFullDays: true,
};
const minutesOf = (slotMinutes: readonly number[]) =>
  slotMinutes.reduce((sum, one) => sum + one, 0);

describe('what a plan has to place for a cohort', () => {
  it('every module and evaluation of the framework, to the minute', () => {
    for (const minutesPerDay of [180, 210, 300, 420]) {
      const runs = buildRuns({ ...request, minutesPerDay });
      for (const item of listProgramme(request.framework)) {
        const own = runs.filter(({ id }) =>
          id.startsWith(`c/${item.blockCode}/${item.moduleCode ?? 'evaluation'}/`),
        );
        expect(own.length).toBeGreaterThan(0);
        for (const run of own) expect(minutesOf(run.slotMinutes)).toBe(item.minutes);
      }
    }
  });

  it.each([
    [12, 1, [12]],
    [13, 2, [7, 6]],
    [24, 2, [12, 12]],
    [25, 3, [9, 8, 8]],
  ])('AFGSU in groups of 12 at most (W1): %i learners make %i', (learners, groups, sizes) => {
    const afgsu = buildRuns({ ...request, countLearners: () => learners }).filter(
      ({ accreditations }) => accreditations.length > 0,
    );
    expect(afgsu).toHaveLength(groups);
    expect(afgsu.map((run) => run.learners)).toEqual(sizes);
    expect(afgsu.map(({ group }) => group)).toEqual(
      groups === 1 ? [null] : afgsu.map((_, i) => i + 1),
    );
  });

  it('groups that still fit stay as they are, and their rooms have their seats (W1)', () => {
    const sizes = (learners: number, seated: readonly number[]) =>
      buildRuns({ ...request, countLearners: () => learners, seated: () => seated })
        .filter(({ accreditations }) => accreditations.length > 0)
        .map((run) => run.learners);
    expect(sizes(13, [12, 1])).toEqual([12, 1]);
    // Others are to come: neither those who are there nor they may lack a seat.
    expect(sizes(24, [4, 9])).toEqual([12, 12]);
    expect(sizes(20, [3, 11])).toEqual([10, 11]);
    // Too many in one, or another number of groups: they are dealt anew.
    expect(sizes(16, [13, 3])).toEqual([8, 8]);
    expect(sizes(12, [12, 0])).toEqual([12]);
  });

  it('AFGSU asks for an accredited trainer (W1), in full days of 7 h or in half-days of 3 h 30', () => {
    const forms = (credentialInFullDays: boolean) =>
      buildRuns({ ...request, credentialInFullDays })
        .filter(({ accreditations }) => accreditations.includes('AFGSU1'))
        .map(({ form }) => form);
    expect(new Set(forms(true))).toEqual(new Set(['full_days']));
    expect(new Set(forms(false))).toEqual(new Set(['half_days']));
  });

  it('a module says what its room must have; without a word it asks nothing', () => {
    const equipped = {
      ...cqpAm40913LeMans,
      blocks: cqpAm40913LeMans.blocks.map((block) => ({
        ...block,
        modules: block.modules.map((module) =>
          module.credentialCode ? { ...module, equipment: ['mannequins'] } : module,
        ),
      })),
    };
    for (const run of buildRuns({ ...request, framework: equipped }))
      expect(run.equipment).toEqual(run.accreditations.length > 0 ? ['mannequins'] : []);
  });

  it('an evaluation follows every module of its block, groups included (S1:L178)', () => {
    const runs = buildRuns(request);
    const evaluation = runs.find(({ id }) => id === 'c/B4/evaluation/1');
    const modules = runs.filter(({ id }) => id.startsWith('c/B4/') && id !== evaluation?.id);
    expect(evaluation?.after).toEqual(modules.map(({ id }) => id));
    expect(modules.every(({ after }) => after.length === 0)).toBe(true);
  });

  it('a module follows its prerequisites, whatever their block; without any, nothing', () => {
    const framework = {
      ...cqpAm40913LeMans,
      blocks: cqpAm40913LeMans.blocks.map((block) => ({
        ...block,
        modules: block.modules.map((module, index) =>
          block.code === 'B2' && index === 0 ? { ...module, after: ['B1-M1'] } : module,
        ),
      })),
    };
    const after = buildRuns({ ...request, framework }).filter((run) => run.after.length > 0);
    const modules = after.filter(({ id }) => !id.includes('/evaluation/'));
    expect(modules).toMatchObject([{ id: 'c/B2/B2-M1/1', after: ['c/B1/B1-M1/1'] }]);
  });

  it('everything is over on the eve of the jury', () => {
    const runs = buildRuns({ ...request, juryOn: '2027-03-01' });
    expect(new Set(runs.map(({ until }) => until))).toEqual(new Set(['2027-02-28']));
  });

  it('or inside the contract dates, when they end first', () => {
    const until = (contractsEndOn: string) =>
      buildRuns({ ...request, juryOn: '2027-03-01', contractsEndOn })[0];
    expect(until('2027-01-31')).toMatchObject({ until: '2027-01-31', untilBy: 'contracts' });
    expect(until('2027-02-28')).toMatchObject({ until: '2027-02-28' });
    expect(until('2027-02-28')?.untilBy).toBeUndefined();
  });

  it('what has been taught is not planned again, and what has begun is not split anew', () => {
    const [module] = listProgramme(cqpAm40913LeMans);
    const runsWith = (minutes: number) =>
      buildRuns({
        ...request,
        held: (item) => (item.name === module?.name ? [{ minutes, trainerIds: ['t'] }] : []),
      }).filter(({ name }) => name.startsWith(module?.name ?? ''));
    expect(runsWith(module?.minutes ?? 0)).toEqual([]);
    const [rest] = runsWith(210);
    expect(minutesOf(rest?.slotMinutes ?? [])).toBe((module?.minutes ?? 0) - 210);
    const begun = buildRuns({ ...request, held: () => [{ minutes: 210, trainerIds: [] }] });
    expect(begun.every(({ group }) => group === null)).toBe(true);
  });

  it('each group remembers who began it', () => {
    const runs = buildRuns({
      ...request,
      held: ({ blockCode }) =>
        blockCode === 'B1'
          ? [
              { minutes: 30, trainerIds: ['Mme Roy'] },
              { minutes: 30, trainerIds: ['M. Petit'] },
            ]
          : [],
    });
    const begunBy = (group: number) =>
      runs.find((run) => run.id.startsWith('c/B1/') && run.group === group)?.begunBy;
    expect([begunBy(1), begunBy(2)]).toEqual([['Mme Roy'], ['M. Petit']]);
    expect(runs.find(({ id }) => id.startsWith('c/B2/'))?.begunBy).toEqual([]);
  });

  it('a group that everybody has left is not taught on, and the others keep their numbers', () => {
    const runs = buildRuns({
      ...request,
      countLearners: () => 10,
      held: () => [
        { minutes: 30, trainerIds: [], learners: 0 },
        { minutes: 30, trainerIds: [], learners: 10 },
      ],
    });
    expect(new Set(runs.map(({ group, learners }) => `${group} ${learners}`))).toEqual(
      new Set(['2 10']),
    );
  });

  it('a module from which everybody is dispensed is not taught', () => {
    const runs = buildRuns({
      ...request,
      countLearners: ({ blockCode }) => (blockCode === 'B2' ? 0 : 24),
    });
    expect(runs.some(({ id }) => id.startsWith('c/B2/'))).toBe(false);
  });
});
