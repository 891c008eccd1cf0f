import type { Permission } from '@jalon/contract/permissions';
import type { ReactNode } from 'react';
import { useIsAllowed } from '../lib/session.ts';

/** Shows its children to whoever holds the permission. */
export function Can({
  permission,
  children,
}: {
  readonly permission: Permission;
  readonly children: ReactNode;
}) {
  return useIsAllowed(permission) ? children : null;
}
