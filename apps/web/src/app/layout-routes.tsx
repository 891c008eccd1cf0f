import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadPageFile } from '../lib/load-page.ts';
import { leadHome, type PageAccess, requireAccess, requireSession } from './guards.ts';

/** A page module exports its component as `Page`. */
type LoadPage = () => Promise<{ Page: ComponentType }>;

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
});

const guarded = {
  beforeLoad: async ({
    context,
    location,
  }: {
    context: { queryClient: QueryClient };
    location: { href: string };
  }) => ({ session: await requireSession(context.queryClient, location.href) }),
};

/** Dark side navigation: coordinator, director, trainer, jury member, certifier, administrator. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'office',
  ...guarded,
  component: lazyRouteComponent(() => import('./office-shell.tsx'), 'OfficeShell'),
});

/** One column, no navigation: tutor and learner. */
export const phoneRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'phone',
  ...guarded,
  component: lazyRouteComponent(() => import('./phone-shell.tsx'), 'PhoneShell'),
});

/** The whole screen for one deliberation. */
export const roomRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'room',
  ...guarded,
  component: lazyRouteComponent(() => import('./room-shell.tsx'), 'RoomShell'),
});

/** A page with the side navigation. */
export const officePage = <const Path extends string>(
  path: Path,
  access: PageAccess,
  load: LoadPage,
) =>
  createRoute({
    getParentRoute: () => officeRoute,
    path,
    beforeLoad: ({ context }) => {
      if (path === '/') leadHome(context.session);
      requireAccess(context.session, access);
    },
    component: lazyRouteComponent(loadPageFile(load), 'Page'),
  });

/** A page of one column, for phones first. */
export const phonePage = <const Path extends string>(
  path: Path,
  access: PageAccess,
  load: LoadPage,
) =>
  createRoute({
    getParentRoute: () => phoneRoute,
    path,
    beforeLoad: ({ context }) => requireAccess(context.session, access),
    component: lazyRouteComponent(loadPageFile(load), 'Page'),
  });

/** A page that fills the screen, without navigation. */
export const roomPage = <const Path extends string>(
  path: Path,
  access: PageAccess,
  load: LoadPage,
) =>
  createRoute({
    getParentRoute: () => roomRoute,
    path,
    beforeLoad: ({ context }) => requireAccess(context.session, access),
    component: lazyRouteComponent(loadPageFile(load), 'Page'),
  });

/** A page that needs no login. */
export const publicPage = <const Path extends string>(path: Path, load: LoadPage) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(loadPageFile(load), 'Page'),
  });
