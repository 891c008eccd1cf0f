import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { PageProblem } from '../components/page-problem.tsx';

/** A page that is not allowed, or whose file is out of reach. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    router.invalidate();
  };
  return <PageProblem problem={error} onRetry={retry} />;
}
