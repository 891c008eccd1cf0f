import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { SidePanelSlot } from '../components/side-panel-slot.ts';
import { useIsAllowed } from '../lib/session.ts';
import classes from './office-shell.module.css';
import { SideNavigation } from './side-navigation.tsx';
import { SkipLink } from './skip-link.tsx';

/** Notices are worth less than the page: without network it stands without them. */
const Notices = lazy(() => import('./notices.tsx').catch(() => ({ default: () => <></> })));

/** Only for who marks épreuves: nobody else waits for it. */
const WaitingBar = lazy(() => import('../features/assessments/waiting/waiting-bar.tsx'));

/** Dark navigation on the left, the page, and on the right the panel that explains. */
export function OfficeShell() {
  const [isMenuOpen, menu] = useDisclosure();
  const [panelSlot, setPanelSlot] = useState<HTMLElement | null>(null);
  const canMark = useIsAllowed('assessment:write');
  const brand = (
    <Link to="/" className={classes.brand}>
      Jalon
    </Link>
  );
  return (
    <SidePanelSlot value={panelSlot}>
      <SkipLink />
      <div className={classes.shell}>
        <nav aria-label="Menu" className={classes.topBar}>
          <Burger
            opened={isMenuOpen}
            onClick={menu.open}
            aria-label="Ouvrir le menu"
            color="var(--on-dark)"
            size="sm"
          />
          {brand}
        </nav>
        <div className={classes.side}>
          <SideNavigation top={brand} />
        </div>
        <main id="contenu" tabIndex={-1} className={classes.page}>
          {canMark && (
            <Suspense fallback={null}>
              <WaitingBar />
            </Suspense>
          )}
          <Outlet />
        </main>
        <div ref={setPanelSlot} className={classes.panel} />
      </div>
      <Drawer
        opened={isMenuOpen}
        onClose={menu.close}
        title="Jalon"
        size={280}
        classNames={{
          content: classes.drawer ?? '',
          header: classes.drawerHeader ?? '',
          title: classes.brand ?? '',
          body: classes.drawerBody ?? '',
        }}
        closeButtonProps={{ 'aria-label': 'Fermer le menu' }}
      >
        <SideNavigation onLeave={menu.close} />
      </Drawer>
      <Suspense fallback={null}>
        <Notices />
      </Suspense>
    </SidePanelSlot>
  );
}
