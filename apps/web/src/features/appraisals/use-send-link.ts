import { formatDay } from '@jalon/domain';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';

/**
 * Sends the link of an appraisal again, or asks the tutor in post, and says to whom. `send` gives the
 * request that the mail leads to; nothing when it was refused.
 */
export function useSendLink(appraisalId: string, onProblem: (problem: unknown) => void) {
  const { mutateAsync, isPending } = useWrite('POST /appraisals/:appraisalId/link');
  const send = async (): Promise<string | null> => {
    onProblem(null);
    try {
      const sent = await mutateAsync({ params: { appraisalId } });
      const due = sent.dueOn === null ? '' : `, pour le ${formatDay(sent.dueOn)}`;
      await notifyDone(
        sent.tutorChanged
          ? `Demandée au nouveau tuteur, ${sent.sentTo}${due}.`
          : `Lien envoyé à ${sent.sentTo}.`,
      );
      return sent.appraisalId;
    } catch (error) {
      onProblem(error);
      return null;
    }
  };
  return { send, isPending };
}
