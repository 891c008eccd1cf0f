import { Link } from '@tanstack/react-router';
import { useIsAllowed } from '../lib/session.ts';
import classes from './cohort-tabs.module.css';

/** The pages of one cohort: board, calendar, settings. */
export function CohortTabs({ cohortId }: { readonly cohortId: string }) {
  const params = { cohortId };
  const activeOptions = { exact: true, includeSearch: false };
  const mayReadBoard = useIsAllowed('board:read');
  const mayWrite = useIsAllowed('cohort:write');
  return (
    <nav aria-label="Cette cohorte" className={classes.tabs}>
      {mayReadBoard && (
        <Link
          to="/cohortes/$cohortId"
          params={params}
          activeOptions={activeOptions}
          className={classes.tab ?? ''}
        >
          Apprenants
        </Link>
      )}
      <Link
        to="/cohortes/$cohortId/calendrier"
        params={params}
        activeOptions={activeOptions}
        className={classes.tab ?? ''}
      >
        Calendrier
      </Link>
      {mayWrite && (
        <Link
          to="/cohortes/$cohortId/reglages"
          params={params}
          activeOptions={activeOptions}
          className={classes.tab ?? ''}
        >
          Réglages
        </Link>
      )}
    </nav>
  );
}
