import type { Tx } from '../../db/database.ts';

/**
 * Holds these enrolments for the transaction: whoever appraises, assesses or decides on them does so
 * one after the other, and sees what the one before did. Attendance is not held up by it.
 */
export async function holdEnrolments(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    select id from enrolment where id = any(${ids}::uuid[]) order by id for no key update`;
}
