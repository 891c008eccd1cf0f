import { UnstyledButton } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { logOut, useSession } from '../lib/session.ts';
import { useAct } from '../lib/use-act.ts';
import classes from './phone-shell.module.css';
import { SkipLink } from './skip-link.tsx';

/** One column without navigation; each page brings its own top through PhonePage. */
export function PhoneShell() {
  const { userName, centre } = useSession();
  const leaving = useAct(logOut);
  return (
    <>
      <SkipLink />
      <div className={classes.shell}>
        <Outlet />
        <footer className={classes.footer}>
          <span>
            {userName} · {centre.name}
          </span>
          <UnstyledButton className={classes.leave} onClick={leaving.run}>
            Se déconnecter
          </UnstyledButton>
          <ProblemAlert problem={leaving.problem} />
        </footer>
      </div>
    </>
  );
}
