import { countNoun } from '@jalon/domain';
import { useState } from 'react';
import { useRead, useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useAct } from '../../../lib/use-act.ts';

const LOOK_AGAIN_MS = 2000;

/** The notices of a session; asked again while some are on their way. */
export function useNotices(juryId: string) {
  const params = { juryId };
  const [isSending, setSending] = useState(false);
  const read = useRead(
    'GET /juries/:juryId/notices',
    { params },
    { refetchInterval: isSending ? LOOK_AGAIN_MS : false },
  );
  const stillSending = read.data?.some(({ state }) => state === 'sending') ?? false;
  if (read.data && stillSending !== isSending) setSending(stillSending);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const write = useWrite('POST /juries/:juryId/notices', {
    invalidates: ['GET /juries/:juryId/notices', 'GET /enrolments/:enrolmentId/timeline'],
  });
  const act = useAct(async (enrolmentIds: string[]) => {
    const { sent, skipped: left } = await write.mutateAsync({ params, body: { enrolmentIds } });
    setSkipped(left);
    if (sent > 0)
      notifyDone(`${countNoun(sent, 'notification envoyée', 'notifications envoyées')}.`);
  });
  return { read, send: act.run, isPending: act.isPending, problem: act.problem, skipped };
}
