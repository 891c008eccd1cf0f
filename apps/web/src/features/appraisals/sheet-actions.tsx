import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import type { Sheet } from './draft-saver.ts';
import { useSendLink } from './use-send-link.ts';

/** What the office can do about an appraisal that is not signed yet; in a list, what moves it on. */
export function SheetActions({
  sheet,
  isInList = false,
}: {
  readonly sheet: Sheet;
  readonly isInList?: boolean;
}) {
  const [problem, setProblem] = useState<unknown>(null);
  const { send, isPending } = useSendLink(sheet.id, setProblem);
  const withdraw = useWrite('DELETE /appraisals/:appraisalId', {
    invalidates: ['GET /appraisals'],
  });
  const navigate = useNavigate();
  if (sheet.signature) return null;
  return (
    <>
      {!isInList && Object.keys(sheet.ratings).length === 0 && (
        <Can permission="appraisal:request">
          <ConfirmButton
            label="Retirer la demande"
            title={`Retirer la demande sur ${sheet.learnerName} ?`}
            loss="Le lien déjà envoyé n’ouvrira plus cette appréciation, et le tuteur ne sera plus relancé."
            confirmLabel="Retirer la demande"
            onConfirm={async () => {
              await withdraw.mutateAsync({ params: { appraisalId: sheet.id } });
              await navigate({ to: '/appreciations' });
            }}
          />
        </Can>
      )}
      <Can permission="appraisal:enter-paper">
        <ButtonLink
          to="/apprenants/$enrolmentId/feuille-papier"
          params={{ enrolmentId: sheet.enrolmentId }}
          search={{ bloc: sheet.block.code } as never}
        >
          Saisir la feuille papier
        </ButtonLink>
      </Can>
      <Can permission="appraisal:request">
        <Button variant={isInList ? 'default' : 'filled'} loading={isPending} onClick={send}>
          Renvoyer le lien
        </Button>
      </Can>
      <ProblemAlert problem={problem} />
    </>
  );
}
