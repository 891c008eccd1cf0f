import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useParam } from '../../lib/use-param.ts';
import { RoomView } from './room/room-view.tsx';

/** The jury in session. */
export function Page() {
  const juryId = useParam('juryId');
  const read = useRead('GET /juries/:juryId/room', { params: { juryId } });
  return (
    <WhenRead read={read}>{(room) => <RoomView key={room.session.id} room={room} />}</WhenRead>
  );
}
