import { countNoun } from '@jalon/domain';
import { StateBadge } from '../../../components/state-badge.tsx';
import type { Block, Content } from '../version.ts';
import { joinWords } from '../words.ts';
import classes from './view.module.css';

interface BlockAssessmentsProps {
  readonly block: Block;
  readonly credentials: Content['credentials'];
}

/** The épreuves of a block: their title, or that it is still to be written, and what they target. */
export function BlockAssessments({ block, credentials }: BlockAssessmentsProps) {
  return (
    <>
      <h3 className={classes.subtitle}>Épreuves</h3>
      <ul className={classes.assessments}>
        {block.assessments.map((assessment) => (
          <li key={assessment.code}>
            <span className={classes.code}>{assessment.code}</span>
            <div className={classes.assessment}>
              <span className={classes.assessmentTitle}>
                {assessment.title === '' ? (
                  <span className={classes.none}>Intitulé à compléter</span>
                ) : (
                  assessment.title
                )}
                {assessment.mandatory && <StateBadge tone="ready">obligatoire</StateBadge>}
              </span>
              <span className={classes.detail}>
                {describeProof(assessment, block, credentials)}
              </span>
              <Criteria targets={assessment.targets} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What acquires the épreuve: a credential held, or competences shown. */
function describeProof(
  { credentialCode, targets }: Block['assessments'][number],
  block: Block,
  credentials: Content['credentials'],
): string {
  if (credentialCode !== null) {
    const credential = credentials.find(({ code }) => code === credentialCode);
    return `Acquise en détenant ${credential?.name ?? credentialCode}`;
  }
  if (targets.length === 0) return 'Ne vise encore aucune compétence';
  const names = targets.map(
    ({ competenceCode }) =>
      block.competences.find(({ code }) => code === competenceCode)?.name ?? competenceCode,
  );
  return `Vise ${joinWords(names.map((name) => `« ${name} »`))}`;
}

function Criteria({ targets }: Pick<Block['assessments'][number], 'targets'>) {
  const criteria = targets.flatMap((target) => target.criteria);
  if (criteria.length === 0) return null;
  return (
    <details className={classes.criteria}>
      <summary>{countNoun(criteria.length, 'critère')}</summary>
      <ul>
        {criteria.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
