import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LearnerTabs } from '../../components/learner-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { SheetView } from './sheet-view.tsx';

/** All that tutors said of one learner, the newest first; what was replaced stays. */
export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId/appraisals', { params: { enrolmentId } });
  return (
    <WhenRead read={read}>
      {({ learnerName, cohort, appraisals }) => {
        const paper = (
          <Can permission="appraisal:enter-paper">
            <ButtonLink
              to="/apprenants/$enrolmentId/feuille-papier"
              params={{ enrolmentId }}
              variant="filled"
            >
              Saisir une feuille papier
            </ButtonLink>
          </Can>
        );
        return (
          <>
            <PageHeader
              title={`Ce que les tuteurs disent de ${learnerName}`}
              overline={
                <>
                  <TextLink to="/appreciations">Appréciations</TextLink> › {cohort.name}
                </>
              }
              actions={paper}
            />
            <LearnerTabs enrolmentId={enrolmentId} />
            {appraisals.length === 0 && (
              <EmptyState title="Aucune appréciation">
                Elles se demandent pour toute la cohorte ou pour un apprenant, ou se saisissent
                d’après la feuille papier du tuteur.
              </EmptyState>
            )}
            {appraisals.map((sheet) => (
              <SheetView key={sheet.id} sheet={sheet} />
            ))}
          </>
        );
      }}
    </WhenRead>
  );
}
