import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createStore, update } from 'idb-keyval';
import { useSyncExternalStore } from 'react';
import { call } from '../../../lib/api.ts';
import { ownerOf } from '../../../lib/kept-reads.ts';
import { useSession } from '../../../lib/session.ts';
import { isSameCell, ResultSender, type SenderState, type WaitingResult } from './result-sender.ts';

/** Milliseconds that a sending may take on a network that neither answers nor fails. */
const SENDING_TIMEOUT = 15_000;

const senders = new Map<string, ResultSender>();

/** The results that this person noted on this device, and what sends them. */
export function useResultSender(): { sender: ResultSender; state: SenderState } {
  const owner = ownerOf(useSession());
  const queryClient = useQueryClient();
  const sender = senders.get(owner) ?? openSender(owner, queryClient);
  senders.set(owner, sender);
  const state = useSyncExternalStore(sender.subscribe, sender.read);
  return { sender, state };
}

/** What this person noted for that épreuve of that learner and the API does not have yet. */
export function useWaitingResult(
  enrolmentId: string,
  blockCode: string,
  assessmentCode: string,
): WaitingResult | null {
  const { state } = useResultSender();
  const result = { enrolmentId, blockCode, assessmentCode };
  return state.waiting.find((item) => isSameCell(item, { result })) ?? null;
}

function openSender(owner: string, queryClient: QueryClient): ResultSender {
  return new ResultSender({
    send: async (result) => {
      const body = { results: [result] };
      const signal = AbortSignal.timeout(SENDING_TIMEOUT);
      await call('PUT /assessment-results', { body }, signal);
    },
    change: keepOnDevice(owner),
    alone: runAlone(owner),
    refresh: () => queryClient.invalidateQueries(),
    wait: (milliseconds, then) => {
      setTimeout(then, milliseconds);
    },
  });
}

/** One sending at a time on this device; a page that is not served over TLS only knows itself. */
function runAlone(owner: string) {
  let turn: Promise<void> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    if ('locks' in navigator) return navigator.locks.request(`jalon results ${owner}`, work);
    turn = turn.then(work, work);
    return turn;
  };
}

/** A device that refuses to keep anything (private window) keeps them as long as the page lives. */
function keepOnDevice(owner: string) {
  const store = createStore('jalon-results', 'waiting');
  let inMemory: readonly WaitingResult[] = [];
  return async (change: (list: readonly WaitingResult[]) => readonly WaitingResult[]) => {
    const changeKept = (kept: readonly WaitingResult[] | undefined) => {
      inMemory = change(kept ?? []);
      return inMemory;
    };
    await update(owner, changeKept, store).catch(() => changeKept(inMemory));
    return inMemory;
  };
}
