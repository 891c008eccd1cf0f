import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { PageHeader } from '../components/page-header.tsx';
import { toProblem } from '../lib/problem-error.ts';
import classes from './route-problem.module.css';

/** What stands in a page's place when it cannot be shown: not allowed, gone, or out of reach. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const { title, detail, status } = toProblem(error);
  const router = useRouter();
  const retry = () => {
    reset();
    router.invalidate();
  };
  return (
    <div className={classes.page}>
      <PageHeader title={title} />
      <p role="alert">{detail}</p>
      {status === 403 || status === 404 ? (
        <Link to="/" className={classes.back}>
          Revenir à votre page de départ
        </Link>
      ) : (
        <Button onClick={retry}>Réessayer</Button>
      )}
    </div>
  );
}
