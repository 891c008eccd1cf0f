import { useIsAllowed } from '../lib/session.ts';
import { type PageTab, PageTabs } from './page-tabs.tsx';

/** The pages of one cohort: board, calendar, épreuves, assessment events, campaigns of appraisals, settings. */
export function CohortTabs({ cohortId }: { readonly cohortId: string }) {
  const mayReadBoard = useIsAllowed('board:read');
  const mayReadAssessments = useIsAllowed('assessment:read');
  const mayReadAppraisals = useIsAllowed('appraisal:read');
  const mayWrite = useIsAllowed('cohort:write');
  const tabs: (PageTab | false)[] = [
    mayReadBoard && { label: 'Apprenants', to: '/cohortes/$cohortId' },
    { label: 'Calendrier', to: '/cohortes/$cohortId/calendrier' },
    mayReadAssessments && {
      label: 'Épreuves',
      to: '/cohortes/$cohortId/epreuves',
      hasPages: true,
    },
    mayReadAssessments && { label: 'Évaluations', to: '/cohortes/$cohortId/evaluations' },
    mayReadAppraisals && {
      label: 'Appréciations',
      to: '/cohortes/$cohortId/appreciations',
      hasPages: true,
    },
    mayWrite && { label: 'Réglages', to: '/cohortes/$cohortId/reglages' },
  ];
  return (
    <PageTabs
      label="Cette cohorte"
      params={{ cohortId }}
      tabs={tabs.filter((tab) => tab !== false)}
    />
  );
}
