import { allRoutes, type Route, type RouteKey } from '@jalon/contract';
import { type Role, roles } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { holders, paramNames } from './callers.ts';
import { fingerprint } from './fingerprint.ts';
import { writeOneOfEach } from './one-of-each.ts';
import { fullSamplesOf, leavesOf, type Path, sampleOf, valueAt, withValueAt } from './sample.ts';
import { bodySamples, partsLeftOut, plausibleValues } from './samples.ts';

let app: TestApp;
let owner: pg.Client;
const members = new Map<Role, Member>();
/** Ids of one row of each kind by name: in the caller's centre, and in another. */
let here: Record<string, string>;
let elsewhere: Record<string, string>;

beforeAll(async () => {
  app = await startTestApp();
  // The slot of the rows below is open for its attendance.
  app.clock.set('2027-03-01T10:00:00+01:00');
  const centre = await app.addCentre('Le centre de l’appelant');
  for (const role of roles) members.set(role, await centre.addMember(role));
  here = await writeOneOfEach(app.db, centre);
  elsewhere = await writeOneOfEach(app.db, await app.addCentre('Un autre centre'));
  owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

type Part = 'body' | 'query';

/** One field of one route: each test tries values there and leaves the rest of the request valid. */
interface Field {
  readonly key: RouteKey;
  readonly route: Route;
  readonly part: Part;
  readonly path: Path;
  readonly sample: unknown;
}

const isUuid = (value: unknown): boolean => /^[0-9a-f-]{36}$/.test(String(value));
const isDay = (value: unknown): boolean => /^\d{4}-\d\d-\d\d$/.test(String(value));

/** Samples that the schema takes; the ones written by hand where a generated one cannot be right. */
function validSamples(key: RouteKey, route: Route, part: Part): unknown[] {
  const schema = route[part];
  if (!schema) return [];
  const generated = fullSamplesOf(schema).filter((value) => schema.safeParse(value).success);
  if (generated.length > 0) return generated;
  return [(part === 'body' ? bodySamples[key] : undefined) ?? sampleOf(schema)];
}

const fields: Field[] = allRoutes.flatMap(([key, route]) =>
  (['body', 'query'] as const).flatMap((part) => {
    const seen = new Set<string>();
    return validSamples(key, route, part).flatMap((sample) =>
      leavesOf(sample)
        .filter((path) => !seen.has(path.join('/')) && seen.add(path.join('/')))
        .map((path) => ({ key, route, part, path, sample })),
    );
  }),
);
const named = (list: readonly Field[]) =>
  list.map((field) => [`${field.key} ${field.part}/${field.path.join('/')}`, field] as const);

/** The row that a field names: `cohortIds`, `tutor.personId`, `copyOfId`… */
const rowNames: Record<string, string> = {
  assessorIds: 'trainerId',
  copyOfId: 'frameworkId',
  frameworkVersionId: 'frameworkId',
  basedOn: 'attendanceId',
  entryIds: 'attendanceId',
  expectedId: 'resultId',
  correctsId: 'credentialId',
  expectedDecisionId: 'decisionId',
  expectedFileId: 'fileId',
  replacesId: 'minutesId',
  draftId: 'dispensationId',
};
const fieldName = (path: Path): string =>
  String(path.filter((key) => typeof key === 'string').at(-1));
function rowName(path: Path): string {
  const field = fieldName(path);
  return rowNames[field] ?? field.replace(/Ids$/, 'Id');
}

/** The sample with the caller's own rows wherever it names one, and words that the rules take. */
const makePlausible = (sample: unknown): unknown =>
  leavesOf(sample).reduce((value, path) => {
    const part = path.findIndex((key) => partsLeftOut.includes(String(key)));
    if (part >= 0) return withValueAt(value, path.slice(0, part + 1), null);
    const plausible = isUuid(valueAt(sample, path))
      ? here[rowName(path)]
      : plausibleValues[fieldName(path)];
    return plausible === undefined ? value : withValueAt(value, path, plausible);
  }, sample);

const caller = ({ permission, ...route }: Route): Member | null => {
  if (permission === 'public') return null;
  return members.get(holders({ permission, ...route })[0] ?? 'coordinator') ?? null;
};

function send({ key, route, part, path, sample }: Field, value: unknown) {
  const params = Object.fromEntries(paramNames(key).map((name) => [name, here[name] ?? '']));
  const body = route.body && makePlausible(validSamples(key, route, 'body')[0]);
  const poisoned = withValueAt(makePlausible(sample), path, value);
  const request = { params, ...(body === undefined ? {} : { body }), [part]: poisoned };
  return app.call(key, request, caller(route));
}

/** Ids that are only compared with those that stand: another centre's is one that does not stand. */
const onlyCompared = ['knownSignedIds'];
/** Ids that a device chooses for what it makes: another centre's is as free as any. */
const chosen = ['resultId'];
const ids = fields.filter(
  ({ sample, path }) =>
    isUuid(valueAt(sample, path)) && ![...onlyCompared, ...chosen].includes(fieldName(path)),
);

/** Acts that answer row by row, and questions that are asked by POST: they say what they found. */
const answers200 = new Set<RouteKey>([
  'POST /cohorts/:cohortId/slot-check',
  'PUT /juries/:juryId/decisions',
]);

describe('a field that names a row of another centre: as if it did not exist, and nothing is written', () => {
  it.each(named(ids))('%s', async (_, field) => {
    const id = elsewhere[rowName(field.path)];
    expect([rowName(field.path), typeof id]).toEqual([rowName(field.path), 'string']);
    const nobody = uuidv7();
    const before = await fingerprint(owner, field.part);
    const foreign = await send(field, id);
    const unknown = await send(field, nobody);
    expect(await fingerprint(owner, field.part)).toEqual(before);
    const words = ({ bytes }: typeof foreign) =>
      Buffer.from(bytes).toString().replaceAll(String(id), '…').replaceAll(nobody, '…');
    expect([foreign.status, words(foreign)]).toEqual([unknown.status, words(unknown)]);
    expect(foreign.status).toBeLessThan(500);
    if (field.part === 'body' && !answers200.has(field.key))
      expect([foreign.status, foreign.status >= 400]).toEqual([foreign.status, true]);
  });
});

/**
 * Where a rule stops the caller before the row is looked at, by route or by field: the sample cannot
 * show the refusal.
 */
const stoppedBefore: Partial<Record<RouteKey | `${RouteKey} /${string}`, string>> = {
  'POST /slots/:slotId/assessment-events': 'the half-day is of training',
  'POST /slots/:slotId/assessment-event-check': 'the half-day is of training',
  'PUT /assessment-events/:eventId': 'modules of the block come after its day',
  'POST /slots/:slotId/attendance/signature': 'only the slot’s own trainer signs',
  'POST /slots/:slotId/attendance/corrections': 'the sheet must have been signed',
  'POST /enrolments/:enrolmentId/equivalences': 'the decision must be an acquisition',
  'PUT /resits/:decisionId': 'the session of the decision must be closed',
  'POST /juries/:juryId/minutes/paper-signatures': 'the session must be closed',
  'POST /juries/:juryId/rectifications': 'the session must be closed',
  'POST /joint-reviews': 'the learner has a review that is not signed',
  'PUT /slots/:slotId': 'the slot just made stands there',
  'PUT /dispensations/:dispensationId /ruleId':
    'the line is about the block, the sample about a module',
  'POST /cohorts/:cohortId/slots /roomId': 'the slot just made with a trainer stands there',
};

describe('the same request with the centre’s own rows gets past them: the refusals above are about the id', () => {
  const acts = ids.filter(
    ({ key, part, path }) =>
      part === 'body' && !stoppedBefore[key] && !stoppedBefore[`${key} /${path.join('/')}`],
  );
  it.each(named(acts))('%s', async (_, field) => {
    const { status, problem } = await send(field, here[rowName(field.path)]);
    // 409: an earlier line of this table has already done the same thing.
    expect([status, status === 409 ? 'done before' : problem.detail]).toEqual([
      status,
      status === 409 ? 'done before' : undefined,
    ]);
  });
});

const unstorable = ({ part }: Field): string[] => [
  '\u0000',
  'a\u0000b',
  'a\u001b[2J',
  // An address cannot carry half a character: the client replaces it.
  ...(part === 'body' ? ['Zo\ud800e'] : []),
];
const odd = (value: unknown): unknown[] => {
  if (typeof value === 'number') return [2 ** 31, Number.MAX_SAFE_INTEGER, 1e300, -1, 0.5];
  if (isDay(value)) return ['0000-01-01', '9999-12-31', '2026-02-30'];
  return ['x'.repeat(10_000), '%_\\', '', '٣'];
};

describe('one field at a time holds what no column keeps: refused at the field, never 500', () => {
  const texts = fields.filter(({ sample, path }) => typeof valueAt(sample, path) === 'string');
  it.each(named(texts))('%s', async (_, field) => {
    for (const value of unstorable(field)) {
      const { status } = await send(field, value);
      expect([value, status, status >= 400 && status < 500]).toEqual([value, status, true]);
    }
  });
});

describe('one field at a time holds an extreme value: never 500', () => {
  it.each(named(fields))('%s', async (_, field) => {
    for (const value of odd(valueAt(field.sample, field.path))) {
      const { status } = await send(field, value);
      expect([value, status, status < 500]).toEqual([value, status, true]);
    }
  });
});
