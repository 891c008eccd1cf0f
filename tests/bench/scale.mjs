import { atMost, told } from './figure.mjs';
import { alternate } from './measure.mjs';
import { copyCentre, idOf, seedCentre } from './seed-centres.mjs';

const centres = 200;
/** 300 learners in each centre. */
const cohorts = Array.from({ length: 12 }, (_, index) => ({
  name: `cohort-${index}`,
  learners: 25,
}));

/**
 * The same board with one centre in the database, and with 200 centres of 300 learners.
 * @param {import('./world.mjs').World} world
 */
export async function scale(world) {
  const alone = await world.site('alone', (owner) => seedCentre(owner, { centre: 'c', cohorts }));
  const among = await world.site('among', async (owner) => {
    await seedCentre(owner, { centre: 'c', cohorts });
    await copyCentre(owner, 'c', centres - 1);
  });
  const targets = await Promise.all(
    Object.entries({ alone, among }).map(async ([name, site]) => ({
      name,
      url: `${site.url}/api/cohorts/${idOf('c/cohort-5')}/board`,
      cookie: await site.logIn(idOf('c'), 'coordinator'),
    })),
  );
  const measured = await alternate(world, targets, { connections: 1, seconds: 2, rounds: 8 });
  const { rows } = await among.owner.query('select count(*)::int as count from attendance');
  return [
    atMost(
      'latency_ratio_c1',
      (measured.among?.latency ?? Number.NaN) / (measured.alone?.latency ?? Number.NaN),
      1.3,
      'x',
    ),
    told('latency_ms_alone', measured.alone?.latency ?? Number.NaN, 'ms'),
    told('latency_ms_among_200_centres', measured.among?.latency ?? Number.NaN, 'ms'),
    told('attendance_rows', rows[0]?.count ?? 0, 'rows'),
  ];
}
