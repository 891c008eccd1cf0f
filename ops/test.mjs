// npm test: sets up all it needs, then runs every test. Arguments go to Jest, for instance
// `npm test -- --selectProjects domain`. Ends with `N passed, N failed[, N skipped]`.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure, run, stopRunningCommands } from './command.mjs';
import { install } from './install.mjs';
import { root } from './repository.mjs';
import { lastLine, readCount } from './test-report.mjs';

const secret = 'the-secret-of-the-tests';
const artifacts = join(root, 'tests/.artifacts');
/** How long Jest may live on after its results, in milliseconds. */
const patience = 60_000;

/**
 * Two rounds: what may share two cores, then what drives whole processes and browsers, one at a time.
 * `needs` says what is prepared first.
 */
const rounds = [
  {
    name: 'rules',
    projects: ['domain', 'contract', 'planner', 'web'],
    jest: ['--maxWorkers=2'],
    needs: [],
  },
  {
    name: 'server',
    projects: ['integration', 'matrix'],
    jest: ['--maxWorkers=2'],
    needs: ['tools', 'planner'],
  },
  {
    name: 'whole',
    projects: ['faults', 'ops', 'e2e'],
    jest: ['--runInBand'],
    needs: ['tools', 'build'],
  },
];

const { selected, others } = readArguments(process.argv.slice(2));
/** @type {(() => Promise<void>)[]} */
const stops = [];
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, async () => {
    stopRunningCommands();
    for (const stop of stops.splice(0)) await stop();
    process.exit(130);
  });
}

/** @type {import('./test-report.mjs').Count} */
const total = { passed: 0, failed: 0, skipped: [] };
/** @type {Record<string, string>} */
const missing = {};
try {
  await runEverything();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
} finally {
  for (const stop of stops.splice(0)) await stop();
}
for (const { name, file } of total.skipped) {
  console.log(`Skipped: ${name} (${file}): ${reasonFor(name, file)}`);
}
if (total.passed + total.failed === 0) console.log('No test matches.');
console.log(lastLine(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function runEverything() {
  await install();
  const { generate } = await import('./generate.mjs');
  await generate();
  mkdirSync(artifacts, { recursive: true });
  const chosen = rounds
    .map((round) => ({ ...round, projects: round.projects.filter(isSelected) }))
    .filter((round) => round.projects.length > 0);
  const needs = new Set(chosen.flatMap((round) => round.needs));

  const env = await prepare(needs);
  for (const round of chosen) {
    if (round.needs.includes('build') && !(await builds())) {
      total.failed += 1;
      continue;
    }
    await runJest(round, env);
  }
}

/** @param {Set<string>} needs */
async function prepare(needs) {
  /** @type {Record<string, string>} */
  const env = {};
  if (needs.has('tools')) {
    const { ensureTestTools } = await import('./test-tools.mjs');
    const { chromium, redis } = await ensureTestTools(console.log);
    if ('path' in chromium) env.JALON_CHROMIUM = chromium.path;
    else missing.chromium = chromium.missing;
    if ('path' in redis) env.JALON_REDIS_SERVER = redis.path;
    else missing.redis = redis.missing;
  }
  // Searches run in a thread, where Jest does not read TypeScript for Node.
  if (needs.has('planner')) {
    const { buildPlanner } = await import('./build.mjs');
    await buildPlanner();
  }
  const { startTestPostgres } = await import('./test-postgres.mjs');
  const postgres = await startTestPostgres(secret);
  stops.push(postgres.stop);
  env.JALON_TEST_PG_URL = postgres.url;
  env.JALON_TEST_SECRET = secret;
  return env;
}

async function builds() {
  const { build } = await import('./build.mjs');
  try {
    await build();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('The application does not build: its tests cannot run.');
    return false;
  }
}

/**
 * @param {{ name: string, projects: string[], jest: string[] }} round
 * @param {Record<string, string>} env
 */
async function runJest(round, env) {
  const report = join(artifacts, `${round.name}-${process.pid}.json`);
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const nodeOptions = [
    process.env.NODE_OPTIONS,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ];
  const args = [
    // A round may have none of the tests asked for by name; asked for all, each has some.
    ...(others.length > 0 ? ['--passWithNoTests'] : []),
    '--json',
    `--outputFile=${report}`,
    ...round.jest,
    ...others,
    '--selectProjects',
    ...round.projects,
  ];
  let endedWell = true;
  const watch = setInterval(() => {
    if (!existsSync(report) || Date.now() - statSync(report).mtimeMs < patience) return;
    console.error('Jest has its results but does not end: a test left something open.');
    stopRunningCommands();
  }, 1_000);
  try {
    await run(process.execPath, [jest, ...args], {
      show: 'errors',
      env: { ...env, NODE_OPTIONS: nodeOptions.filter(Boolean).join(' ') },
    });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    endedWell = false;
  } finally {
    clearInterval(watch);
  }
  const count = readCount(report, endedWell);
  rmSync(report, { force: true });
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped.push(...count.skipped);
}

/**
 * Takes --selectProjects out of the arguments: the projects run in several rounds.
 * @param {string[]} args
 */
function readArguments(args) {
  const start = args.indexOf('--selectProjects');
  if (start === -1) return { selected: undefined, others: args };
  const known = new Set(rounds.flatMap((round) => round.projects));
  const after = args.slice(start + 1);
  const end = after.findIndex((name) => !known.has(name));
  const names = end === -1 ? after : after.slice(0, end);
  return {
    selected: new Set(names),
    others: [...args.slice(0, start), ...after.slice(names.length)],
  };
}

/** @param {string} project */
function isSelected(project) {
  return selected === undefined || selected.has(project);
}

/**
 * @param {string} name
 * @param {string} file
 */
function reasonFor(name, file) {
  if (missing.chromium !== undefined && file.startsWith('tests/e2e/')) return missing.chromium;
  if (missing.redis !== undefined && /redis/i.test(`${name} ${file}`)) return missing.redis;
  return 'left out in the code';
}
