import { UnstyledButton } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { logOut, useSession } from '../lib/session.ts';
import classes from './phone-shell.module.css';
import { SkipLink } from './skip-link.tsx';

/** One column without navigation; each page brings its own top through PhonePage. */
export function PhoneShell() {
  const { userName, centre } = useSession();
  return (
    <>
      <SkipLink />
      <div className={classes.shell}>
        <Outlet />
        <footer className={classes.footer}>
          <span>
            {userName} · {centre.name}
          </span>
          <UnstyledButton className={classes.leave} onClick={() => logOut()}>
            Se déconnecter
          </UnstyledButton>
        </footer>
      </div>
    </>
  );
}
