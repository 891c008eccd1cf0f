import type { Finding } from '../finding.ts';
import type { JuryMember } from './check-composition.ts';

/** What is missing about one member. */
export interface AttendanceFinding extends Finding {
  readonly memberId: string;
}

/**
 * Every member is marked present or absent by a person: the attendance of a jury is never presumed
 * (DOMAIN 4.6, Q7). Paths are `/members/<index>/isPresent`.
 */
export const checkAttendance = (
  members: readonly Pick<JuryMember, 'id' | 'name' | 'isPresent'>[],
): readonly AttendanceFinding[] =>
  members.flatMap(({ id, name, isPresent }, index) =>
    isPresent === null
      ? [
          {
            rule: 'jury.attendance-marked',
            severity: 'error',
            path: `/members/${index}/isPresent`,
            message: `${name} : notez sa présence ou son absence.`,
            source: 'DOMAIN 4.6, Q7',
            memberId: id,
          },
        ]
      : [],
  );
