import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { AppraisalRow } from './appraisal-words.ts';
import { NameTutor } from './name-tutor.tsx';
import { useSendLink } from './use-send-link.ts';

/** The one thing that moves an awaited appraisal on; the rest is on its sheet. */
export function RowActions({ row }: { readonly row: AppraisalRow }) {
  const [problem, setProblem] = useState<unknown>(null);
  const { send, isPending } = useSendLink(row.id, setProblem);
  if (row.state === 'to_resend' && row.handOverTo === null)
    return <NameTutor enrolmentId={row.enrolmentId} size="xs" />;
  if (row.state === 'on_paper')
    return (
      <Can permission="appraisal:enter-paper">
        <ButtonLink
          to="/apprenants/$enrolmentId/feuille-papier"
          params={{ enrolmentId: row.enrolmentId }}
          search={{ bloc: row.block.code } as never}
          size="xs"
        >
          Saisir la feuille papier
        </ButtonLink>
      </Can>
    );
  return (
    <Can permission="appraisal:request">
      <Button size="xs" loading={isPending} onClick={send}>
        {row.state === 'to_resend' ? 'Demander au nouveau tuteur' : 'Renvoyer le lien'}
      </Button>
      <ProblemAlert problem={problem} />
    </Can>
  );
}
