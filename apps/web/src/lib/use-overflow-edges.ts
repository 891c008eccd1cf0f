import { type RefObject, useEffect, useState } from 'react';

const nowhere = { before: false, after: false, above: false, below: false };
type Edges = typeof nowhere;

/**
 * Over which edges what scrolls goes on, as `data-` attributes for `scroll-cue.module.css`: it fades
 * into them.
 */
export function useOverflowEdges(ref: RefObject<HTMLElement | null>) {
  const [edges, setEdges] = useState<Edges>(nowhere);
  useEffect(() => {
    const scroller = ref.current;
    if (!scroller) return;
    const measure = () => {
      const found = measureEdges(scroller);
      setEdges((known) => (isSame(known, found) ? known : found));
    };
    measure();
    scroller.addEventListener('scroll', measure, { passive: true });
    const sizes = new ResizeObserver(measure);
    sizes.observe(scroller);
    // A line that is full keeps its size when an entry is added or renamed.
    const entries = new MutationObserver(measure);
    entries.observe(scroller, { childList: true, characterData: true, subtree: true });
    return () => {
      scroller.removeEventListener('scroll', measure);
      sizes.disconnect();
      entries.disconnect();
    };
  }, [ref]);
  return {
    'data-before': edges.before || undefined,
    'data-after': edges.after || undefined,
    'data-above': edges.above || undefined,
    'data-below': edges.below || undefined,
  };
}

const measureEdges = (scroller: HTMLElement): Edges => ({
  before: scroller.scrollLeft > 1,
  after: scroller.scrollLeft + scroller.clientWidth < scroller.scrollWidth - 1,
  above: scroller.scrollTop > 1,
  below: scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1,
});

const isSame = (one: Edges, other: Edges): boolean =>
  one.before === other.before &&
  one.after === other.after &&
  one.above === other.above &&
  one.below === other.below;

/** Scrolls so that the entry one is on is in the middle, with its neighbours to pull beside it. */
export function showCurrent(scroller: HTMLElement | null): void {
  const current = scroller?.querySelector('[aria-current]');
  if (!scroller || !current) return;
  const [box, entry] = [scroller.getBoundingClientRect(), current.getBoundingClientRect()];
  scroller.scrollLeft += entry.left - box.left - (box.width - entry.width) / 2;
  scroller.scrollTop += entry.top - box.top - (box.height - entry.height) / 2;
}
