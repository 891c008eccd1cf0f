import type { Role } from '@jalon/domain';
/** Where a person lands after login, by their roles. */
export declare const landingPath: (roles: readonly Role[]) => string;
