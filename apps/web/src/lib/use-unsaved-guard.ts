import { useBlocker, useLocation } from '@tanstack/react-router';

/** Asks before a page is left with something typed and not saved. */
export function useUnsavedGuard(hasUnsaved: boolean): void {
  const guarded = useLocation({ select: ({ pathname }) => pathname });
  useBlocker({
    disabled: !hasUnsaved,
    // A form that was just sent still looks unsaved until its next render: the address has moved.
    enableBeforeUnload: () => hasUnsaved && window.location.pathname === guarded,
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname &&
      !window.confirm('Ce que vous avez saisi n’est pas enregistré. Quitter la page quand même ?'),
  });
}
