import { allRoutes } from '@jalon/contract';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { fullSamplesOf, leavesOf, sampleOf, withValueAt } from './sample.ts';
import { bodySamples } from './samples.ts';

/** Values that hardly any field takes: absent, of another type, empty, too small, too large. */
const badValues = [
  undefined,
  null,
  '',
  'x',
  'x'.repeat(20_000),
  -1,
  1.5,
  1e15,
  Number.NaN,
  true,
  [],
  {},
  Array.from({ length: 2001 }, () => 'x'),
];

/** Words of zod's English sentences, none of which is a French word. */
const english =
  /\b(expected|received|invalid|required|too|small|big|must|should|input|characters?|items?|string|number|boolean|array|unrecognized|keys?|least|most|match|record)\b/i;

function messagesOf(schema: z.ZodType, samples: readonly unknown[]): string[] {
  const faulty = samples.flatMap((sample) => [
    ...badValues,
    ...leavesOf(sample).flatMap((path) => badValues.map((bad) => withValueAt(sample, path, bad))),
    ...Object.keys(Object(sample)).flatMap((key) =>
      badValues.map((bad) => withValueAt(sample, [key], bad)),
    ),
  ]);
  const messages = faulty.flatMap((value) => {
    const result = schema.safeParse(value);
    return result.success ? [] : result.error.issues.map(({ message }) => message);
  });
  return [...new Set(messages)];
}

const parts = allRoutes.flatMap(([key, route]) =>
  (['body', 'query'] as const).flatMap((part) => {
    const schema = route[part];
    if (!schema) return [];
    const written = part === 'body' ? bodySamples[key] : undefined;
    const samples = [...fullSamplesOf(schema), written ?? sampleOf(schema)];
    return [[`${key} ${part}`, schema, samples] as const];
  }),
);

describe('what a schema refuses is said in French, whatever the field', () => {
  it.each(parts)('%s', (_, schema, samples) => {
    const messages = messagesOf(schema, samples);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter((message) => english.test(message))).toEqual([]);
  });
});
