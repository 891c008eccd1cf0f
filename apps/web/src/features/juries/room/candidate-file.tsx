import type { Answer } from '@jalon/contract';
import {
  countNoun,
  formatDay,
  formatMinutes,
  jointReviewRoleNames,
  tellKeptSince,
} from '@jalon/domain';
import { DownloadButton } from '../../../components/download-button.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { StateBadge, type Tone } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { decisionWords } from '../words.ts';
import classes from './room.module.css';

type File = Answer<'GET /juries/:juryId/candidates/:enrolmentId'>;
type Block = File['blocks'][number];

const states: Record<Block['assessments'][number]['state'], { label: string; tone: Tone }> = {
  acquired: { label: 'acquise', tone: 'ok' },
  failed: { label: 'non acquise', tone: 'bad' },
  missing: { label: 'à passer', tone: 'warn' },
};

/** The candidate's whole file beside the room: hours, épreuves, appraisals over time, credentials. */
export function CandidateFile(props: {
  readonly juryId: string;
  readonly enrolmentId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { juryId, enrolmentId } = props;
  const read = useRead('GET /juries/:juryId/candidates/:enrolmentId', {
    params: { juryId, enrolmentId },
  });
  return (
    <SidePanel
      title={props.name}
      overline="Dossier du candidat"
      footer="Le jury décide. Les propositions ne l’engagent pas."
      onClose={props.onClose}
    >
      <WhenRead isPart read={read}>
        {(file) => <FileWords file={file} juryId={juryId} />}
      </WhenRead>
    </SidePanel>
  );
}

function FileWords({ file, juryId }: { readonly file: File; readonly juryId: string }) {
  return (
    <div className={classes.file}>
      {file.credentials.map(({ name, sentence, isValid, file: scan }) => (
        <div key={name}>
          <p>
            <StateBadge tone={isValid ? 'ok' : 'warn'}>{isValid ? 'valide' : 'à voir'}</StateBadge>{' '}
            {sentence}
          </p>
          {scan && (
            <DownloadButton
              size="compact-sm"
              variant="subtle"
              from="GET /juries/:juryId/candidates/:enrolmentId/credential-files/:fileId"
              request={{ params: { juryId, enrolmentId: file.enrolmentId, fileId: scan.id } }}
            >
              Justificatif : {scan.fileName}
            </DownloadButton>
          )}
        </div>
      ))}
      <JointReviews reviews={file.jointReviews} />
      {file.blocks.map((block) => (
        <section key={block.code} aria-label={block.name}>
          <h3>
            {block.code} · {block.name}
          </h3>
          <p className={classes.quiet}>
            {formatMinutes(block.minutesDone)} réalisées sur {formatMinutes(block.minutesDue)}
          </p>
          <ul className={classes.rows}>
            {block.assessments.map((assessment) => (
              <li key={assessment.code}>
                <span>
                  {assessment.title}
                  {assessment.detail && (
                    <span className={classes.quiet}> · non satisfait : {assessment.detail}</span>
                  )}
                  {assessment.attempts.map((attempt) => (
                    <span key={attempt.attempt} className={classes.sat}>
                      {keepFrenchSpaces(tellAttempt(attempt))}
                    </span>
                  ))}
                </span>
                <StateBadge tone={states[assessment.state].tone}>
                  {states[assessment.state].label}
                </StateBadge>
              </li>
            ))}
          </ul>
          <Appraisals block={block} candidate={{ juryId, enrolmentId: file.enrolmentId }} />
          <OwnWord block={block} />
          {block.decisions.map((decision) => (
            <p key={decision.heldOn} className={classes.quiet}>
              Jury du {tellKeptSince({ ...decision, decidedOn: decision.heldOn })} :{' '}
              {decisionWords[decision.decision].label.toLowerCase()}
              {decision.recommendation && `. Recommandation : ${decision.recommendation}`}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}

/** « n° 2, le 20 novembre 2026, par Claire Morvan, Salle 2 : acquise ». */
const tellAttempt = ({
  attempt,
  heldOn,
  assessorName,
  place,
  isAcquired,
}: Block['assessments'][number]['attempts'][number]): string =>
  `${[`n° ${attempt}, le ${formatDay(heldOn)}`, `par ${assessorName}`, place].filter(Boolean).join(', ')} : ${isAcquired ? 'acquise' : 'non acquise'}`;

/** What tutor, trainer and candidate signed together along the way. */
function JointReviews({ reviews }: { readonly reviews: File['jointReviews'] }) {
  return reviews.map(({ heldOn, parts }) => (
    <details key={heldOn}>
      <summary>Point de parcours du {formatDay(heldOn)}, signé par les trois</summary>
      {parts.map(({ role, name, comment }) => (
        <p key={role}>
          <strong>{name}</strong>{' '}
          <span className={classes.quiet}>{jointReviewRoleNames[role].toLowerCase()}</span>
          <br />
          {comment}
        </p>
      ))}
    </details>
  ));
}

/** The candidate's own word on the block, for the talk with them. */
function OwnWord({ block: { selfAssessment } }: { readonly block: Block }) {
  if (!selfAssessment) return null;
  const { sentOn, ratings, comment } = selfAssessment;
  return (
    <details>
      <summary>Auto-évaluation du {formatDay(sentOn)} (ne compte pas)</summary>
      <ul className={classes.rows}>
        {ratings.map(({ competence, level }) => (
          <li key={competence}>
            <span>{competence}</span>
            <span>{level}</span>
          </li>
        ))}
      </ul>
      {comment && <p className={classes.quiet}>{comment}</p>}
    </details>
  );
}

function Appraisals({
  block: { appraisals },
  candidate,
}: {
  readonly block: Block;
  readonly candidate: { readonly juryId: string; readonly enrolmentId: string };
}) {
  if (appraisals.length === 0)
    return <p className={classes.quiet}>Aucune appréciation signée du tuteur.</p>;
  return (
    <details>
      <summary>{countNoun(appraisals.length, 'appréciation')} du tuteur</summary>
      {appraisals.map((appraisal) => (
        <div key={appraisal.signature}>
          <p>
            {appraisal.signature}{' '}
            {appraisal.counts && <StateBadge tone="ready">compte pour le jury</StateBadge>}
          </p>
          <ul className={classes.rows}>
            {appraisal.ratings.map(({ competence, level }) => (
              <li key={competence}>
                <span>{competence}</span>
                <span>{level}</span>
              </li>
            ))}
          </ul>
          {appraisal.comment && <p className={classes.quiet}>{appraisal.comment}</p>}
          {appraisal.file && (
            <DownloadButton
              size="compact-sm"
              variant="subtle"
              from="GET /juries/:juryId/candidates/:enrolmentId/appraisal-files/:appraisalFileId"
              request={{ params: { ...candidate, appraisalFileId: appraisal.file.id } }}
            >
              Feuille papier : {appraisal.file.fileName}
            </DownloadButton>
          )}
        </div>
      ))}
    </details>
  );
}
