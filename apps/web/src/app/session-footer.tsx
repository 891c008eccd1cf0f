import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { toProblem } from '../lib/problem-error.ts';
import { changeCentre, logOut, useSession } from '../lib/session.ts';
import classes from './session-footer.module.css';

/** Where and as whom the person is logged in; the other centres of the same login; the way out. */
export function SessionFooter() {
  const { centre, userName, otherCentres } = useSession();
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = (action: Promise<void>) =>
    action.catch((error: unknown) => setFailure(toProblem(error).detail));
  return (
    <footer className={classes.footer}>
      {otherCentres.length > 0 ? (
        <select
          className={classes.centres}
          aria-label="Centre où vous travaillez"
          value={centre.id}
          onChange={(event) => attempt(changeCentre(event.currentTarget.value))}
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
      <UnstyledButton className={classes.leave} onClick={() => attempt(logOut())}>
        Se déconnecter
      </UnstyledButton>
      {failure && <p role="alert">{failure}</p>}
    </footer>
  );
}
