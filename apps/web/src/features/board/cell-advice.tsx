import type { BoardCellDetail } from '@jalon/contract';
import { Button } from '@mantine/core';
import { PathButton } from '../../components/path-link.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import { useIsAllowed } from '../../lib/session.ts';
import classes from './board.module.css';

interface CellAdviceProps {
  readonly cohortId: string;
  readonly detail: BoardCellDetail;
}

/** « Que faire ? » : one sentence, and the link to the missing thing. */
export function CellAdvice({ cohortId, detail }: CellAdviceProps) {
  const isAllowed = useIsAllowed('enrolment:write');
  const canEnterPaper = useIsAllowed('appraisal:enter-paper');
  const action = chooseAction(cohortId, detail);
  const phone = detail.advice.kind === 'appraisal' ? detail.tutor?.phone : null;
  return (
    <section className={classes.advice}>
      <h3>Que faire ?</h3>
      <p>{keepFrenchSpaces(detail.advice.text)}</p>
      {action && (
        <div className={classes.adviceActions}>
          <PathButton path={action.path} isPrimary={isAllowed}>
            {action.label}
          </PathButton>
          {detail.advice.kind === 'appraisal' && canEnterPaper && (
            <PathButton path={paths.paperForm(detail.learner.enrolmentId, detail.block.code)}>
              Saisir la feuille papier
            </PathButton>
          )}
          {phone && (
            <Button component="a" href={`tel:${phone.replaceAll(' ', '')}`}>
              Appeler : {phone}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function chooseAction(
  cohortId: string,
  { advice, learner, block, appraisal, tutor, jury }: BoardCellDetail,
): { readonly label: string; readonly path: string } | null {
  switch (advice.kind) {
    case 'assessment':
      return { label: 'Ouvrir les épreuves', path: paths.assessments(cohortId, block.code) };
    case 'credential':
      return {
        label: 'Ouvrir ses attestations',
        path: paths.learnerAssessments(learner.enrolmentId),
      };
    case 'appraisal':
      if (!tutor) return { label: 'Désigner le tuteur', path: paths.learner(learner.enrolmentId) };
      return appraisal
        ? { label: 'Ouvrir l’appréciation', path: paths.appraisal(appraisal.id) }
        : { label: 'Demander l’appréciation', path: paths.requestAppraisal(cohortId) };
    case 'hours':
      return { label: 'Voir ses heures', path: paths.learnerHours(learner.enrolmentId) };
    case 'resit':
      return { label: 'Inscrire à une session', path: paths.resits() };
    case 'jury':
      return jury?.juryId
        ? { label: 'Voir le jury', path: paths.jury(jury.juryId) }
        : { label: 'Préparer le jury', path: paths.newJury(cohortId) };
    case 'none':
      return null;
  }
}
