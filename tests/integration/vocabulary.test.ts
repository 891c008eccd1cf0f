import { readFileSync } from 'node:fs';
import * as domain from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';

const schema = readFileSync(
  new URL('../../prisma/schema/vocabulary.prisma', import.meta.url),
  'utf8',
);

/** Values of an enum of the data model, in order. */
function valuesOf(name: string): string[] {
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(schema)?.[1] ?? '';
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^\w+$/.test(line));
}

describe('one list of words for the domain and the database', () => {
  it.each([
    ['Role', domain.roles],
    ['HolidayZone', domain.holidayZones],
    ['AccessRoute', domain.accessRoutes],
    ['Funder', domain.funders],
    ['EntryProfile', domain.entryProfiles],
    ['EmployerKind', domain.employerKinds],
    ['CohortState', domain.cohortStates],
    ['HalfDay', domain.halfDays],
    ['SlotKind', domain.slotKinds],
    ['SlotMode', domain.slotModes],
    ['ExtraTimeKind', domain.extraTimeKinds],
    ['PlanSearchKind', domain.planSearchKinds],
    ['PlanSearchState', domain.planSearchStates],
    ['FeedKind', domain.feedKinds],
    ['ToldDayKind', domain.toldDayKinds],
    ['AttendanceState', domain.attendanceStates],
    ['PositioningOutcome', domain.positioningOutcomes],
    ['DispensationState', domain.dispensationStates],
    ['AppraisalOrigin', domain.appraisalOrigins],
    ['RequestEndReason', domain.requestEndReasons],
    ['JointReviewRole', domain.jointReviewRoles],
    ['BlockProposal', domain.blockProposals],
    ['BlockDecision', domain.blockDecisions],
    ['DecisionOrigin', domain.decisionOrigins],
    ['SignatureMethod', domain.signatureMethods],
    ['College', domain.colleges],
    ['ConflictKind', domain.conflictKinds],
    ['JurySessionState', domain.jurySessionStates],
    ['CertificateKind', domain.certificateKinds],
    ['DeadlineRegime', domain.deadlineRegimes],
    ['RegistryAnswer', domain.registryAnswers],
  ] as const)('%s', (name, words) => {
    expect(valuesOf(name)).toEqual([...words]);
  });
});
