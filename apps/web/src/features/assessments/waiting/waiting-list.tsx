import { countNoun, formatShortDay } from '@jalon/domain';
import { Modal } from '@mantine/core';
import { v7 as uuidv7 } from 'uuid';
import { TextLink } from '../../../components/app-link.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { formatMoment } from '../../../lib/french-moment.ts';
import { ProblemError } from '../../../lib/problem-error.ts';
import { useAct } from '../../../lib/use-act.ts';
import { compareAttempts, describeMarks, readTheirs } from './compare-attempts.ts';
import type { WaitingResult } from './result-sender.ts';
import { useResultSender } from './use-result-sender.ts';
import classes from './waiting.module.css';

/** What this device keeps for the API, one by one; a refused one says why and lets the person choose. */
export function WaitingList({ onClose }: { readonly onClose: () => void }) {
  const { state } = useResultSender();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`${countNoun(state.waiting.length, 'résultat')} sur cet appareil`}
    >
      {state.waiting.length === 0 ? (
        <p className={classes.quiet}>Tout est envoyé.</p>
      ) : (
        <RowList>
          {state.waiting.map((item) => (
            <li key={item.result.resultId}>
              <WaitingItem item={item} onLeave={onClose} />
            </li>
          ))}
        </RowList>
      )}
    </Modal>
  );
}

function WaitingItem({
  item,
  onLeave,
}: {
  readonly item: WaitingResult;
  readonly onLeave: () => void;
}) {
  const { sender } = useResultSender();
  const { result, refusal } = item;
  const theirs = refusal && readTheirs(refusal);
  const keepMine = useAct(async (expectedId: string) => {
    // What was refused is another sending: the number of the first one stays with it.
    const resultId = uuidv7();
    await sender.submit({ ...item, refusal: null, result: { ...result, resultId, expectedId } });
  });
  const discard = () => sender.discard(result.resultId);
  return (
    <div>
      <strong>
        {item.learnerName} · {item.assessmentTitle}
      </strong>
      <p className={classes.quiet}>
        {describeMarks(result.marks)} le {formatShortDay(result.heldOn)}, évalué par{' '}
        {result.assessorName}. {result.comment}
      </p>
      <p className={classes.quiet}>Noté le {formatMoment(item.keptAt)}, pas encore envoyé.</p>
      {theirs ? (
        <ConflictPanel
          fields={compareAttempts(result, theirs)}
          isPending={keepMine.isPending}
          onKeepMine={() => keepMine.run(theirs.id)}
          onTakeTheirs={discard}
        />
      ) : (
        <>
          <ProblemAlert problem={refusal && new ProblemError(refusal)} />
          <div className={classes.actions}>
            <TextLink
              to="/cohortes/$cohortId/epreuves/$blockCode"
              params={{ cohortId: item.cohortId, blockCode: result.blockCode }}
              onClick={onLeave}
            >
              Corriger dans la grille
            </TextLink>
            <ConfirmButton
              size="compact-sm"
              label="Retirer"
              title={`Retirer ce résultat de ${item.learnerName} ?`}
              loss={`« ${item.assessmentTitle} » n’est que sur cet appareil : retiré, il est perdu et l’épreuve reste à noter.`}
              confirmLabel="Retirer le résultat"
              onConfirm={discard}
            />
          </div>
        </>
      )}
    </div>
  );
}
