import type { Role } from '@jalon/domain';

/** Who is acting: a person in a centre, in the roles they hold there. */
export interface Actor {
  readonly userId: string;
  readonly centreId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly name: string;
  readonly sessionId: string;
}

/** An actor for work that nobody asked for: schedules and background jobs of one centre. */
export const systemActor = (centreId: string): Actor => ({
  userId: 'system',
  centreId,
  personId: '00000000-0000-0000-0000-000000000000',
  roles: [],
  name: 'Jalon',
  sessionId: 'system',
});
