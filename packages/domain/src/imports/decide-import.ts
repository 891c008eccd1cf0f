import type { LearnerImportMode, LearnerImportOutcome } from '../vocabulary.ts';
import type { RowOutcome } from './plan-learner-import.ts';

/**
 * What becomes of a file whose lines have been compared with the centre: all or nothing, one faulty
 * line refuses it whole; valid lines only, the others are left out. A file that changes nothing is
 * nothing to do.
 */
export function decideImport(
  counts: Readonly<Record<RowOutcome, number>>,
  mode: LearnerImportMode,
): LearnerImportOutcome {
  if (mode === 'all_or_nothing' && counts.error > 0) return 'refused';
  return counts.new + counts.changed > 0 ? 'imported' : 'nothing_to_do';
}
