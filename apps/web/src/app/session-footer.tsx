import { UnstyledButton } from '@mantine/core';
import { toProblem } from '../lib/problem-error.ts';
import { changeCentre, logOut, useSession } from '../lib/session.ts';
import { useAct } from '../lib/use-act.ts';
import classes from './session-footer.module.css';

/** Where and as whom the person is logged in; the other centres of the same login; the way out. */
export function SessionFooter() {
  const { centre, userName, otherCentres } = useSession();
  const { run, problem } = useAct((action: () => Promise<void>) => action());
  return (
    <footer className={classes.footer}>
      {otherCentres.length > 0 ? (
        <select
          className={classes.centres}
          aria-label="Centre où vous travaillez"
          value={centre.id}
          onChange={(event) => {
            const { value } = event.currentTarget;
            return run(() => changeCentre(value));
          }}
        >
          {[centre, ...otherCentres].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <div>{centre.name}</div>
      )}
      <div>{userName}</div>
      <UnstyledButton className={classes.leave} onClick={() => run(logOut)}>
        Se déconnecter
      </UnstyledButton>
      {problem !== null && <p role="alert">{toProblem(problem).detail}</p>}
    </footer>
  );
}
