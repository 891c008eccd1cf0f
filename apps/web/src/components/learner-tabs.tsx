import { useIsAllowed } from '../lib/session.ts';
import { type PageTab, PageTabs } from './page-tabs.tsx';

/** The pages of one learner: the file, then all that is made of it. */
export function LearnerTabs({ enrolmentId }: { readonly enrolmentId: string }) {
  const tabs: (PageTab | false)[] = [
    useIsAllowed('enrolment:read') && { label: 'Dossier', to: '/apprenants/$enrolmentId' },
    useIsAllowed('attendance:read') && {
      label: 'Heures',
      to: '/apprenants/$enrolmentId/heures',
    },
    useIsAllowed('assessment:read') && {
      label: 'Épreuves',
      to: '/apprenants/$enrolmentId/epreuves',
    },
    useIsAllowed('appraisal:read') && {
      label: 'Appréciations',
      to: '/apprenants/$enrolmentId/appreciations',
    },
    useIsAllowed('deadline:read') && {
      label: 'Échéances',
      to: '/apprenants/$enrolmentId/echeances',
    },
    useIsAllowed('reminder:read') && { label: 'Fil', to: '/apprenants/$enrolmentId/fil' },
  ];
  return (
    <PageTabs
      label="Cet apprenant"
      params={{ enrolmentId }}
      tabs={tabs.filter((tab) => tab !== false)}
    />
  );
}
