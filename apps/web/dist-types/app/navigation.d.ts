import type { Permission } from '@jalon/contract/permissions';
import type { LinkProps } from '@tanstack/react-router';
/** One entry of the side navigation, shown to whoever holds one of the permissions. */
export interface NavigationEntry {
    readonly label: string;
    readonly to: NonNullable<LinkProps['to']>;
    readonly permissions: readonly Permission[];
}
export declare const navigation: readonly NavigationEntry[];
