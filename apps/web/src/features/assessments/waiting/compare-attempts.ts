import { formatShortDay } from '@jalon/domain';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import type { ProblemError } from '../../../lib/problem-error.ts';
import type { Cell } from '../words.ts';
import type { SentResult } from './result-sender.ts';

export type Attempt = NonNullable<Cell['current']>;

/** The attempt that somebody else wrote meanwhile, after a 409; `null` for any other refusal. */
export function readTheirs({
  code,
  current,
}: Pick<ProblemError, 'code' | 'current'>): Attempt | null {
  if (code !== 'edited_meanwhile' || typeof current !== 'object' || current === null) return null;
  const [first] = 'attempts' in current ? (current.attempts as readonly Attempt[]) : [];
  return first ?? null;
}

type Version = Pick<SentResult, 'heldOn' | 'assessorName' | 'marks' | 'comment'>;

/** Both versions of an attempt, field by field. */
export const compareAttempts = (mine: Version, theirs: Version): readonly ConflictField[] => [
  { label: 'Jour', mine: formatShortDay(mine.heldOn), theirs: formatShortDay(theirs.heldOn) },
  { label: 'Résultat', mine: describeMarks(mine.marks), theirs: describeMarks(theirs.marks) },
  { label: 'Évaluateur', mine: mine.assessorName, theirs: theirs.assessorName },
  { label: 'Commentaire', mine: mine.comment ?? '', theirs: theirs.comment ?? '' },
];

/** « 3 critères satisfaits sur 4 ». */
export function describeMarks(marks: Readonly<Record<string, boolean>>): string {
  const values = Object.values(marks);
  const count = values.filter(Boolean).length;
  const words = count < 2 ? 'critère satisfait' : 'critères satisfaits';
  return `${count} ${words} sur ${values.length}`;
}
