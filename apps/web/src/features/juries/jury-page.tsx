import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { SessionView } from './session/session-view.tsx';

const EVERY_FIVE_SECONDS = 5000;

/** One session: who sits, who comes, what is missing, and once closed its minutes. */
export function Page() {
  const juryId = useParam('juryId');
  const read = useRead('GET /juries/:juryId', { params: { juryId } });
  const isDrawn = read.data?.minutes?.state !== 'in_progress';
  useRead(
    'GET /juries/:juryId',
    { params: { juryId } },
    { refetchInterval: isDrawn ? false : EVERY_FIVE_SECONDS },
  );
  return <WhenRead read={read}>{(session) => <SessionView session={session} />}</WhenRead>;
}
