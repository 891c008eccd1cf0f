import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';

/** Sends the link of an appraisal again, and says to whom. */
export function useSendLink(appraisalId: string, onProblem: (problem: unknown) => void) {
  const { mutateAsync, isPending } = useWrite('POST /appraisals/:appraisalId/link');
  const send = async () => {
    onProblem(null);
    try {
      const { sentTo, tutorChanged } = await mutateAsync({ params: { appraisalId } });
      await notifyDone(
        tutorChanged ? `Confiée au nouveau tuteur, ${sentTo}.` : `Lien renvoyé à ${sentTo}.`,
      );
    } catch (error) {
      onProblem(error);
    }
  };
  return { send, isPending };
}
