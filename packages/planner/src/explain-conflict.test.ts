import { addDays, describeConflict, type PlanConflict, type PlanningProblem } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { explainConflict } from './explain-conflict.ts';
import { drawAfbbYear } from './instances.ts';

const year = drawAfbbYear(3);
/** Block 4 alone, in the spring before the jury of 30 June: seven weeks for 26 half-days. */
const problem: PlanningProblem = {
  ...year,
  cohorts: year.cohorts.map((cohort) => ({ ...cohort, startsOn: '2027-04-26' })),
  runs: year.runs.filter(({ id }) => id.startsWith('afbb/B4/')),
};
const explain = (changes: Partial<PlanningProblem>) =>
  explainConflict({ ...problem, ...changes }, 'afbb', { seconds: 60 });
/** Cancelled once it has been asked that many times. */
const askedTimes = (times: number) => {
  let left = times;
  return () => {
    left -= 1;
    return left < 0;
  };
};
const isAfgsu = (subject: string) => subject.endsWith('/B4/B4-M1');

describe('why a cohort cannot be placed: the smallest conflict, and what would help', () => {
  it('is silent when a plan exists', async () => {
    expect(await explain({})).toBeNull();
  }, 120_000);

  it('AFGSU: accredited trainers come back after the jury', async () => {
    const trainers = problem.trainers.map((one) =>
      one.accreditations.length > 0
        ? { ...one, absences: [{ from: '2027-04-01', to: '2027-06-28', label: 'Arrêt' }] }
        : one,
    );
    const conflict = await explain({ trainers });
    const afgsu = problem.runs.filter(({ subject }) => isAfgsu(subject));
    expect(conflict?.runIds).toHaveLength(1);
    expect(afgsu.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...(conflict?.runIds ?? [])]),
    );
    expect(conflict?.rules).toContain('absences');
    expect(conflict?.helpful).toContain('absences');
    const said = describeConflict({ ...problem, trainers }, conflict as PlanConflict);
    expect(said.sentence).toMatch(
      /^Promotion afbb : AFGSU niveau 1, groupe \d ne trouve pas sa place\.$/,
    );
    expect(said.helps.map(({ sentence }) => sentence)).toContain(
      'Déplacer une absence, ou trouver un remplaçant.',
    );
  }, 120_000);

  it('weekly maximum: one trainer for everything cannot hold the year', async () => {
    const subjects = problem.runs.map(({ subject }) => subject);
    const [first] = problem.trainers;
    if (!first) throw new Error('the instance has trainers');
    const trainers = [
      { ...first, subjects, accreditations: ['AFGSU1'], absences: [], maxMinutesPerWeek: 420 },
    ];
    const conflict = await explain({ trainers });
    expect(conflict?.rules).toContain('weekly_maximum');
    // Two groups of the AFGSU may not be taught by one person at once: only hours are short.
    expect(conflict?.helpful).toContain('weekly_maximum');
  }, 120_000);

  it('says nothing rather than rules that play no part when the time is too short to know', async () => {
    const rooms = problem.rooms.map((one) => ({ ...one, seats: 1 }));
    const limits = { seconds: 60, isCancelled: askedTimes(3) };
    expect(await explainConflict({ ...problem, rooms }, 'afbb', limits)).toBeNull();
  }, 120_000);

  it('a rule that plays no part is not named', async () => {
    const rooms = problem.rooms.map((one) => ({ ...one, seats: 1 }));
    const conflict = await explain({ rooms });
    expect(conflict).toMatchObject({ rules: ['rooms'], helpful: ['rooms'] });
    expect(conflict?.runIds).toHaveLength(1);
  }, 120_000);

  it('a jury at the cohort’s end: moving one alone is no advice, moving both is', async () => {
    const endsOn = '2027-05-14';
    const cohorts = problem.cohorts.map((one) => ({ ...one, endsOn }));
    const conflict = await explain({
      cohorts,
      runs: problem.runs.map((run) => ({ ...run, until: endsOn })),
    });
    expect(conflict?.helpful).toEqual(['end_and_limit']);
    const later = await explain({
      cohorts,
      runs: problem.runs.map((run) => ({ ...run, until: null })),
    });
    expect(later?.helpful).toContain('end');
  }, 120_000);

  it('a day more a week is advised where one is enough, and not where none is', async () => {
    const rare = (endsOn: string) => ({
      cohorts: problem.cohorts.map((one) => ({ ...one, weekdays: [1], endsOn })),
      runs: problem.runs.map((run) => ({ ...run, until: null })),
    });
    expect((await explain(rare('2027-06-29')))?.helpful).toContain('rhythm');
    expect((await explain(rare('2027-05-07')))?.helpful).not.toContain('rhythm');
  }, 120_000);

  it('planning other cohorts again is advised only when they are not planned in the same search', async () => {
    const accredited = problem.trainers.filter((one) => one.accreditations.length > 0);
    const bookings = Array.from({ length: 70 }, (_, index) => addDays('2027-04-26', index)).flatMap(
      (date) =>
        accredited.map(({ id: trainerId }) => ({
          date,
          startsAt: 480,
          minutes: 720,
          trainerId,
          roomId: null,
        })),
    );
    const ask = (siblings: typeof bookings) =>
      explainConflict({ ...problem, bookings }, 'afbb', { seconds: 60 }, siblings);
    expect((await ask([]))?.helpful).toContain('other_cohorts');
    const among = await ask(bookings);
    expect(among?.rules).toContain('other_cohorts');
    expect(among?.helpful).not.toContain('other_cohorts');
  }, 120_000);
});
