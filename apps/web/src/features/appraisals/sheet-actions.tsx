import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { isBegun } from './answers.ts';
import type { Sheet } from './draft-saver.ts';
import { NameTutor } from './name-tutor.tsx';
import { useSendLink } from './use-send-link.ts';

interface SheetActionsProps {
  readonly sheet: Sheet;
  readonly isInList?: boolean;
}

/** What the office can do about an appraisal that is awaited; in a list, what moves it on. */
export function SheetActions({ sheet, isInList = false }: SheetActionsProps) {
  const [problem, setProblem] = useState<unknown>(null);
  const { send, isPending } = useSendLink(sheet.id, setProblem);
  const navigate = useNavigate();
  if (sheet.signature || sheet.end?.isFinal) return null;
  const isStuck = sheet.end !== null && sheet.handOverTo === null;
  const sendAndOpen = async () => {
    const appraisalId = await send();
    if (appraisalId && !isInList)
      await navigate({ to: '/appreciations/feuille/$appraisalId', params: { appraisalId } });
  };
  return (
    <>
      {!isInList && <Withdrawal sheet={sheet} />}
      <Can permission="appraisal:enter-paper">
        <ButtonLink
          to="/apprenants/$enrolmentId/feuille-papier"
          params={{ enrolmentId: sheet.enrolmentId }}
          search={{ bloc: sheet.block.code } as never}
        >
          Saisir la feuille papier
        </ButtonLink>
      </Can>
      {isStuck ? (
        <NameTutor enrolmentId={sheet.enrolmentId} variant={isInList ? 'default' : 'filled'} />
      ) : (
        <Can permission="appraisal:request">
          <Button
            variant={isInList ? 'default' : 'filled'}
            loading={isPending}
            onClick={sendAndOpen}
          >
            {sheet.end ? 'Demander au nouveau tuteur' : 'Renvoyer le lien'}
          </Button>
        </Can>
      )}
      <ProblemAlert problem={problem} />
    </>
  );
}

function Withdrawal({ sheet }: Pick<SheetActionsProps, 'sheet'>) {
  const withdraw = useWrite('DELETE /appraisals/:appraisalId', {
    invalidates: ['GET /appraisals'],
  });
  const navigate = useNavigate();
  return (
    <Can permission="appraisal:request">
      <ConfirmButton
        label="Retirer la demande"
        title={`Retirer la demande sur ${sheet.learnerName} ?`}
        loss={
          isBegun(sheet)
            ? 'Le tuteur a commencé : ce qu’il a écrit est gardé. Il ne sera plus relancé, et son lien dira que plus rien n’est attendu.'
            : 'Le tuteur ne sera plus relancé. Le lien déjà envoyé dira que plus rien n’est attendu.'
        }
        confirmLabel="Retirer la demande"
        onConfirm={async () => {
          const { isTutorTold } = await withdraw.mutateAsync({
            params: { appraisalId: sheet.id },
          });
          await notifyDone(
            isTutorTold
              ? 'La demande est retirée, le tuteur est prévenu par mail.'
              : 'La demande est retirée.',
          );
          await navigate({ to: '/appreciations' });
        }}
      />
    </Can>
  );
}
