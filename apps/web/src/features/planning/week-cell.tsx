import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useRef } from 'react';
import { readToday } from '../../lib/read-today.ts';
import { MovableChip } from './movable-chip.tsx';
import type { ResourceLine } from './resource-lines.ts';
import { type CellPlace, keyOfCell, verdictWords } from './slot-place.ts';
import classes from './week-grid.module.css';
import type { WeekGridProps } from './week-grid-props.ts';

interface WeekCellProps extends WeekGridProps {
  readonly line: ResourceLine;
  readonly cell: CellPlace;
}

/** One half-day of one line; while something is moved it says whether it may come here. */
export function WeekCell({
  kind,
  line,
  cell,
  daysOff,
  selectedKey,
  onSelect,
  moves,
}: WeekCellProps) {
  const { moving } = moves;
  const key = keyOfCell(cell);
  const here = line.slots.filter(
    ({ date, halfDay }) => date === cell.date && halfDay === cell.halfDay,
  );
  const isOff = daysOff.some(({ date }) => date === cell.date);
  const verdict = moving?.verdicts.get(key);
  const isAimed = moving?.aim !== undefined && moving.aim !== null && keyOfCell(moving.aim) === key;
  return (
    <td
      ref={useDropTarget(cell, moves.aimAt)}
      className={classes.cell}
      data-half={cell.halfDay}
      data-off={isOff && here.length === 0}
      data-today={cell.date === readToday()}
      data-verdict={verdict?.state}
      data-aimed={isAimed}
      // While a half-day is carried a click says where, whatever stands in the cell.
      onClickCapture={(event) => {
        if (moving?.by !== 'keyboard') return;
        event.stopPropagation();
        moves.aimAt(cell);
      }}
    >
      {here.map((slot) => (
        <MovableChip
          key={slot.id}
          kind={kind}
          slot={slot}
          cell={cell}
          isSelected={slot.id === selectedKey}
          onSelect={onSelect}
          moves={moves}
        />
      ))}
      {verdict && <span className={classes.verdict}>{verdictWords[verdict.state]}</span>}
    </td>
  );
}

/** The pointer over a cell aims at it; the half-day itself says when it is let go. */
function useDropTarget(cell: CellPlace, aimAt: (cell: CellPlace) => void) {
  const target = useRef<HTMLTableCellElement>(null);
  const aim = useEffectEvent(() => aimAt(cell));
  const tell = useEffectEvent(() => ({ cell }));
  useEffect(() => {
    if (!target.current) return;
    return dropTargetForElements({
      element: target.current,
      getData: () => tell(),
      onDragEnter: () => aim(),
    });
  }, []);
  return target;
}
