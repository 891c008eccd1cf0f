import { describe, expect, it } from '@jest/globals';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import { cqpAm40913LeMans as leMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { checkCapacity } from './check-capacity.ts';
import { checkPath } from './check-path.ts';
import { describePath } from './describe-path.ts';
import type { ModuleRun } from './module-run.ts';

const [first, second] = listProgramme(leMans);
if (!first || !second) throw new Error('The programme is empty');

const runOf = (item: typeof first, more: Partial<ModuleRun> = {}): ModuleRun => ({
  kind: item.kind,
  blockCode: item.blockCode,
  moduleCode: item.moduleCode,
  cohortId: 'own',
  cohortName: 'Automne 2026',
  isOwn: true,
  firstDay: '2026-10-05',
  lastDay: '2026-10-12',
  slots: [],
  freePlaces: 4,
  ...more,
});
const other = { cohortId: 'other', cohortName: 'Printemps 2027', isOwn: false };

describe('a path chosen by a person (rolling entry, W3)', () => {
  const chosenBy = { framework: leMans, enteredOn: '2026-10-05', today: '2026-10-05' };
  const rulesOf = (runs: ModuleRun[], kept: ModuleRun[] = []) =>
    checkPath({ ...chosenBy, route: 'continuing_training' }, runs, kept).map(
      ({ rule, severity }) => [rule, severity],
    );

  it('takes runs of its cohort and of others', () => {
    expect(rulesOf([runOf(first), runOf(second, other)])).toEqual([]);
  });

  it('a VAE follows nothing (DOMAIN 4.7)', () => {
    const [found] = checkPath({ ...chosenBy, route: 'vae' }, [runOf(first)]);
    expect(found?.rule).toBe('path.none-in-vae');
    expect(checkPath({ ...chosenBy, route: 'vae' }, [])).toEqual([]);
  });

  it('refuses a module of another programme', () => {
    const foreign = runOf({ ...first, moduleCode: 'X9' });
    expect(rulesOf([foreign])).toEqual([['path.run-in-programme', 'error']]);
  });

  it('refuses the same module twice', () => {
    const twice = [runOf(first), runOf(first, other)];
    expect(rulesOf(twice)).toEqual([['path.one-run-a-module', 'error']]);
  });

  it('refuses a run that was over before the entry, and says so', () => {
    const over = runOf(first, { lastDay: '2026-10-04' });
    expect(rulesOf([over])).toEqual([['path.run-not-over', 'error']]);
    const [found] = checkPath({ ...chosenBy, route: 'continuing_training' }, [over]);
    expect(found?.message).toContain(
      'a fini le 4 octobre 2026, avant l’entrée en formation du 5 octobre 2026',
    );
  });

  it('refuses another cohort’s run that is over today; the own cohort’s may be entered late', () => {
    const days = { framework: leMans, route: 'continuing_training' as const };
    const check = (run: ModuleRun, kept: ModuleRun[] = []) =>
      checkPath({ ...days, enteredOn: '2026-10-05', today: '2026-11-23' }, [run], kept);
    expect(check(runOf(first, other)).map(({ rule }) => rule)).toEqual(['path.run-not-over']);
    expect(check(runOf(first))).toEqual([]);
  });

  it('keeps what the learner already follows, whenever it was', () => {
    const over = runOf(first, { ...other, lastDay: '2026-10-04' });
    expect(rulesOf([over], [over])).toEqual([]);
  });

  it('warns when another cohort is full, unless the learner already has the place', () => {
    const full = runOf(first, { ...other, freePlaces: 0 });
    expect(rulesOf([full])).toEqual([['path.free-place', 'warning']]);
    expect(rulesOf([full], [full])).toEqual([]);
  });
});

describe('a path as it stands', () => {
  const own = runOf(first);
  const later = runOf(first, { ...other, firstDay: '2027-02-01', lastDay: '2027-02-01' });
  const request = {
    framework: leMans,
    route: 'continuing_training' as const,
    startsOn: '2026-10-01',
    runs: [own, later],
  };
  const stepOf = (chosen: ModuleRun[], more = {}) =>
    describePath({ ...request, chosen, ...more })[0];

  it('says with whom and when, and shows what else is possible', () => {
    expect(stepOf([later])).toMatchObject({
      state: 'other',
      reason: 'avec « Printemps 2027 », le 1er février 2027.',
      options: [own, later],
    });
  });

  it('says what is possible for a module that nobody planned', () => {
    expect(stepOf([])).toMatchObject({
      state: 'to_plan',
      reason: 'À planifier. Possible : avec sa cohorte, du 5 octobre 2026 au 12 octobre 2026.',
    });
  });

  it('leaves a dispensed module out, whatever was chosen', () => {
    const grant = {
      blockCode: first.blockCode,
      moduleCode: first.moduleCode,
      state: 'granted' as const,
      grantedMinutes: first.minutes,
    };
    const waived = minutesWaived(leMans, [grant]);
    expect(stepOf([own], { waived })).toMatchObject({ state: 'waived', run: null });
  });
});

describe('the places of a cohort', () => {
  it('are a warning, never a refusal', () => {
    expect(checkCapacity(14, 14)).toEqual([]);
    expect(checkCapacity(15, 14)[0]).toMatchObject({
      rule: 'cohort.capacity',
      severity: 'warning',
      message: 'Cette cohorte compterait 15 apprenants pour 14 places.',
    });
  });
});
