import type { Permission } from '@jalon/contract/permissions';
import type { ReactNode } from 'react';
/** Shows its children to whoever holds the permission. */
export declare function Can({ permission, children, }: {
    readonly permission: Permission;
    readonly children: ReactNode;
}): ReactNode;
