import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLearnerRow } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { allRoutes } from './contract.ts';
import { permissionsByRole } from './permissions.ts';
import { email } from './schemas.ts';

const isAddress = (key: string): boolean => /^(GET|POST|PUT|DELETE) \//.test(key);

/** The addresses of every table of the package, one list a file. */
async function readTables(): Promise<string[]> {
  const folder = import.meta.dirname;
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|^(contract|index)\.ts$/.test(name),
  );
  const modules = await Promise.all(files.map((name) => import(join(folder, name))));
  return modules.flatMap((module: Record<string, unknown>) =>
    Object.values(module).flatMap((table) =>
      typeof table === 'object' && table !== null ? Object.keys(table).filter(isAddress) : [],
    ),
  );
}

/** « GET /cohorts/:cohortId » and « GET /cohorts/:id » are one address. */
const withoutNames = (key: string): string => key.replaceAll(/:\w+/g, ':');
const paramsOf = (key: string): string[] =>
  [...key.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) < index);

describe('the one table of endpoints', () => {
  it('holds every table of the package, and none twice', async () => {
    const written = await readTables();
    expect(repeated(written)).toEqual([]);
    expect(written.toSorted()).toEqual(allRoutes.map(([key]) => key).toSorted());
  });

  it('has one route an address, whatever its parameters are called', () => {
    expect(repeated(allRoutes.map(([key]) => withoutNames(key)))).toEqual([]);
  });

  it('asks for permissions that some role has, or for none', () => {
    const known = new Set<string>(['public', 'self', ...Object.values(permissionsByRole).flat()]);
    const unknown = allRoutes.filter(([, { permission }]) => !known.has(permission));
    expect(unknown.map(([key]) => key)).toEqual([]);
  });

  it.each(allRoutes)('%s declares the parameters of its address', (key, { params }) => {
    expect(Object.keys(params?.shape ?? {}).toSorted()).toEqual(paramsOf(key).toSorted());
  });

  it('reads nothing in the body of a GET', () => {
    const odd = allRoutes.filter(([key, { body }]) => key.startsWith('GET ') && body !== undefined);
    expect(odd.map(([key]) => key)).toEqual([]);
  });
});

/** Words of zod's English sentences, none of which is a French word. */
const english =
  /\b(expected|received|invalid|required|too|small|big|must|should|input|characters?|string|number|boolean|array|unrecognized|keys?|least|most|record)\b/i;
const badValues = [undefined, null, '', 'x', 'x'.repeat(20_000), -1, 1.5, true, [], {}];

function messagesOf(schema: z.ZodType): string[] {
  const names = 'shape' in schema ? Object.keys(schema.shape as object) : [];
  const faulty = [
    ...badValues,
    ...names.flatMap((name) => badValues.map((bad) => ({ [name]: bad }))),
  ];
  return faulty.flatMap((value) => {
    const { error } = schema.safeParse(value);
    return (error?.issues ?? []).map(({ message }) => message);
  });
}

const parts = allRoutes.flatMap(([key, { params, query, body }]) =>
  Object.entries({ params, query, body }).flatMap(([part, schema]) =>
    schema ? [[`${key} ${part}`, schema] as const] : [],
  ),
);

describe('what a schema refuses at its fields is said in French', () => {
  it.each(parts)('%s', (_, schema) => {
    const messages = messagesOf(schema);
    expect(messages.length).toBeGreaterThan(0);
    expect([...new Set(messages)].filter((message) => english.test(message))).toEqual([]);
  });
});

describe('each line of the API page', () => {
  it('says in French what the route is for', () => {
    const odd = allRoutes.filter(
      ([, { summary }]) => summary.trim().length < 5 || english.test(summary),
    );
    expect(odd.map(([key, { summary }]) => `${key} : ${summary}`)).toEqual([]);
  });
});

describe('one rule for a mail address, in a form and in a file', () => {
  const pieces = ['a', 'é', 'B', '.', '@', ' ', '-', '+', '_', 'fr', '.fr', '1'];
  /** Every text of five of these pieces, after a beginning of an address or none. */
  function* listTexts(start = '', left = 5): Generator<string> {
    if (left === 0) yield start;
    else for (const piece of pieces) yield* listTexts(start + piece, left - 1);
  }
  const takenByForm = (text: string) => {
    const result = email.safeParse(text);
    return result.success ? result.data : null;
  };
  const takenByFile = (text: string) => readLearnerRow([text], ['email'], 2).row.email;

  it('both take the same texts, as the same address, and no other than the library', () => {
    const library = z.email();
    let taken = 0;
    const odd: string[] = [];
    for (const start of ['', 'a@b'])
      for (const text of listTexts(start, start ? 4 : 5)) {
        const address = takenByForm(text);
        if (address !== null) taken += 1;
        if (address !== takenByFile(text)) odd.push(text);
        if ((address !== null) !== library.safeParse(text.trim().toLowerCase()).success)
          odd.push(text);
      }
    expect(odd).toEqual([]);
    expect(taken).toBeGreaterThan(100);
  });

  it.each(['marié@free.fr', 'a..b@x.fr', 'a@b.c', 'a b@x.fr', '.a@x.fr'])(
    'neither takes %s',
    (text) => {
      expect([takenByForm(text), takenByFile(text)]).toEqual([null, null]);
    },
  );
});
