import { isAllowed } from '@jalon/contract/permissions';
import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../lib/session.ts';
import { navigation } from './navigation.ts';
import { SessionFooter } from './session-footer.tsx';
import classes from './side-navigation.module.css';
import { useMenuCounts } from './use-menu-counts.ts';

/** The entries a person's roles open, then where and as whom they are logged in. */
export function SideNavigation({
  top,
  onLeave,
}: {
  /** Above the entries. */
  readonly top?: ReactNode;
  readonly onLeave?: () => void;
}) {
  const { roles } = useSession();
  const countOf = useMenuCounts();
  const entries = navigation.filter(({ permissions }) =>
    permissions.some((permission) => isAllowed(roles, permission)),
  );
  return (
    <>
      <nav aria-label="Navigation principale">
        {top}
        <ul className={classes.entries}>
          {entries.map(({ label, to }) => (
            <li key={label}>
              <Link
                to={to}
                className={classes.entry}
                activeOptions={{ exact: to === '/' }}
                {...(onLeave ? { onClick: onLeave } : {})}
              >
                {label}
                <Count {...countOf(to)} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SessionFooter />
    </>
  );
}

const urgencyWords = { late: 'dont en retard', at_risk: 'à surveiller', waiting: 'en attente' };

/** How many rows wait there, on the colour of the worst; nothing when none does. */
function Count({ count, worst }: ReturnType<ReturnType<typeof useMenuCounts>>) {
  if (count === 0) return null;
  return (
    <span className={classes.count} data-worst={worst}>
      {count}
      <VisuallyHidden> {urgencyWords[worst]}</VisuallyHidden>
    </span>
  );
}
