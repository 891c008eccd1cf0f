import { type RefObject, useEffect, useState } from 'react';

interface Edges {
  readonly before: boolean;
  readonly after: boolean;
}

/** Whether a line that scrolls sideways goes on beyond its left and its right edge. */
export function useOverflowEdges(ref: RefObject<HTMLElement | null>): Edges {
  const [edges, setEdges] = useState<Edges>({ before: false, after: false });
  useEffect(() => {
    const line = ref.current;
    if (!line) return;
    const measure = () => {
      const before = line.scrollLeft > 1;
      const after = line.scrollLeft + line.clientWidth < line.scrollWidth - 1;
      setEdges((known) =>
        known.before === before && known.after === after ? known : { before, after },
      );
    };
    measure();
    line.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(line);
    return () => {
      line.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [ref]);
  return edges;
}
