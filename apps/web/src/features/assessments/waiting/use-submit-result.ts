import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { SentResult, WaitingResult } from './result-sender.ts';
import { useResultSender } from './use-result-sender.ts';

/** One result, and the words that name it while it waits. */
export type NotedResult = Omit<SentResult, 'resultId'> &
  Pick<WaitingResult, 'cohortId' | 'learnerName' | 'assessmentTitle'>;

/** Sends what was noted, or keeps it on the device until the network is back. */
export function useSubmitResult() {
  const { sender } = useResultSender();
  const running = useRef<Promise<'sent' | 'kept'> | null>(null);
  const [isPending, setPending] = useState(false);
  /** Two clicks in one instant are one result. @throws ProblemError when the API refuses it */
  const submitOnce = async (noted: NotedResult): Promise<'sent' | 'kept'> => {
    setPending(true);
    running.current ??= sender.submit(toWaiting(noted));
    try {
      return await running.current;
    } finally {
      running.current = null;
      setPending(false);
    }
  };
  return { submitOnce, isPending };
}

export const toWaiting = ({
  cohortId,
  learnerName,
  assessmentTitle,
  ...result
}: NotedResult): WaitingResult => ({
  result: { ...result, resultId: uuidv7() },
  cohortId,
  learnerName,
  assessmentTitle,
  keptAt: new Date().toISOString(),
  refusal: null,
});
