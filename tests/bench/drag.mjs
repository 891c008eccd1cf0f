import { frameworkLibrary, minutesWaived, prepareSlotMoves, readRunId } from '@jalon/domain';
import { atMost, median, told } from './figure.mjs';

/**
 * @typedef {import('@jalon/domain').PlanningProblem} PlanningProblem
 * @typedef {import('@jalon/domain').PlanSlot} PlanSlot
 * @typedef {import('@jalon/domain').MoveFacts} MoveFacts
 * @typedef {MoveFacts['learners'][number]} Learner
 */

const dragged = 400;

/**
 * Half-days of all cohorts dragged over places of others: the screen asks at each half-day that the
 * pointer crosses, of the same facts: the calendars, their trainers and rooms, and every learner.
 * @param {PlanningProblem} problem
 * @param {readonly PlanSlot[]} planned
 */
export function dragSlots(problem, planned) {
  const facts = describeCentre(problem, planned);
  const { slots } = facts;
  const moves = prepareSlotMoves(facts);
  const step = Math.floor(slots.length / dragged);
  const answers = Array.from({ length: dragged }, (_, rank) => {
    const from = slots[rank * step];
    const over = slots[(rank * 31 + 7) % slots.length];
    if (!from || !over) throw new Error('No half-day to drag');
    const { trainerId, roomId } = from;
    return time(() => moves.conflictsOf(from.id, { ...over, trainerId, roomId }));
  });
  const times = answers.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const isAboutLearners = ({ rule = '' }) => aboutLearners.includes(rule);
  const telling = answers.filter(({ value }) => value.some(isAboutLearners)).length;
  // A bench whose learners nothing is ever said of would measure nothing of them.
  if (telling === 0) throw new Error('No learner clashes with any place');
  return [
    atMost('drag_p95', times[Math.floor(dragged * 0.95)] ?? 0, 50, 'ms'),
    told('drag_slowest', times.at(-1) ?? 0, 'ms'),
    told('drag_about_learners', telling, 'places'),
    told('drag_learners', facts.learners.length, 'apprenants'),
    told(
      'drag_prepare',
      median([1, 2, 3].map(() => time(() => prepareSlotMoves(facts)).milliseconds)),
      'ms',
    ),
  ];
}

const aboutLearners = ['slot.learners-free', 'slot.within-contract', 'slot.before-own-jury'];

/**
 * What the screen is given (`GET /slot-moves`): each cohort full, every sixth learner following
 * modules of another cohort, every fourth dispensed of half a block, each under a contract.
 * @param {PlanningProblem} problem
 * @param {readonly PlanSlot[]} planned
 * @returns {MoveFacts}
 */
function describeCentre(problem, planned) {
  const { cohorts } = problem;
  /** @type {Learner[]} */
  const learners = [];
  /** @type {Map<string, number[]>} */
  const followers = new Map(problem.runs.map(({ id }) => [id, []]));
  for (const [index, cohort] of cohorts.entries()) {
    const own = runsOf(problem, cohort.id);
    const next = runsOf(problem, cohorts[(index + 1) % cohorts.length]?.id ?? '');
    const count = Math.max(...own.map((run) => run.learners));
    for (let place = 0; place < count; place += 1) {
      const rank = learners.push(drawLearner(cohort, own, place)) - 1;
      const followed = own.filter(({ group }) => group === null || group === 1 + (place % 2));
      const caughtUp =
        place % 6 === 0 ? next.filter(({ group }) => group === null).slice(0, 3) : [];
      for (const { id } of [...followed, ...caughtUp]) followers.get(id)?.push(rank);
    }
  }
  return {
    cohorts,
    slots: planned.map(({ runId, ...slot }, index) => {
      const { group, ...item } = readRunId(runId);
      const run = problem.runs.find(({ id }) => id === runId);
      return { ...slot, ...item, id: `slot ${index}`, groupNumber: run?.group ?? null };
    }),
    lockedIds: [],
    today: '2026-09-01',
    problem,
    cohortNames: Object.fromEntries(cohorts.map(({ id, name }) => [id, name])),
    learners,
    followings: [...followers].map(([runId, ranks]) => ({ runId, learners: ranks })),
  };
}

/** @param {PlanningProblem} problem @param {string} cohortId */
const runsOf = ({ runs }, cohortId) => runs.filter((run) => run.cohortId === cohortId);

/**
 * @param {PlanningProblem['cohorts'][number]} cohort
 * @param {PlanningProblem['runs']} runs
 * @param {number} place
 * @returns {Learner}
 */
function drawLearner({ name, startsOn, endsOn }, runs, place) {
  const code = runs[0]?.subject.split('/')[0];
  const framework = frameworkLibrary.find((one) => one.code === code);
  const block = framework?.blocks[1];
  const grant =
    block && place % 4 === 0
      ? { blockCode: block.code, moduleCode: null, grantedMinutes: 1260, state: 'partial' }
      : null;
  return {
    name: `${name}, ${place + 1}`,
    startsOn,
    endsOn: null,
    waived:
      framework && grant
        ? minutesWaived(framework, [/** @type {Parameters<typeof minutesWaived>[1][0]} */ (grant)])
        : null,
    juryOn: place % 8 === 0 ? endsOn : null,
    contracts: [{ from: startsOn, to: place % 5 === 0 ? '2027-05-31' : null }],
  };
}

/**
 * @template Value
 * @param {() => Value} work
 */
function time(work) {
  const start = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - start };
}
