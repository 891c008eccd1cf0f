import { createHmac } from 'node:crypto';

/** `app` obeys row-level security; `system` bypasses it for login, outbox relay and schedules. */
export type DatabaseRole = 'jalon_app' | 'jalon_system';

/**
 * The owner's URL with the role's login instead. The password is derived from the secret, as the
 * migration step set it, so that one URL and one secret configure three roles.
 */
export function connectionUrl(ownerUrl: string, role: DatabaseRole, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = createHmac('sha256', secret).update(role).digest('hex');
  return url.toString();
}
