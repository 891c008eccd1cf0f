import { type Permission } from '@jalon/contract/permissions';
import type { QueryClient } from '@tanstack/react-query';
import { type CurrentSession } from '../lib/session.ts';
/** Who may open a page: one permission, any of several, or anyone who is logged in. */
export type PageAccess = Permission | readonly Permission[] | 'self';
/** The session, or the login page with the way back. @throws redirect */
export declare function requireSession(queryClient: QueryClient, href: string): Promise<CurrentSession>;
/** Refuses the page to a role that may not open it. @throws ProblemError `forbidden` */
export declare function requireAccess({ roles }: CurrentSession, access: PageAccess): void;
/** The morning page belongs to the office; others are led to theirs. @throws redirect */
export declare function leadHome({ roles }: CurrentSession): void;
