import { frameworkLibrary } from '@jalon/domain';
import { drawTwentyCohorts } from '@jalon/planner/instances';
import { idOf, seedCentre } from './seed-centres.mjs';

export const office = 'office';
/** The cohort whose board is read; it is not planned. */
export const watchedCohort = 'small';

/** The drawn year begins on that Monday; a seeded one begins on the Monday after next. */
const drawnMonday = '2026-09-07';
const shifted = (/** @type {number} */ parameter) =>
  `(date_trunc('week', current_date)::date + 14 + ($${parameter}::date - date '${drawnMonday}'))`;

const problem = drawTwentyCohorts(1);
const centreId = idOf(office);
const idIn = (/** @type {string} */ id) => idOf(`${office}/${id}`);

/** @param {string} code */
const frameworkOf = (code) => {
  const framework = frameworkLibrary.find((candidate) => candidate.code === code);
  if (!framework) throw new Error(`No framework ${code} in the library`);
  return framework;
};

/**
 * A cohort of 24 with everything in it, and the twenty cohorts of the published instance that are yet
 * to come, with their rooms.
 * @param {import('pg').Client} owner
 */
export async function seedOffice(owner) {
  await seedCentre(owner, { centre: office, cohorts: [{ name: watchedCohort, learners: 24 }] });
  for (const code of new Set(problem.runs.map(codeOf))) {
    const framework = frameworkOf(code);
    // A name of its own: the watched cohort's centre has one of these codes already.
    await owner.query(
      `insert into framework_version (centre_id, id, code, title, state, content, published_at)
       values ($1, $2, $3, $4, 'published', $5, now())`,
      [centreId, idIn(code), `${code}-PLAN`, framework.title, JSON.stringify(framework)],
    );
  }
  for (const cohort of problem.cohorts) await seedPlannedCohort(owner, cohort);
  for (const room of problem.rooms)
    await owner.query(
      `insert into room (centre_id, id, site_id, name, name_key, seats, equipment)
       values ($1, $2, $3, $4, lower($4), $5, '{}')`,
      [centreId, idIn(room.id), idIn('site'), room.name, room.seats],
    );
}

/** The framework that a drawn run belongs to: it leads its subject. */
const codeOf = (/** @type {{ subject: string }} */ { subject }) => subject.split('/')[0] ?? '';

/**
 * No last day: the plan has the weeks that the programme needs, and ten to spare.
 * @param {import('pg').Client} owner
 * @param {import('@jalon/domain').PlanCohort} cohort
 */
async function seedPlannedCohort(owner, { id, name, weekdays, startsOn, minutesPerDay }) {
  const runs = problem.runs.filter(({ cohortId }) => cohortId === id);
  await owner.query(
    `insert into cohort (centre_id, id, name, framework_version_id, site_id, starts_on, weekdays,
                         minutes_per_day, closed_months, capacity, state)
     values ($1, $2, $3, $4, $5, ${shifted(6)}, $7, $8, '{7,8}', $9, 'planned')`,
    [
      centreId,
      idIn(id),
      name,
      idIn(runs[0] ? codeOf(runs[0]) : ''),
      idIn('site'),
      startsOn,
      weekdays,
      minutesPerDay,
      Math.max(...runs.map(({ learners }) => learners)),
    ],
  );
}

export const plannedCohortIds = problem.cohorts.map(({ id }) => idIn(id));

/**
 * The instance's 25 trainers: their weeks, subjects, accreditations and absences.
 * @param {import('./world.mjs').Site} site
 */
export async function seedTrainers({ owner, logIn }) {
  for (const trainer of problem.trainers) {
    const personId = idIn(trainer.id);
    const run = (/** @type {string} */ text, /** @type {unknown[]} */ ...values) =>
      owner.query(text, [centreId, personId, ...values]);
    await run(
      `insert into person (centre_id, id, given_name, birth_name, match_key)
       values ($1, $2, 'Camille', $3, lower($3))`,
      trainer.name,
    );
    await logIn(centreId, 'trainer', personId);
    const [works, avoids] = [weekOf(trainer.works), weekOf(trainer.avoids)];
    await run(
      `insert into trainer_profile (centre_id, person_id, mornings, afternoons, avoided_mornings,
         avoided_afternoons, min_minutes_per_week, max_minutes_per_week, cents_per_hour)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      works.mornings,
      works.afternoons,
      avoids.mornings,
      avoids.afternoons,
      trainer.minMinutesPerWeek,
      trainer.maxMinutesPerWeek,
      trainer.centsPerHour,
    );
    for (const subject of trainer.subjects) {
      const [code = '', blockCode, moduleCode] = subject.split('/');
      await run(
        `insert into trainer_subject (centre_id, id, trainer_id, framework_version_id, block_code, module_code)
         values ($1, $3, $2, $4, $5, $6)`,
        idIn(`${trainer.id}/${subject}`),
        idIn(code),
        blockCode,
        moduleCode === 'evaluation' ? null : moduleCode,
      );
    }
    for (const credential of trainer.accreditations)
      await run(
        `insert into trainer_accreditation (centre_id, id, trainer_id, credential_code)
         values ($1, $3, $2, $4)`,
        idIn(`${trainer.id}/${credential}`),
        credential,
      );
    for (const [index, { from, to, label }] of trainer.absences.entries())
      await run(
        `insert into trainer_absence (centre_id, id, trainer_id, from_on, to_on, label)
         values ($1, $3, $2, ${shifted(4)}, ${shifted(5)}, $6)`,
        idIn(`${trainer.id}/absence/${index}`),
        from,
        to,
        label,
      );
  }
}

/** @param {readonly import('@jalon/domain').WeeklyHalfDay[]} halfDays */
const weekOf = (halfDays) => {
  const of = (/** @type {'morning' | 'afternoon'} */ wanted) =>
    halfDays.filter(({ halfDay }) => halfDay === wanted).map(({ weekday }) => weekday);
  return { mornings: of('morning'), afternoons: of('afternoon') };
};
