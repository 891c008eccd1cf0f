import { Button } from '@mantine/core';
import { type ProblemError, toProblem } from '../lib/problem-error.ts';
import classes from './problem-alert.module.css';

interface ProblemAlertProps {
  /** Whatever was thrown; `null` shows nothing. */
  readonly problem: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What happened, why, and what to do now. */
export function ProblemAlert({ problem, onRetry }: ProblemAlertProps) {
  if (!problem) return null;
  const { code, title, detail, errors } = toProblem(problem);
  return (
    <div role="alert" className={classes.alert}>
      <p className={classes.title}>{title}</p>
      {errors.length > 0 ? <Faults errors={errors} /> : <p className={classes.detail}>{detail}</p>}
      {code === 'not_logged_in' ? (
        <Button component="a" href="/connexion" target="_blank" className={classes.action}>
          Se reconnecter dans un nouvel onglet
        </Button>
      ) : (
        onRetry && (
          <Button onClick={onRetry} className={classes.action}>
            Réessayer
          </Button>
        )
      )}
    </div>
  );
}

function Faults({ errors }: Pick<ProblemError, 'errors'>) {
  return (
    <ul className={classes.faults}>
      {errors.map(({ pointer, message }) => (
        <li key={`${pointer} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
