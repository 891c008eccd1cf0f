import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actGroups, isActNamed, listActs, nameAct } from './name-act.ts';

/** Every act that the API writes to the trail, by its code. */
function listWrittenActs(): readonly string[] {
  const folder = join(import.meta.dirname, '../../../../apps/api/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /\b(?:action: (?:\w+(?:\.\w+)* \? )?|change\(actor, [\w.]+, )'([a-z-]+\.[a-z-]+)'(?: : '([a-z-]+\.[a-z-]+)')?/g,
      ),
    ])
    .flatMap(([, ...codes]) => codes.filter((code) => code !== undefined));
}

describe('the journal of the centre', () => {
  it('has words for every act that is written to the trail', () => {
    const written = listWrittenActs();
    expect(written.length).toBeGreaterThan(70);
    expect(written.filter((code) => !isActNamed(code))).toEqual([]);
  });

  it('sorts each act into one group', () => {
    const codes = actGroups.flatMap(listActs);
    expect(new Set(codes).size).toBe(codes.length);
    expect(nameAct('jury.closed')).toBe('Session de jury close');
  });

  it('shows the code of an act of an older version that it no longer knows', () => {
    expect(nameAct('jury.forgotten')).toBe('jury.forgotten');
  });
});
