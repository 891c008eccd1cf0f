import type { Role } from '@jalon/domain';

/** Whence a request comes, as far as the server can tell. */
export interface Visit {
  /** The visitor's address, behind the proxies that the configuration trusts. */
  readonly ipAddress: string | null;
  /** What the browser says it is. */
  readonly userAgent: string | null;
}

/** Who is acting: a person in a centre, in the roles they hold there. */
export interface Actor {
  readonly userId: string;
  readonly centreId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly name: string;
  readonly sessionId: string;
  /** Absent when nobody visits: schedules and background jobs. */
  readonly visit?: Visit;
}

/** What a signature keeps of the place and the device it was given from. */
export const signedFrom = ({ visit }: Actor): Visit => ({
  ipAddress: visit?.ipAddress ?? null,
  userAgent: visit?.userAgent ?? null,
});

/** An actor for work that nobody asked for: schedules and background jobs of one centre. */
export const systemActor = (centreId: string): Actor => ({
  userId: 'system',
  centreId,
  personId: '00000000-0000-0000-0000-000000000000',
  roles: [],
  name: 'Jalon',
  sessionId: 'system',
});
