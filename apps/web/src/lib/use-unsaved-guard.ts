import { useBlocker, useLocation } from '@tanstack/react-router';
import { useContext, useEffect, useId } from 'react';
import { UnsavedReport } from './unsaved-report.ts';

/**
 * Asks before a page is left with something typed and not saved; what the form stands in, a dialog
 * or a side panel, asks before it closes.
 */
export function useUnsavedGuard(hasUnsaved: boolean): void {
  const scope = useContext(UnsavedReport);
  const report = scope?.report;
  const form = useId();
  useEffect(() => {
    report?.(form, hasUnsaved);
    return () => report?.(form, false);
  }, [report, form, hasUnsaved]);
  const guarded = useLocation({ select: ({ pathname }) => pathname });
  useBlocker({
    disabled: !hasUnsaved,
    // A form that was just sent still looks unsaved until its next render: the address has moved.
    enableBeforeUnload: () => hasUnsaved && window.location.pathname === guarded,
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname &&
      !scope?.isGivenUp() &&
      !window.confirm('Ce que vous avez saisi n’est pas enregistré. Quitter la page quand même ?'),
  });
}
