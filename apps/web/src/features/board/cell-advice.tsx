import type { BoardCellDetail } from '@jalon/contract';
import { isAllowed, type Permission } from '@jalon/contract/permissions';
import { Button } from '@mantine/core';
import { PathButton } from '../../components/path-link.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import { useSession } from '../../lib/session.ts';
import classes from './board.module.css';

interface CellAdviceProps {
  readonly cohortId: string;
  readonly detail: BoardCellDetail;
}

/** « Que faire ? » : one sentence, and the link to the missing thing. */
export function CellAdvice({ cohortId, detail }: CellAdviceProps) {
  const { roles } = useSession();
  const may = (permission: Permission) => isAllowed(roles, permission);
  const action = listActions(cohortId, detail).find(
    ({ permission }) => !permission || may(permission),
  );
  const phone = detail.advice.kind === 'appraisal' ? detail.tutor?.phone : null;
  return (
    <section className={classes.advice}>
      <h3>Que faire ?</h3>
      <p>{keepFrenchSpaces(detail.advice.text)}</p>
      {action && (
        <div className={classes.adviceActions}>
          <PathButton path={action.path} isPrimary={may('enrolment:write')}>
            {action.label}
          </PathButton>
          {detail.advice.kind === 'appraisal' && may('appraisal:enter-paper') && (
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

interface Action {
  readonly label: string;
  readonly path: string;
  /** Who may do it; without one, whoever sees the board. */
  readonly permission?: Permission;
}

/** What can be done about it, the best first: whoever may only read is led to where it is read. */
function listActions(
  cohortId: string,
  { advice, learner, block, appraisal, tutor, jury }: BoardCellDetail,
): readonly Action[] {
  const { enrolmentId } = learner;
  switch (advice.kind) {
    case 'assessment':
      return [{ label: 'Ouvrir les épreuves', path: paths.assessments(cohortId, block.code) }];
    case 'credential':
      return [{ label: 'Ouvrir ses attestations', path: paths.learnerAssessments(enrolmentId) }];
    case 'appraisal':
      if (appraisal && tutor)
        return [{ label: 'Ouvrir l’appréciation', path: paths.appraisal(appraisal.id) }];
      return [
        tutor
          ? {
              label: 'Demander l’appréciation',
              path: paths.requestAppraisal(cohortId),
              permission: 'appraisal:request',
            }
          : {
              label: 'Désigner le tuteur',
              path: paths.learner(enrolmentId),
              permission: 'enrolment:write',
            },
        { label: 'Voir ses appréciations', path: paths.learnerAppraisals(enrolmentId) },
      ];
    case 'hours':
      return [{ label: 'Voir ses heures', path: paths.learnerHours(enrolmentId) }];
    case 'resit':
      return [
        { label: 'Inscrire à une session', path: paths.resits(), permission: 'jury:prepare' },
        { label: 'Voir les blocs à représenter', path: paths.resits() },
      ];
    case 'jury':
      return [
        jury?.juryId
          ? { label: 'Voir le jury', path: paths.jury(jury.juryId) }
          : {
              label: 'Préparer le jury',
              path: paths.newJury(cohortId),
              permission: 'jury:prepare',
            },
      ];
    case 'none':
      return [];
  }
}
