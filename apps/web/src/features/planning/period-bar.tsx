import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '../../components/calendar/month-grid.module.css';
import { useTurnTarget } from './turn-zone.tsx';

interface PeriodBarProps {
  /** « Semaine du 23 au 27 novembre 2026 ». */
  readonly words: string;
  /** « Semaine précédente », « Semaine suivante ». */
  readonly previous: string;
  readonly next: string;
  readonly onStep: (count: -1 | 1) => void;
  /** Absent while today is on screen. */
  readonly onToday?: (() => void) | undefined;
  readonly tools?: ReactNode;
}

/** The week or the day on screen, and how to reach its neighbours. */
export function PeriodBar({ words, previous, next, onStep, onToday, tools }: PeriodBarProps) {
  return (
    <div className={classes.bar}>
      <Button
        ref={useTurnTarget<HTMLButtonElement>(() => onStep(-1))}
        onClick={() => onStep(-1)}
        aria-label={previous}
      >
        ←
      </Button>
      <span className={classes.month} role="status">
        {words}
      </span>
      <Button
        ref={useTurnTarget<HTMLButtonElement>(() => onStep(1))}
        onClick={() => onStep(1)}
        aria-label={next}
      >
        →
      </Button>
      {onToday && <Button onClick={onToday}>Aujourd’hui</Button>}
      {tools}
    </div>
  );
}
