import type { CalendarSlot } from '@jalon/contract';
import { prepareSlotMoves } from '@jalon/domain';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import type { LineKind } from './resource-lines.ts';
import {
  type CellPlace,
  isSamePlace,
  keyOfCell,
  placeIn,
  placeOf,
  type Verdict,
} from './slot-place.ts';
import { isRecorded } from './slot-words.ts';
import { useSlotSaving } from './use-slot-saving.ts';

/** A half-day that is being moved, by the pointer or by the keyboard. */
interface Moving {
  readonly slot: CalendarSlot;
  readonly by: 'pointer' | 'keyboard';
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly aim: CellPlace | null;
}

/** Half-days moved over a week: what each cell says while they are, and the drop. */
export function useSlotMoves(kind: LineKind, cells: readonly CellPlace[]) {
  const mayWrite = useIsAllowed('calendar:write');
  const facts = useRead('GET /slot-moves', {}, { enabled: mayWrite });
  const moves = useMemo(() => facts.data && prepareSlotMoves(facts.data), [facts.data]);
  const saving = useSlotSaving();
  const [moving, setMoving] = useState<Moving | null>(null);
  const cohortIds = new Set(facts.data?.cohorts.map(({ id }) => id));

  const judge = (slot: CalendarSlot, cell: CellPlace): Verdict => {
    const place = placeIn(kind, slot, cell);
    if (!place) return { state: 'refused', findings: [otherCohort] };
    if (isSamePlace(place, placeOf(slot))) return { state: 'here', findings: [] };
    const findings = moves?.conflictsOf(slot.id, place) ?? [];
    const isRefused = findings.some(({ severity }) => severity === 'error');
    return { state: isRefused ? 'refused' : findings.length > 0 ? 'warning' : 'free', findings };
  };
  const begin = (slot: CalendarSlot, by: Moving['by'], aim: CellPlace) =>
    setMoving(aimed({ slot, by, verdicts: new Map(), aim: null }, aim, judge));
  const slotId = moving?.slot.id;
  const judgeSome = useEffectEvent((from: number): number | null => {
    if (!moving) return null;
    const until = performance.now() + frameBudget;
    const verdicts: [string, Verdict][] = [];
    let next = from;
    for (; next < cells.length && performance.now() < until; next += 1) {
      const cell = cells[next];
      if (cell) verdicts.push([keyOfCell(cell), judge(moving.slot, cell)]);
    }
    setMoving((now) => now && { ...now, verdicts: new Map([...now.verdicts, ...verdicts]) });
    return next < cells.length ? next : null;
  });
  // A cell takes a millisecond or two: hundreds of them at once would hold the pointer back.
  useEffect(() => {
    if (slotId === undefined) return;
    let frame = 0;
    const goOn = (from: number) => {
      frame = requestAnimationFrame(() => {
        const next = judgeSome(from);
        if (next !== null) goOn(next);
      });
    };
    goOn(0);
    return () => cancelAnimationFrame(frame);
  }, [slotId]);
  /** The arrows stay where a half-day cannot go, its sentence in sight; the pointer lets go. */
  const drop = (slot: CalendarSlot, cell: CellPlace | null) => {
    const verdict = cell && judge(slot, cell);
    if (verdict?.state === 'refused' && moving?.by === 'keyboard') return;
    setMoving(null);
    const to = cell && placeIn(kind, slot, cell);
    if (verdict?.state === 'refused')
      saving.refuse(
        slot,
        verdict.findings.filter(({ severity }) => severity === 'error'),
      );
    else if (to && verdict && verdict.state !== 'here')
      void saving.move(slot, to, verdict.findings);
  };
  return {
    saving,
    moving,
    isReady: moves !== undefined,
    canMove: (slot: CalendarSlot) =>
      moves !== undefined &&
      !saving.isSaving &&
      slot.cancelReason === null &&
      !isRecorded(slot) &&
      cohortIds.has(slot.cohort.id),
    begin,
    aimAt: (aim: CellPlace | null) => setMoving((now) => now && aim && aimed(now, aim, judge)),
    drop,
    cancel: () => setMoving(null),
  };
}
export type SlotMovesOnScreen = ReturnType<typeof useSlotMoves>;

/** Milliseconds of a frame that verdicts may take. */
const frameBudget = 10;

/** The cell aimed at is judged at once; the others follow. */
const aimed = (
  moving: Moving,
  aim: CellPlace,
  judge: (slot: CalendarSlot, cell: CellPlace) => Verdict,
): Moving => ({
  ...moving,
  aim,
  verdicts: new Map(moving.verdicts).set(keyOfCell(aim), judge(moving.slot, aim)),
});

const otherCohort = {
  rule: 'slot.own-cohort',
  severity: 'error',
  path: '',
  message: 'Une demi-journée reste à sa cohorte.',
  source: 'calendrier',
} as const;
