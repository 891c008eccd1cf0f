import { formatDay } from '@jalon/domain';
import { SidePanel } from '../../components/side-panel.tsx';
import { formatMoment } from '../../lib/french-moment.ts';
import { useIsAllowed } from '../../lib/session.ts';
import classes from './assessments.module.css';
import { AttemptForm } from './attempt-form.tsx';
import { CredentialForm } from './credential-form.tsx';
import type { Sitting } from './sitting-event.tsx';
import { useWaitingResult } from './waiting/use-result-sender.ts';
import { type Assessment, cellWords, type Learner } from './words.ts';

interface CellPanelProps {
  readonly cohortId: string;
  readonly blockCode: string;
  readonly learner: Learner;
  readonly assessment: Assessment;
  readonly sitting: Sitting;
  readonly onClose: () => void;
}

/** One learner × épreuve: what was noted, and the form for the next attempt or a correction. */
export function CellPanel(props: CellPanelProps) {
  const { cohortId, blockCode, learner, assessment, sitting, onClose } = props;
  const cell = learner.cells.find(({ assessmentCode }) => assessmentCode === assessment.code);
  const canAddCredential = useIsAllowed('credential:write');
  const credential = learner.credentials.find(({ code }) => code === assessment.credentialCode);
  const waiting = useWaitingResult(learner.enrolmentId, blockCode, assessment.code);
  if (!cell) return null;
  return (
    <SidePanel
      overline={`${learner.name} · ${blockCode}`}
      title={`${assessment.title} : ${cellWords[cell.state].label}`}
      onClose={onClose}
    >
      {credential ? (
        <>
          <p>{credential.sentence}</p>
          {canAddCredential && (
            <CredentialForm
              enrolmentId={learner.enrolmentId}
              code={credential.code}
              name={credential.name}
              onDone={onClose}
            />
          )}
        </>
      ) : (
        <>
          {cell.current && (
            <p>
              Passage n° {cell.current.attempt} du {formatDay(cell.current.heldOn)}, évalué par{' '}
              {cell.current.assessorName}
              {cell.current.event && `, ${cell.current.event.place}`}.
              {cell.current.comment && (
                <span className={classes.quiet}> {cell.current.comment}</span>
              )}
            </p>
          )}
          {waiting && (
            <p className={classes.quiet}>
              Noté le {formatMoment(waiting.keptAt)} sur cet appareil, pas encore envoyé.
            </p>
          )}
          {cell.whyNoNext && <p className={classes.quiet}>{cell.whyNoNext}</p>}
          {learner.canMark && learner.acquiredOn === null && (
            <AttemptForm
              cohortId={cohortId}
              enrolmentId={learner.enrolmentId}
              learnerName={learner.name}
              blockCode={blockCode}
              assessment={assessment}
              cell={cell}
              sitting={sitting}
              onDone={onClose}
            />
          )}
        </>
      )}
    </SidePanel>
  );
}
