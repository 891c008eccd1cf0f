import { mainSite } from './board.mjs';
import { atMost, median } from './figure.mjs';
import { decideAll, openSession } from './jury.mjs';
import { idOf, seedCentre } from './seed-centres.mjs';

const candidates = 120;
const membersOfEach = 4;
const decisionsTimed = 60;
const looks = 7;

/**
 * 120 candidates × 4 blocks before 8 members who all have the room open: the proposals with their
 * reasons, a decision until every other member has it, the closing with its minutes as a file.
 * @param {import('./world.mjs').World} world
 */
export async function juryRoom(world) {
  const site = await mainSite(world);
  const centre = 'jury-room';
  const juryId = idOf(`${centre}/session`);
  await seedCentre(site.owner, { centre, cohorts: [{ name: 'candidates', learners: candidates }] });
  await site.owner.query('analyze');
  const session = { centre, juryId, candidates, membersOfEach };
  const cookies = await openSession(site, session);
  const room = () => call(site, cookies[0] ?? '', `/juries/${juryId}/room`);
  await room();
  const proposals = await timeEach(looks, room);
  const shown = await timeDecisions(site, session, cookies);
  await decideAll(site, session, cookies[0] ?? '');
  const office = await site.logIn(idOf(centre), 'coordinator');
  const closing = await timeClosing(site, juryId, office);
  return [
    atMost('proposals_ms', median(proposals), 300, 'ms'),
    atMost('decision_shown_p95_ms', percentile(shown, 0.95), 300, 'ms'),
    atMost('closing_with_minutes_seconds', closing / 1000, 5, 's'),
  ];
}

/**
 * One decision after the other by one member: how long until it stands and each other member has
 * been told of it, their question being held open as the page does.
 * @param {import('./world.mjs').Site} site
 * @param {import('./jury.mjs').Session} session
 * @param {string[]} cookies
 */
async function timeDecisions(site, { centre, juryId }, [chair = '', ...others]) {
  const times = [];
  for (let n = 1; n <= decisionsTimed; n += 1) {
    const enrolmentId = idOf(`${centre}/candidates/enrolment/${n}`);
    const { stamp } = await call(site, chair, `/juries/${juryId}/decisions`);
    const told = others.map((cookie) => waitForDecision(site, cookie, juryId, stamp, enrolmentId));
    // The others' questions are on their way before the decision is.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const start = performance.now();
    await call(site, chair, `/juries/${juryId}/decisions`, {
      method: 'PUT',
      body: { decisions: [adjourn(enrolmentId, 'B1')] },
    });
    await Promise.all(told);
    times.push(performance.now() - start);
  }
  return times;
}

/**
 * @param {import('./world.mjs').Site} site
 * @param {string} cookie
 * @param {string} juryId
 * @param {string} known
 * @param {string} enrolmentId
 */
async function waitForDecision(site, cookie, juryId, known, enrolmentId) {
  const path = `/juries/${juryId}/decisions?known=${encodeURIComponent(known)}`;
  const { decisions } = await call(site, cookie, path);
  const isTold = decisions.some(
    (/** @type {{ enrolmentId: string }} */ one) => one.enrolmentId === enrolmentId,
  );
  if (!isTold) throw new Error('jury-room: a member was not told of the decision');
}

/**
 * @param {import('./world.mjs').Site} site
 * @param {string} juryId
 * @param {string} office a cookie
 */
async function timeClosing(site, juryId, office) {
  const { revision } = await call(site, office, `/juries/${juryId}`);
  const start = performance.now();
  await call(site, office, `/juries/${juryId}/closing`, { method: 'POST', body: { revision } });
  const answer = await fetch(`${site.url}/api/juries/${juryId}/minutes`, {
    headers: { cookie: office },
  });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || bytes.byteLength < 1000) throw new Error(`jury-room: ${answer.status}`);
  return performance.now() - start;
}

/**
 * @param {string} enrolmentId
 * @param {string} blockCode
 */
const adjourn = (enrolmentId, blockCode) => ({
  enrolmentId,
  blockCode,
  decision: 'adjourned',
  motive: 'Dossier à compléter avant la prochaine session.',
  expectedDecisionId: null,
});

/**
 * @param {number} times
 * @param {() => Promise<unknown>} act
 */
async function timeEach(times, act) {
  const measured = [];
  for (let n = 0; n < times; n += 1) {
    const start = performance.now();
    await act();
    measured.push(performance.now() - start);
  }
  return measured;
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
const percentile = (values, part) =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * part) - 1] ?? Number.NaN;

/**
 * @param {import('./world.mjs').Site} site
 * @param {string} cookie
 * @param {string} path
 * @param {{ method?: string, body?: unknown }} [more]
 */
async function call(site, cookie, path, { method = 'GET', body } = {}) {
  const answer = await fetch(`${site.url}/api${path}`, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`jury-room: ${answer.status} ${path} ${text.slice(0, 500)}`);
  return text === '' ? null : JSON.parse(text);
}
