import type { BoardCellDetail } from '@jalon/contract';
import { formatShortDay } from '@jalon/domain';
import { PathLink } from '../../components/path-link.tsx';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import classes from './board.module.css';

type Assessment = BoardCellDetail['assessments'][number];

const states: Record<Assessment['state'], { tone: Tone; word: string }> = {
  acquired: { tone: 'ok', word: 'acquise' },
  failed: { tone: 'bad', word: 'non acquise' },
  missing: { tone: 'warn', word: 'à passer' },
};

/** The block's épreuves, each with its state, its day, and what was not satisfied. */
export function AssessmentsPart({
  cohortId,
  detail: { assessments, block },
}: {
  readonly cohortId: string;
  readonly detail: BoardCellDetail;
}) {
  if (assessments.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>Épreuves</h3>
      <ul className={classes.list}>
        {assessments.map((assessment) => (
          <li key={assessment.code} className={classes.row}>
            <span>
              {assessment.title}
              {assessment.mandatory && <span className={classes.rowNote}> · obligatoire</span>}
              <span className={classes.rowNote}>
                <br />
                {keepFrenchSpaces(describe(assessment))}
              </span>
            </span>
            <StateBadge tone={states[assessment.state].tone}>
              {assessment.isCredential && assessment.state === 'missing'
                ? 'à obtenir'
                : states[assessment.state].word}
            </StateBadge>
          </li>
        ))}
      </ul>
      <PathLink path={paths.assessments(cohortId, block.code)}>Ouvrir la grille du bloc</PathLink>
    </section>
  );
}

function describe({ heldOn, expiresOn, unsatisfied, isCredential }: Assessment): string {
  if (heldOn === null) return isCredential ? 'Aucune attestation enregistrée' : 'Pas encore notée';
  const held = isCredential
    ? `Obtenue le ${formatShortDay(heldOn)}${expiresOn ? `, valable avant le ${formatShortDay(expiresOn)}` : ''}`
    : `Le ${formatShortDay(heldOn)}`;
  return unsatisfied.length > 0 ? `${held} · non satisfait : ${unsatisfied.join(' ; ')}` : held;
}
