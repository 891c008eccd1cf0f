import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import type { Session } from './session.ts';

/** Sends the invitations that are still to go out; once all have, sends them again to everyone. */
export function useInvitations({ id, members }: Session) {
  const invite = useWrite('POST /juries/:juryId/invitations', {
    invalidates: ['GET /juries/:juryId'],
  });
  const waiting = members.filter(({ invitedAt }) => invitedAt === null);
  const send = () =>
    invite.mutate(
      { params: { juryId: id }, body: { memberIds: waiting.map((member) => member.id) } },
      {
        onSuccess: ({ sent }) =>
          notifyDone(
            sent === 1 ? 'Une convocation est partie.' : `${sent} convocations sont parties.`,
          ),
      },
    );
  return {
    send,
    isSending: invite.isPending,
    problem: invite.error,
    isAgain: waiting.length === 0,
  };
}

export type Invitations = ReturnType<typeof useInvitations>;
