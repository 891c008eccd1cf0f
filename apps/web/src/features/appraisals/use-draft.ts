import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  type Answers,
  DraftSaver,
  type DraftState,
  type Surroundings,
  type Version,
} from './draft-saver.ts';

/** Where a draft is kept: by the API, and under this key on the phone until then. */
export interface DraftPlace {
  readonly key: string;
  readonly send: Surroundings['send'];
}

/** The draft of one sheet: kept by the API at each tap, by the phone until then. */
export function useDraft(
  sheet: Version & Pick<DraftState, 'warnings'>,
  place: DraftPlace,
): { draft: DraftState; saver: DraftSaver } {
  const [saver] = useState(() => openDraft(sheet, place));
  const draft = useSyncExternalStore(saver.subscribe, saver.read);
  useWindowEvent('online', () => saver.flush());
  useEffect(() => {
    const flush = () => saver.flush();
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [saver]);
  return { draft, saver };
}

function openDraft(
  sheet: Version & Pick<DraftState, 'warnings'>,
  { key, send }: DraftPlace,
): DraftSaver {
  return new DraftSaver(
    sheet,
    {
      send,
      keep: (pending) => keepOnPhone(key, pending),
      wait: (milliseconds, then) => {
        setTimeout(then, milliseconds);
      },
    },
    readFromPhone(key),
  );
}

type Pending = Answers & { revision: number };

/** A phone that refuses to keep anything (private window) still has the API. */
function keepOnPhone(key: string, pending: Pending | null): void {
  try {
    if (pending) localStorage.setItem(key, JSON.stringify(pending));
    else localStorage.removeItem(key);
  } catch {
    return;
  }
}

function readFromPhone(key: string): Pending | null {
  try {
    const text = localStorage.getItem(key);
    return text ? (JSON.parse(text) as Pending) : null;
  } catch {
    return null;
  }
}
