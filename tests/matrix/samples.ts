import type { RouteKey } from '@jalon/contract';
import { frameworkLibrary } from '@jalon/domain';

const csv = Buffer.from('Nom;Prénom;Mail\nAbadie;Lina;lina@test.example\n').toString('base64');

/** Bodies for routes whose rules a JSON Schema cannot express. Everything else is generated. */
export const bodySamples: Partial<Record<RouteKey, unknown>> = {
  'PUT /frameworks/:frameworkId': { revision: 1, content: frameworkLibrary[0] },
  'POST /cohorts/:cohortId/learner-imports/preview': { fileName: 'a.csv', contentBase64: csv },
  'POST /cohorts/:cohortId/learner-imports': {
    fileName: 'a.csv',
    contentBase64: csv,
    mode: 'valid_rows',
  },
  'POST /juries/:juryId/members': {
    givenName: 'Sara',
    familyName: 'Bel',
    email: 'sara@test.example',
    college: 'employee',
  },
};
