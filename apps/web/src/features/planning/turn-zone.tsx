import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useRef } from 'react';
import classes from './week-grid.module.css';

/** Milliseconds over an edge before the week turns; longer before it does again, to be read. */
const firstTurn = 600;
const nextTurn = 1400;

interface TurnZoneProps {
  readonly side: 'previous' | 'next';
  readonly words: string;
  readonly onTurn: () => void;
}

/** At the edge of the week while a half-day is dragged: held there, the neighbour comes. */
export function TurnZone({ side, words, onTurn }: TurnZoneProps) {
  return (
    <div ref={useTurnTarget(onTurn)} className={classes.turn} data-side={side} title={words}>
      <span aria-hidden>{side === 'next' ? '›' : '‹'}</span>
    </div>
  );
}

/** An element that turns the week while something dragged is held over it. */
export function useTurnTarget<E extends HTMLElement = HTMLDivElement>(onTurn: () => void) {
  const target = useRef<E>(null);
  const turn = useEffectEvent(onTurn);
  useEffect(() => {
    if (!target.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => clearTimeout(timer);
    const turnAfter = (delay: number) => {
      stop();
      timer = setTimeout(() => {
        turn();
        turnAfter(nextTurn);
      }, delay);
    };
    const remove = dropTargetForElements({
      element: target.current,
      onDragEnter: () => turnAfter(firstTurn),
      onDragLeave: stop,
      onDrop: stop,
    });
    return () => {
      stop();
      remove();
    };
  }, []);
  return target;
}
