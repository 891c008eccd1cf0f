import { mainSite } from './board.mjs';
import { atMost, median, told } from './figure.mjs';
import { idOf, seedCentre } from './seed-centres.mjs';

const candidates = 100;
const sessions = 3;

/**
 * A session of a centre with so many candidates and members of each college.
 * @typedef {{ centre: string, juryId: string, candidates: number, membersOfEach: number }} Session
 */

/**
 * 100 candidates × 4 decisions saved at once, with their audit rows.
 * @param {import('./world.mjs').World} world
 */
export async function jury(world) {
  const site = await mainSite(world);
  const centre = 'jury';
  await seedCentre(site.owner, { centre, cohorts: [{ name: 'candidates', learners: candidates }] });
  // Rows that came in one go: the database would look at them by itself within a minute.
  await site.owner.query('analyze');
  const seconds = [];
  for (let count = 0; count < sessions; count += 1) {
    const juryId = idOf(`${centre}/session/${count}`);
    const session = { centre, juryId, candidates, membersOfEach: 1 };
    const [cookie = ''] = await openSession(site, session);
    seconds.push(await decideAll(site, session, cookie));
  }
  const { rows } = await site.owner.query(
    `select (select count(*)::int from jury_decision where centre_id = $1) as decisions,
            (select count(*)::int from audit_event
              where centre_id = $1 and action = 'jury.decided') as audited`,
    [idOf(centre)],
  );
  const expected = sessions * candidates * 4;
  return [
    atMost('save_seconds', median(seconds), 0.5, 's'),
    atMost('decisions_without_audit', expected - (rows[0]?.audited ?? 0), 0, 'rows'),
    told('decisions_saved', rows[0]?.decisions ?? 0, 'rows'),
  ];
}

/**
 * An open session with its members, all present, and every candidate; answers with the members'
 * cookies, the chair's first.
 * @param {import('./world.mjs').Site} site
 * @param {Session} session
 */
export async function openSession({ owner, logIn }, { centre, juryId, candidates, membersOfEach }) {
  const centreId = idOf(centre);
  const cookies = [];
  await owner.query(
    `insert into jury_session (centre_id, id, framework_version_id, held_on, place, state, opened_at)
     values ($1, $2, $3, current_date, 'Salle 2', 'open', now())`,
    [centreId, juryId, idOf(`${centre}/framework`)],
  );
  for (let seat = 0; seat < membersOfEach * 2; seat += 1) {
    const college = seat < membersOfEach ? 'employer' : 'employee';
    const personId = idOf(`${juryId}/${college}/${seat}`);
    await owner.query(
      `insert into person (centre_id, id, given_name, birth_name, match_key)
       values ($1, $2, 'Membre', $3, $3)`,
      [centreId, personId, `${college} ${seat}`],
    );
    cookies.push(await logIn(centreId, 'jury_member', personId));
    await owner.query(
      `insert into jury_member (centre_id, id, jury_session_id, person_id, college, is_present, is_chair)
       values ($1, $2, $3, $4, $5, true, $6)`,
      [centreId, idOf(`${personId}/member`), juryId, personId, college, seat === 0],
    );
  }
  await owner.query(
    `insert into jury_candidate (centre_id, id, jury_session_id, enrolment_id, position)
     select $1::uuid, bench_id($2::text || n), $2::uuid, bench_id($4 || n), n
       from generate_series(1, $3::int) n`,
    [centreId, juryId, candidates, `${centre}/candidates/enrolment/`],
  );
  return cookies;
}

/**
 * Decides what is not decided so far, all at once. @returns the seconds it took
 * @param {import('./world.mjs').Site} site
 * @param {Session} session
 * @param {string} cookie
 */
export async function decideAll({ url, owner }, { centre, juryId, candidates }, cookie) {
  const { rows } = await owner.query(
    `select enrolment_id || block_code as key from jury_decision
      where jury_session_id = $1 and superseded_by_id is null`,
    [juryId],
  );
  const decided = new Set(rows.map(({ key }) => key));
  const decisions = Array.from({ length: candidates }, (_, index) =>
    ['B1', 'B2', 'B3', 'B4'].map((blockCode) => ({
      enrolmentId: idOf(`${centre}/candidates/enrolment/${index + 1}`),
      blockCode,
      decision: 'adjourned',
      motive: 'Dossier à compléter avant la prochaine session.',
      expectedDecisionId: null,
    })),
  )
    .flat()
    .filter(({ enrolmentId, blockCode }) => !decided.has(enrolmentId + blockCode));
  const start = performance.now();
  const answer = await fetch(`${url}/api/juries/${juryId}/decisions`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ decisions }),
  });
  const text = await answer.text();
  const seconds = (performance.now() - start) / 1000;
  if (!answer.ok) throw new Error(`jury: ${answer.status} ${text.slice(0, 500)}`);
  return seconds;
}
