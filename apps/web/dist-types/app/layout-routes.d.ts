import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { type PageAccess } from './guards.ts';
/** A page module exports its component as `Page`. */
type LoadPage = () => Promise<{
    Page: ComponentType;
}>;
export declare const rootRoute: import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>;
/** Dark side navigation: coordinator, director, trainer, jury member, certifier, administrator. */
export declare const officeRoute: import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "office", "/office", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>;
/** One column, no navigation: tutor and learner. */
export declare const phoneRoute: import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "phone", "/phone", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>;
/** The whole screen for one deliberation. */
export declare const roomRoute: import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "room", "/room", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>;
/** A page with the side navigation. */
export declare const officePage: <const Path extends string>(path: Path, access: PageAccess, load: LoadPage) => import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "office", "/office", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, Path, import("@tanstack/router-core").ResolveFullPath<import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "office", "/office", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, Path, import("@tanstack/router-core").RoutePrefix<"/", Path>>, string, import("@tanstack/router-core").RoutePrefix<"/office", Path>, undefined, import("@tanstack/router-core").ResolveParams<Path>, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "office", "/office", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<Path>, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").RoutePrefix<"/office", Path>, unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>;
/** A page of one column, for phones first. */
export declare const phonePage: <const Path extends string>(path: Path, access: PageAccess, load: LoadPage) => import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "phone", "/phone", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, Path, import("@tanstack/router-core").ResolveFullPath<import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "phone", "/phone", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, Path, import("@tanstack/router-core").RoutePrefix<"/", Path>>, string, import("@tanstack/router-core").RoutePrefix<"/phone", Path>, undefined, import("@tanstack/router-core").ResolveParams<Path>, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "phone", "/phone", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<Path>, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").RoutePrefix<"/phone", Path>, unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>;
/** A page that fills the screen, without navigation. */
export declare const roomPage: <const Path extends string>(path: Path, access: PageAccess, load: LoadPage) => import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "room", "/room", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, Path, import("@tanstack/router-core").ResolveFullPath<import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "room", "/room", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, Path, import("@tanstack/router-core").RoutePrefix<"/", Path>>, string, import("@tanstack/router-core").RoutePrefix<"/room", Path>, undefined, import("@tanstack/router-core").ResolveParams<Path>, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", "room", "/room", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, {
    queryClient: QueryClient;
}, ({ context, location, }: {
    context: {
        queryClient: QueryClient;
    };
    location: {
        href: string;
    };
}) => Promise<{
    session: {
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
    };
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<Path>, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").RoutePrefix<"/room", Path>, unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>;
/** A page that needs no login. */
export declare const publicPage: <const Path extends string>(path: Path, load: LoadPage) => import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, Path, import("@tanstack/router-core").ResolveFullPath<import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, Path, import("@tanstack/router-core").RoutePrefix<"/", Path>>, string, import("@tanstack/router-core").RoutePrefix<"__root__", Path>, undefined, import("@tanstack/router-core").ResolveParams<Path>, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>;
export {};
