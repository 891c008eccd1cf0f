import type { Answer } from '@jalon/contract';
import { type Permission } from '@jalon/contract/permissions';
export type CurrentSession = Answer<'GET /sessions/current'>;
/** Who is logged in; kept for the life of the page, since a change of login reloads it. */
export declare const sessionQuery: import("@tanstack/react-query").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    userName: string;
    email: string;
    personId: string;
    centre: {
        id: string;
        name: string;
    };
    roles: ("coordinator" | "trainer" | "tutor" | "learner" | "jury_member" | "director" | "certifier" | "platform_admin")[];
    otherCentres: {
        id: string;
        name: string;
    }[];
}, Error, {
    userName: string;
    email: string;
    personId: string;
    centre: {
        id: string;
        name: string;
    };
    roles: ("coordinator" | "trainer" | "tutor" | "learner" | "jury_member" | "director" | "certifier" | "platform_admin")[];
    otherCentres: {
        id: string;
        name: string;
    }[];
}, readonly unknown[]>, "queryFn"> & {
    queryFn?: import("@tanstack/react-query").QueryFunction<{
        userName: string;
        email: string;
        personId: string;
        centre: {
            id: string;
            name: string;
        };
        roles: ("coordinator" | "trainer" | "tutor" | "learner" | "jury_member" | "director" | "certifier" | "platform_admin")[];
        otherCentres: {
            id: string;
            name: string;
        }[];
    }, readonly unknown[], never>;
} & import("@tanstack/react-query").QueryKeyWithDataTag<readonly unknown[], {
    userName: string;
    email: string;
    personId: string;
    centre: {
        id: string;
        name: string;
    };
    roles: ("coordinator" | "trainer" | "tutor" | "learner" | "jury_member" | "director" | "certifier" | "platform_admin")[];
    otherCentres: {
        id: string;
        name: string;
    }[];
}, Error>;
/** Who is logged in. Only under the routes that require a login. @throws Error elsewhere. */
export declare function useSession(): CurrentSession;
/** Whether the person may do this; the API decides again. */
export declare const useIsAllowed: (permission: Permission) => boolean;
/** Ends the session. The page is loaded anew so that nothing of it stays in memory. */
export declare function logOut(): Promise<void>;
/** Acts in another centre of the same login; loaded anew, since nothing of the first may stay. */
export declare function changeCentre(centreId: string): Promise<void>;
