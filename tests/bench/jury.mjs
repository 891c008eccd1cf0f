import { mainSite } from './board.mjs';
import { atMost, median, told } from './figure.mjs';
import { idOf, seedCentre } from './seed-centres.mjs';

const candidates = 100;
const sessions = 3;

/**
 * 100 candidates × 4 decisions saved at once, with their audit rows.
 * @param {import('./world.mjs').World} world
 */
export async function jury(world) {
  const site = await mainSite(world);
  const centre = 'jury';
  const centreId = idOf(centre);
  await seedCentre(site.owner, { centre, cohorts: [{ name: 'candidates', learners: candidates }] });
  // Rows that came in one go: the database would look at them by itself within a minute.
  await site.owner.query('analyze');
  const seconds = [];
  for (let session = 0; session < sessions; session += 1) {
    const juryId = idOf(`jury/session/${session}`);
    const cookie = await openSession(site, centreId, juryId);
    seconds.push(await decide(site, juryId, cookie));
  }
  const { rows } = await site.owner.query(
    `select (select count(*)::int from jury_decision where centre_id = $1) as decisions,
            (select count(*)::int from audit_event
              where centre_id = $1 and action = 'jury.decided') as audited`,
    [centreId],
  );
  const expected = sessions * candidates * 4;
  return [
    atMost('save_seconds', median(seconds), 0.5, 's'),
    atMost('decisions_without_audit', expected - (rows[0]?.audited ?? 0), 0, 'rows'),
    told('decisions_saved', rows[0]?.decisions ?? 0, 'rows'),
  ];
}

/**
 * An open session with two members and every candidate; answers with a member's cookie.
 * @param {import('./world.mjs').Site} site
 * @param {string} centreId
 * @param {string} juryId
 */
async function openSession(site, centreId, juryId) {
  const { owner } = site;
  const cookies = [];
  await owner.query(
    `insert into jury_session (centre_id, id, framework_version_id, held_on, place, state, opened_at)
     values ($1, $2, $3, current_date, 'Salle 2', 'open', now())`,
    [centreId, juryId, idOf('jury/framework')],
  );
  for (const college of ['employer', 'employee']) {
    const personId = idOf(`${juryId}/${college}`);
    await owner.query(
      `insert into person (centre_id, id, given_name, birth_name, match_key)
       values ($1, $2, 'Membre', $3, $3)`,
      [centreId, personId, college],
    );
    cookies.push(await site.logIn(centreId, 'jury_member', personId));
    await owner.query(
      `insert into jury_member (centre_id, id, jury_session_id, person_id, college, is_present)
       values ($1, $2, $3, $4, $5, true)`,
      [centreId, idOf(`${personId}/member`), juryId, personId, college],
    );
  }
  await owner.query(
    `insert into jury_candidate (centre_id, id, jury_session_id, enrolment_id, position)
     select $1::uuid, bench_id($2::text || n), $2::uuid, bench_id('jury/candidates/enrolment/' || n), n
       from generate_series(1, $3::int) n`,
    [centreId, juryId, candidates],
  );
  return cookies[0] ?? '';
}

/**
 * @param {import('./world.mjs').Site} site
 * @param {string} juryId
 * @param {string} cookie
 */
async function decide(site, juryId, cookie) {
  const decisions = Array.from({ length: candidates }, (_, index) =>
    ['B1', 'B2', 'B3', 'B4'].map((blockCode) => ({
      enrolmentId: idOf(`jury/candidates/enrolment/${index + 1}`),
      blockCode,
      decision: 'adjourned',
      motive: 'Dossier à compléter avant la prochaine session.',
      expectedDecisionId: null,
    })),
  ).flat();
  const start = performance.now();
  const answer = await fetch(`${site.url}/api/juries/${juryId}/decisions`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ decisions }),
  });
  const text = await answer.text();
  const seconds = (performance.now() - start) / 1000;
  if (!answer.ok) throw new Error(`jury: ${answer.status} ${text.slice(0, 500)}`);
  return seconds;
}
