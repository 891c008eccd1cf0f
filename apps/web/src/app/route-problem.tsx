import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { PageHeader } from '../components/page-header.tsx';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { toProblem } from '../lib/problem-error.ts';
import classes from './route-problem.module.css';

/** What stands in a page's place when it cannot be shown: not allowed, gone, or out of reach. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const problem = toProblem(error);
  const isFinal = problem.status === 403 || problem.status === 404;
  return (
    <div className={classes.page}>
      <PageHeader title={problem.title} />
      {isFinal ? (
        <>
          <p>{problem.detail}</p>
          <Link to="/" className={classes.back}>
            Revenir à votre page de départ
          </Link>
        </>
      ) : (
        <ProblemAlert problem={problem} onRetry={reset} />
      )}
    </div>
  );
}
