import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type PartKey, partOf } from './pointers.ts';

/** Which part of the editor is open, kept in the address, and the way to any of its fields. */
export function usePart() {
  const { partie }: { partie?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [target, setTarget] = useState<{ readonly path: string } | null>(null);
  const part = (typeof partie === 'string' ? partie : 'presentation') as PartKey;
  const open = (next: PartKey): void => {
    navigate({
      to: '.',
      search: (previous: Record<string, unknown>) => ({ ...previous, partie: next }),
      replace: true,
    } as never);
  };
  useEffect(() => {
    if (!target || partOf(target.path) !== part) return;
    const frame = requestAnimationFrame(() => focusField(target.path));
    return () => cancelAnimationFrame(frame);
  }, [target, part]);
  /** Opens the part where a field stands and puts the focus on it. */
  const goTo = (path: string): void => {
    const next = partOf(path);
    if (next !== part) open(next);
    setTarget({ path });
  };
  return { part, open, goTo };
}

/** The field itself, or the nearest thing around it that the screen shows. */
function focusField(path: string): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = CSS.escape(parts.slice(0, length).join('.'));
    const element = document.querySelector<HTMLElement>(`[data-path="${name}"]`);
    if (!element) continue;
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
    return;
  }
}
