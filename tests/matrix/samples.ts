import type { RouteKey } from '@jalon/contract';
import { frameworkLibrary } from '@jalon/domain';

/** Bodies for routes whose rules a JSON Schema cannot express. Everything else is generated. */
export const bodySamples: Partial<Record<RouteKey, unknown>> = {
  'PUT /frameworks/:frameworkId': { revision: 1, content: frameworkLibrary[0] },
  'POST /juries/:juryId/members': {
    givenName: 'Sara',
    familyName: 'Bel',
    email: 'sara@test.example',
    college: 'employee',
  },
};
