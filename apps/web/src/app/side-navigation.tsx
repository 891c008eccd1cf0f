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
                <Count of={countOf(to)} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SessionFooter />
    </>
  );
}

/** How many things wait there; nothing when none does. */
function Count({ of: count }: { readonly of: number }) {
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      {count}
      <VisuallyHidden> à traiter</VisuallyHidden>
    </span>
  );
}
