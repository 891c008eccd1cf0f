import type { BoardCellDetail } from '@jalon/contract';
import { appraisalLevelNames, countNoun, formatDay } from '@jalon/domain';
import { PathLink } from '../../components/path-link.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import classes from './board.module.css';

/** The tutor's appraisal of the block: signed by whom and when, or how long it has been awaited. */
export function AppraisalPart({ detail }: { readonly detail: BoardCellDetail }) {
  const { appraisal, tutor, learner } = detail;
  const isSigned = appraisal?.signedOn != null;
  return (
    <section className={classes.part}>
      <h3>Appréciation du tuteur</h3>
      <p className={classes.rowNote}>
        {keepFrenchSpaces(describe(detail))}{' '}
        {(appraisal || tutor) && (
          <PathLink path={paths.learnerAppraisals(learner.enrolmentId)}>voir</PathLink>
        )}
      </p>
      {appraisal && isSigned && (
        <ul className={classes.list}>
          {appraisal.ratings.map(({ competence, level }) => (
            <li key={competence} className={classes.row}>
              <span>{competence}</span>
              <span className={classes.rowNote}>
                {level ? appraisalLevelNames[level] : 'sans réponse'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function describe({ appraisal, missing }: BoardCellDetail): string {
  const awaited = missing.find(({ kind }) => kind === 'appraisal');
  if (appraisal?.signedOn) {
    const paper =
      appraisal.origin === 'office_paper' ? ', feuille papier saisie par le centre' : '';
    const signed = `${appraisal.signerName ?? ''}, signée le ${formatDay(appraisal.signedOn)}${paper}.`;
    return awaited ? `${signed} ${awaited.text}.` : signed;
  }
  if (!awaited) return 'Aucune n’est attendue.';
  const reminders =
    appraisal && appraisal.remindersSent > 0
      ? `, ${countNoun(appraisal.remindersSent, 'relance')}`
      : '';
  return `${awaited.text}${reminders}.`;
}
