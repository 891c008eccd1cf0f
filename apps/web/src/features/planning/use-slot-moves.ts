import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { CalendarSlot } from '@jalon/contract';
import { prepareSlotMoves } from '@jalon/domain';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { isRecorded } from '../../components/calendar/slot-words.ts';
import { useRead } from '../../lib/api.ts';
import { clearNotices } from '../../lib/notify.ts';
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
import { useSlotSaving } from './use-slot-saving.ts';

/** A half-day that is being moved, by the pointer or by the keyboard. */
interface Moving {
  readonly slot: CalendarSlot;
  readonly by: 'pointer' | 'keyboard';
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly aim: CellPlace | null;
}

/** Half-days moved over the calendar: what each cell says while they are, and the drop. */
export function useSlotMoves(kind: LineKind) {
  const mayWrite = useIsAllowed('calendar:write');
  const facts = useRead('GET /slot-moves', {}, { enabled: mayWrite });
  const moves = useMemo(() => facts.data && prepareSlotMoves(facts.data), [facts.data]);
  const saving = useSlotSaving();
  const [moving, setMoving] = useState<Moving | null>(null);
  const cohortIds = new Set(facts.data?.cohorts.map(({ id }) => id));

  const judge = (slot: CalendarSlot, cell: CellPlace): Verdict => {
    const place = placeIn(kind, slot, cell);
    if (!place) return { state: 'refused', findings: [kind === 'sites' ? otherSite : otherCohort] };
    if (isSamePlace(place, placeOf(slot))) return { state: 'here', findings: [] };
    const findings = moves?.conflictsOf(slot.id, place) ?? [];
    const isRefused = findings.some(({ severity }) => severity === 'error');
    return { state: isRefused ? 'refused' : findings.length > 0 ? 'warning' : 'free', findings };
  };
  /** The last move and its way back are over once another begins. */
  const begin = (slot: CalendarSlot, by: Moving['by'], aim: CellPlace) => {
    void clearNotices();
    setMoving(aimed({ slot, by, verdicts: new Map(), aim: null }, aim, judge));
  };
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
  // Heard here and not on the half-day itself, which is gone once another week is shown.
  const land = useEffectEvent((to: CellPlace | undefined) => {
    if (moving?.by === 'pointer') drop(moving.slot, to ?? null);
  });
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ location }) => {
          const [target] = location.current.dropTargets;
          land(target?.data.cell as CellPlace | undefined);
        },
      }),
    [],
  );
  return {
    kind,
    saving,
    moving,
    judge,
    /** Keeps what some cells say, until the move is over. */
    keep: (verdicts: readonly (readonly [string, Verdict])[]) =>
      setMoving((now) => now && { ...now, verdicts: new Map([...now.verdicts, ...verdicts]) }),
    isReady: moves !== undefined,
    canMove: (slot: CalendarSlot) =>
      moves !== undefined &&
      !saving.isSaving &&
      slot.cancelReason === null &&
      !isRecorded(slot) &&
      cohortIds.has(slot.cohort.id),
    begin,
    aimAt: (aim: CellPlace | null) => setMoving((now) => now && aim && aimed(now, aim, judge)),
    dropHere: () => {
      if (moving) drop(moving.slot, moving.aim);
    },
    cancel: () => setMoving(null),
  };
}
export type SlotMovesOnScreen = ReturnType<typeof useSlotMoves>;

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

/** A site is changed by the room. */
const otherSite = {
  rule: 'slot.own-site',
  severity: 'error',
  path: '',
  message: 'Une demi-journée change de site avec sa salle : prenez une ligne par salle.',
  source: 'calendrier',
} as const;

const otherCohort = {
  rule: 'slot.own-cohort',
  severity: 'error',
  path: '',
  message: 'Une demi-journée reste à sa cohorte.',
  source: 'calendrier',
} as const;
