import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { type Decision, indexDecisions, keyOf, type Room } from './room-model.ts';
import { useIsOffline } from './use-is-offline.ts';

/** The server keeps the question for 8 s at most: what takes longer has been cut on the way. */
const CUT_MS = 14_000;
const AGAIN_MS = 20;
const AFTER_FAILURE_MS = 1000;

/**
 * The decisions in force. The server answers as soon as another member has decided; after a cut the
 * question says what was seen last, so that nothing in between is missed.
 */
export function useLiveDecisions(juryId: string, room: Room) {
  const [decisions, setDecisions] = useState(() => indexDecisions(room.decisions));
  const since = useRef(room.asOf);
  const known = useRef<string | undefined>(undefined);
  const merge = useCallback((fresh: readonly Decision[]) => {
    if (fresh.length === 0) return;
    setDecisions((before) => {
      const news = fresh.filter(
        (one) => before.get(keyOf(one.enrolmentId, one.blockCode))?.id !== one.id,
      );
      if (news.length === 0) return before;
      return new Map([
        ...before,
        ...news.map((one) => [keyOf(one.enrolmentId, one.blockCode), one] as const),
      ]);
    });
  }, []);
  const queryClient = useQueryClient();
  const isOffline = useIsOffline();
  const news = useQuery({
    queryKey: ['live-decisions', juryId],
    queryFn: async ({ signal }) => {
      const query = { since: since.current, known: known.current };
      const answer = await call(
        'GET /juries/:juryId/decisions',
        { params: { juryId }, query },
        AbortSignal.any([signal, AbortSignal.timeout(CUT_MS)]),
      );
      since.current = answer.asOf;
      known.current = answer.stamp;
      merge(answer.decisions);
      // Who sits, who stands aside, whether the session is open: the room is read again.
      if (answer.roomStamp !== room.roomStamp)
        void queryClient.invalidateQueries({ queryKey: ['GET /juries/:juryId/room'] });
      return answer.state;
    },
    enabled: room.session.state !== 'closed' && !isOffline,
    refetchInterval: ({ state }) => (state.status === 'error' ? AFTER_FAILURE_MS : AGAIN_MS),
    staleTime: 0,
    retry: false,
  });
  return {
    decisions,
    merge,
    state: news.data ?? room.session.state,
    isCut: news.isError || isOffline,
  };
}
