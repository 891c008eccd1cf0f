import { useSyncExternalStore } from 'react';

const print = window.matchMedia('print');

/** Whether the page is being put on paper: what a screen pages through is then shown whole. */
export const useIsPrinting = (): boolean => useSyncExternalStore(listen, () => print.matches);

function listen(tell: () => void): () => void {
  print.addEventListener('change', tell);
  return () => print.removeEventListener('change', tell);
}
