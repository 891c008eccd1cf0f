import { Navigate } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';

/** The épreuves of a cohort start at the first block of its framework. */
export function Page() {
  const cohortId = useParam('cohortId');
  const read = useRead('GET /cohorts/:cohortId', { params: { cohortId } });
  return (
    <WhenRead read={read}>
      {({ framework }) => <ToFirstBlock cohortId={cohortId} frameworkId={framework.id} />}
    </WhenRead>
  );
}

function ToFirstBlock({
  cohortId,
  frameworkId,
}: {
  readonly cohortId: string;
  readonly frameworkId: string;
}) {
  const read = useRead('GET /frameworks/:frameworkId', { params: { frameworkId } });
  return (
    <WhenRead read={read}>
      {({ content: { blocks } }) => {
        const [first] = blocks;
        if (!first)
          return (
            <EmptyState title="Aucun bloc">
              Le référentiel de cette cohorte n’a pas de bloc : il n’y a pas d’épreuve à noter.
            </EmptyState>
          );
        return (
          <Navigate
            to="/cohortes/$cohortId/epreuves/$blockCode"
            params={{ cohortId, blockCode: first.code }}
            replace
          />
        );
      }}
    </WhenRead>
  );
}
