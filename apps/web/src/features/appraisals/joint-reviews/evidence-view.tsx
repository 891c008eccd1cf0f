import { type AppraisalLevel, appraisalLevelNames, formatDay } from '@jalon/domain';
import { StateBadge } from '../../../components/state-badge.tsx';
import { blockTitle } from '../block-words.ts';
import { levelTones } from '../level-tones.ts';
import classes from './joint-reviews.module.css';
import type { Review } from './review-words.ts';

type Evidence = Review['evidence'][number];
type Voice = 'previous' | 'last' | 'own';

const voices: readonly { readonly key: Voice; readonly label: string }[] = [
  { key: 'previous', label: 'Tuteur, avant' },
  { key: 'last', label: 'Tuteur' },
  { key: 'own', label: 'Apprenant' },
];

/** What is known of each block, side by side: the tutor before, the tutor now, the learner. */
export function EvidenceView({
  evidence,
  isFolded = false,
}: {
  readonly evidence: readonly Evidence[];
  /** Above a form on a phone: the field stays within reach. */
  readonly isFolded?: boolean;
}) {
  if (evidence.length === 0)
    return (
      <p className={classes.words}>
        Ni appréciation du tuteur signée, ni auto-évaluation envoyée pour l’instant.
      </p>
    );
  return evidence.map((one, index) => (
    <details key={one.block.code} className={classes.block} open={index === 0 && !isFolded}>
      <summary>{blockTitle(one.block)}</summary>
      <BlockEvidence evidence={one} voices={voices.filter(({ key }) => one[key] !== null)} />
    </details>
  ));
}

function BlockEvidence({
  evidence,
  voices: heard,
}: {
  readonly evidence: Evidence;
  readonly voices: typeof voices;
}) {
  return (
    <>
      <p className={classes.when}>
        {heard
          .map(({ key, label }) => `${label} (${formatDay(evidence[key]?.on ?? '')})`)
          .join(' · ')}
      </p>
      <table className={classes.evidence}>
        <thead>
          <tr>
            <th scope="col">Compétence</th>
            {heard.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
                <span className={classes.quiet}>{formatDay(evidence[key]?.on ?? '')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.competences.map((competence) => (
            <tr key={competence.code}>
              <th scope="row">{competence.name}</th>
              {heard.map(({ key, label }) => (
                <td key={key} data-label={label}>
                  <Level level={competence[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {heard.map(({ key, label }) => {
        const said = evidence[key];
        return said?.comment ? (
          <p key={key} className={classes.words}>
            <strong>{said.by || label}</strong>, le {formatDay(said.on)} : <q>{said.comment}</q>
          </p>
        ) : null;
      })}
    </>
  );
}

function Level({ level }: { readonly level: AppraisalLevel | null }) {
  if (level === null) return <span className={classes.quiet}>sans réponse</span>;
  return <StateBadge tone={levelTones[level]}>{appraisalLevelNames[level]}</StateBadge>;
}
