import type { QueryClient } from '@tanstack/react-query';
export declare const router: import("@tanstack/router-core").RouterCore<import("@tanstack/router-core").Route<import("@tanstack/react-router").Register, any, "/", "/", string, "__root__", undefined, {}, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, readonly [import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/connexion", "/connexion", string, "/connexion", undefined, import("@tanstack/router-core").ResolveParams<"/connexion">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/acces/$token", "/acces/$token", string, "/acces/$token", undefined, import("@tanstack/router-core").ResolveParams<"/acces/$token">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/mot-de-passe-oublie", "/mot-de-passe-oublie", string, "/mot-de-passe-oublie", undefined, import("@tanstack/router-core").ResolveParams<"/mot-de-passe-oublie">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
    queryClient: QueryClient;
}, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/mot-de-passe/$token", "/mot-de-passe/$token", string, "/mot-de-passe/$token", undefined, import("@tanstack/router-core").ResolveParams<"/mot-de-passe/$token">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/router-core").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, readonly [import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/", "/", string, "/office/", undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/cohortes", "/cohortes", string, "/office/cohortes", undefined, import("@tanstack/router-core").ResolveParams<"/cohortes">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/cohortes">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/cohortes", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/apprenants", "/apprenants", string, "/office/apprenants", undefined, import("@tanstack/router-core").ResolveParams<"/apprenants">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/apprenants">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/apprenants", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/calendrier", "/calendrier", string, "/office/calendrier", undefined, import("@tanstack/router-core").ResolveParams<"/calendrier">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/calendrier">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/calendrier", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/appreciations", "/appreciations", string, "/office/appreciations", undefined, import("@tanstack/router-core").ResolveParams<"/appreciations">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/appreciations">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/appreciations", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/echeances", "/echeances", string, "/office/echeances", undefined, import("@tanstack/router-core").ResolveParams<"/echeances">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/echeances">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/echeances", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/referentiels", "/referentiels", string, "/office/referentiels", undefined, import("@tanstack/router-core").ResolveParams<"/referentiels">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/referentiels">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/referentiels", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/centre", "/centre", string, "/office/centre", undefined, import("@tanstack/router-core").ResolveParams<"/centre">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/centre">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/centre", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/emargement", "/emargement", string, "/office/emargement", undefined, import("@tanstack/router-core").ResolveParams<"/emargement">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/emargement">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/emargement", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/jurys", "/jurys", string, "/office/jurys", undefined, import("@tanstack/router-core").ResolveParams<"/jurys">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/jurys">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/jurys", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/certificateur", "/certificateur", string, "/office/certificateur", undefined, import("@tanstack/router-core").ResolveParams<"/certificateur">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/certificateur">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/certificateur", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/plateforme", "/plateforme", string, "/office/plateforme", undefined, import("@tanstack/router-core").ResolveParams<"/plateforme">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/plateforme">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/plateforme", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/acces-refuse", "/acces-refuse", string, "/office/acces-refuse", undefined, import("@tanstack/router-core").ResolveParams<"/acces-refuse">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/acces-refuse">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/office/acces-refuse", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>], unknown, unknown, unknown, undefined>, import("@tanstack/router-core").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, readonly [import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/appreciations/a-faire", "/appreciations/a-faire", string, "/phone/appreciations/a-faire", undefined, import("@tanstack/router-core").ResolveParams<"/appreciations/a-faire">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/appreciations/a-faire">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/phone/appreciations/a-faire", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, "/mon-parcours", "/mon-parcours", string, "/phone/mon-parcours", undefined, import("@tanstack/router-core").ResolveParams<"/mon-parcours">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, ({ context }: import("@tanstack/router-core").BeforeLoadContextOptions<unknown, import("@tanstack/react-router").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, unknown, unknown, unknown, unknown, undefined>, undefined, import("@tanstack/router-core").ResolveParams<"/mon-parcours">, import("@tanstack/router-core").AnyContext, import("@tanstack/router-core").AnyContext, "/phone/mon-parcours", unknown, undefined>) => void, {}, undefined, unknown, unknown, unknown, unknown, undefined>], unknown, unknown, unknown, undefined>, import("@tanstack/router-core").Route<unknown, import("@tanstack/react-router").RootRoute<import("@tanstack/react-router").Register, undefined, {
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
}>, {}, undefined, readonly [], unknown, unknown, unknown, undefined>], unknown, unknown, unknown, undefined>, "never", false, import("@tanstack/history").RouterHistory, Record<string, any>>;
declare module '@tanstack/react-router' {
    interface Register {
        router: typeof router;
    }
}
