import { useBlocker } from '@tanstack/react-router';

/** Asks before a page is left with something typed and not saved. */
export function useUnsavedGuard(hasUnsaved: boolean): void {
  useBlocker({
    disabled: !hasUnsaved,
    enableBeforeUnload: hasUnsaved,
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname &&
      !window.confirm('Ce que vous avez saisi n’est pas enregistré. Quitter la page quand même ?'),
  });
}
