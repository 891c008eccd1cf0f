import { formatMinutes } from '@jalon/domain';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { describePath } from './pointers.ts';

/** Where two versions differ, field by field, in words. At most `limit`, then a count of the rest. */
export function listDifferences(mine: unknown, theirs: unknown, limit = 12): ConflictField[] {
  const all = compare(mine, theirs, 'content');
  const more = all.length - limit;
  if (more <= 0) return all;
  return [
    ...all.slice(0, limit),
    { label: 'Et aussi', mine: `${more} autres différences`, theirs: '' },
  ];
}

function compare(mine: unknown, theirs: unknown, path: string): ConflictField[] {
  if (mine === theirs) return [];
  if (!isBranch(mine) || !isBranch(theirs))
    return [{ label: describePath(path), mine: show(mine, path), theirs: show(theirs, path) }];
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...keys].flatMap((key) => compare(mine[key], theirs[key], `${path}.${key}`));
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function show(value: unknown, path: string): string {
  if (value === undefined) return 'absent';
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number' && /minutes/i.test(path)) return formatMinutes(value);
  if (!isBranch(value)) return String(value);
  const name = value.name ?? value.title ?? value.text ?? value.profile;
  return typeof name === 'string' && name !== '' ? name : 'présent';
}
