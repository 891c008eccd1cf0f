import { Button } from '@mantine/core';
import { type ProblemError, toProblem } from '../lib/problem-error.ts';
import { ButtonLink } from './app-link.tsx';
import { PageHeader } from './page-header.tsx';
import classes from './page-problem.module.css';

interface PageProblemProps {
  /** Whatever was thrown. */
  readonly problem: unknown;
  readonly onRetry: () => void;
}

/** What stands in a page's place when it cannot be shown: what happened, why, and the ways on. */
export function PageProblem({ problem, onRetry }: PageProblemProps) {
  const { code, status, title, detail } = toProblem(problem);
  const isFinal = status === 403 || status === 404;
  const advice = advices[code];
  return (
    <div className={classes.page}>
      <PageHeader title={title} />
      <div role="alert">
        <p>{detail}</p>
        {advice && <p>{advice}</p>}
      </div>
      <div className={classes.ways}>
        {!isFinal && (
          <Button variant="filled" onClick={onRetry}>
            Réessayer
          </Button>
        )}
        <WayBack />
        <ButtonLink to="/" {...(isFinal ? { variant: 'filled' } : {})}>
          Revenir à votre page de départ
        </ButtonLink>
      </div>
    </div>
  );
}

const advices: Partial<Record<ProblemError['code'], string>> = {
  not_found: 'L’adresse est peut-être incomplète, ou ce qu’elle montrait a été retiré depuis.',
};

/** To the page before, when there is one: the browser's own, since an address may have been typed. */
export function WayBack() {
  if (window.history.length < 2) return null;
  return <Button onClick={() => window.history.back()}>Revenir à la page précédente</Button>;
}
