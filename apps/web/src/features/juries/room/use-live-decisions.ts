import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { type Decision, indexDecisions, keyOf, type Room } from './room-model.ts';

const EVERY_SECOND = 1000;

/** The decisions in force, kept up to date with those of the other members. */
export function useLiveDecisions(juryId: string, room: Room) {
  const [decisions, setDecisions] = useState(() => indexDecisions(room.decisions));
  const since = useRef(room.asOf);
  const merge = useCallback((fresh: readonly Decision[]) => {
    if (fresh.length === 0) return;
    setDecisions((known) => {
      const news = fresh.filter(
        (one) => known.get(keyOf(one.enrolmentId, one.blockCode))?.id !== one.id,
      );
      if (news.length === 0) return known;
      return new Map([
        ...known,
        ...news.map((one) => [keyOf(one.enrolmentId, one.blockCode), one] as const),
      ]);
    });
  }, []);
  const queryClient = useQueryClient();
  const poll = useQuery({
    queryKey: ['live-decisions', juryId],
    queryFn: async ({ signal }) => {
      const request = { params: { juryId }, query: { since: since.current } };
      const {
        state,
        decisions: fresh,
        asOf,
      } = await call('GET /juries/:juryId/decisions', request, signal);
      since.current = asOf;
      merge(fresh);
      // The session was opened or closed meanwhile: what may be done in the room is another.
      if (state !== room.session.state)
        void queryClient.invalidateQueries({ queryKey: ['GET /juries/:juryId/room'] });
      return state;
    },
    enabled: room.session.state !== 'closed',
    refetchInterval: EVERY_SECOND,
    retry: false,
  });
  return { decisions, merge, state: poll.data ?? room.session.state, isCut: poll.isError };
}
