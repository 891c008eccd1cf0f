import type { RouteKey } from '@jalon/contract';
import { frameworkLibrary } from '@jalon/domain';

const csv = Buffer.from('Nom;Prénom;Mail\nAbadie;Lina;lina@test.example\n').toString('base64');

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString(
  'base64',
);

/** Bodies for routes whose rules a JSON Schema cannot express. Everything else is generated. */
export const bodySamples: Partial<Record<RouteKey, unknown>> = {
  'PUT /frameworks/:frameworkId': { revision: 1, content: frameworkLibrary[0] },
  'POST /cohorts/:cohortId/learner-imports/preview': { fileName: 'a.csv', contentBase64: csv },
  'POST /cohorts/:cohortId/learner-imports': {
    fileName: 'a.csv',
    contentBase64: csv,
    mode: 'valid_rows',
  },
  'POST /enrolments/:enrolmentId/received-transfers/preview': { contentBase64: pdf },
  'POST /enrolments/:enrolmentId/received-transfers': { contentBase64: pdf },
  'POST /credentials/:credentialId/files': {
    fileName: 'a.pdf',
    contentBase64: pdf,
    expectedFileId: null,
  },
  'POST /appraisals/:appraisalId/files': {
    fileName: 'a.pdf',
    contentBase64: pdf,
    expectedFileId: null,
  },
  'POST /juries/:juryId/members': {
    givenName: 'Sara',
    familyName: 'Bel',
    email: 'sara@test.example',
    college: 'employee',
  },
};

/** Values by field name that get a generated sample past the rules, as far as the rows it names. */
export const plausibleValues: Record<string, unknown> = {
  // The jury of the sample's learner is held the day before its half-day.
  acceptedWarnings: 'slot.before-own-jury',
  assessmentCode: 'B1-E1',
  assessmentCodes: 'B1-E1',
  blockCode: 'B1',
  blockCodes: 'B1',
  code: 'AFGSU1',
  diplomaLevel: 4,
  dueOn: '2027-04-05',
  endsOn: '2027-12-01',
  halfDay: 'afternoon',
  juryOn: '2027-12-01',
  minutes: 210,
  minutesPerDay: 420,
  moduleCode: 'B1-M1',
  name: 'Une cohorte',
  date: '2027-03-02',
  daysPerWeek: 1,
  opensOn: '2027-03-22',
  positioningOn: '2027-02-15',
  obtainedOn: '2027-03-01',
  startsAt: 810,
  startsOn: '2027-03-01',
};

/** Parts that a rule refuses unless other rows stand: left out where the row itself is looked at. */
export const partsLeftOut: readonly string[] = ['vote'];
