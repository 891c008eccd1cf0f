import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../lib/api.ts';
import { type Answers, DraftSaver, type DraftState, type Sheet } from './draft-saver.ts';

const storageKey = (appraisalId: string): string => `jalon:appreciation:${appraisalId}`;

/** The draft of one sheet: kept by the API at each tap, by the phone until then. */
export function useDraft(sheet: Sheet): { draft: DraftState; saver: DraftSaver } {
  const [saver] = useState(() => openDraft(sheet));
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

function openDraft(sheet: Sheet): DraftSaver {
  const key = storageKey(sheet.id);
  return new DraftSaver(
    sheet,
    {
      send: (body) =>
        call('PUT /tutor/appraisals/:appraisalId', { params: { appraisalId: sheet.id }, body }),
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
