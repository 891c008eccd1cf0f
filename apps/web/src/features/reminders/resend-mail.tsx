import { Button } from '@mantine/core';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';

/** Sends again a mail that Jalon gave up. */
export function ResendMail({ mailId }: { readonly mailId: string }) {
  const send = useWrite('POST /mails/:mailId/resend');
  const act = useAct(() => send.mutateAsync({ params: { mailId } }));
  return (
    <div>
      <Button size="xs" onClick={() => act.run()} loading={act.isPending}>
        Envoyer à nouveau
      </Button>
      <ProblemAlert problem={act.problem} />
    </div>
  );
}
