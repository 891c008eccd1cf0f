import type { PlainDate } from '../plain-date.ts';
import type { Framework } from './framework.ts';

/** Whether the version's certification is registered at the RNCP on that day (DOMAIN 3.3). */
export function isRegisteredOn({ certification }: Framework, day: PlainDate): boolean {
  if (certification === null) return false;
  const { registeredFrom, registeredTo } = certification;
  return (
    (registeredFrom === null || day >= registeredFrom) &&
    (registeredTo === null || day <= registeredTo)
  );
}
