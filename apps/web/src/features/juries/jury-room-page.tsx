import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { RoomView } from './room/room-view.tsx';

/** The jury in session. */
export function Page() {
  const juryId = useParam('juryId');
  const request = { params: { juryId } };
  const read = useRead('GET /juries/:juryId/room', request);
  // Facts corrected elsewhere while the jury sits change the proposals: they are read again.
  const isOpen = read.data?.session.state === 'open';
  useRead('GET /juries/:juryId/room', request, { refetchInterval: isOpen ? 15_000 : false });
  return (
    <WhenRead read={read}>{(room) => <RoomView key={room.session.id} room={room} />}</WhenRead>
  );
}
