import type { HalfDay } from '@jalon/domain';
import { VisuallyHidden } from '@mantine/core';
import classes from './week-grid.module.css';
import {
  type HalfDayUse,
  halfDayWords,
  pressUse,
  readUse,
  useWords,
  type WeekValues,
  weekdayNames,
  writeUse,
} from './week-values.ts';

const halves: readonly HalfDay[] = ['morning', 'afternoon'];
/** Short words for the cells: the day and half are said once, at their heads. */
const cellWords: Readonly<Record<HalfDayUse, string>> = {
  off: '–',
  works: 'travaille',
  avoids: 'à éviter',
};

type Days = Pick<WeekValues, 'mornings' | 'afternoons' | 'avoidedMornings' | 'avoidedAfternoons'>;

interface WeekGridProps<Week extends Days> {
  readonly week: Week;
  /** Without it the week is only shown. */
  readonly onChange?: (week: Week) => void;
}

/** The half-days of a week, Monday to Saturday; each press says how it is worked. */
export function WeekGrid<Week extends Days>({ week, onChange }: WeekGridProps<Week>) {
  return (
    <div className={classes.grid}>
      <div className={classes.heads} aria-hidden="true">
        <span className={classes.head} />
        {halves.map((half) => (
          <span key={half} className={classes.head}>
            {halfDayWords[half]}
          </span>
        ))}
      </div>
      {weekdayNames.map((name, index) => (
        <div key={name} className={classes.day}>
          <span className={classes.dayName} aria-hidden="true">
            {name}
          </span>
          {halves.map((half) => {
            const use = readUse(week, index + 1, half);
            const label = `${name} ${halfDayWords[half]} : ${useWords[use]}`;
            return onChange ? (
              <button
                key={half}
                type="button"
                className={classes.cell}
                data-use={use}
                aria-label={label}
                onClick={() => onChange(writeUse(week, index + 1, half, pressUse(use)))}
              >
                {cellWords[use]}
              </button>
            ) : (
              <span key={half} className={classes.cell} data-use={use}>
                <VisuallyHidden>{label}</VisuallyHidden>
                <span aria-hidden="true">{cellWords[use]}</span>
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}
