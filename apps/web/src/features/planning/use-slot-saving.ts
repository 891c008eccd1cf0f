import type { CalendarSlot, SlotForm } from '@jalon/contract';
import { type Finding, formatLongDay } from '@jalon/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayHalf } from '../../components/calendar/slot-words.ts';
import { call, useWrite } from '../../lib/api.ts';
import { clearNotices, notifyDone } from '../../lib/notify.ts';
import { notifyUndoable } from '../../lib/notify-undoable.tsx';
import { type ProblemError, toProblem } from '../../lib/problem-error.ts';
import { placeOf, type WantedPlace } from './slot-place.ts';

/** A move that waits for the person: warnings to weigh, or a version saved meanwhile. */
export interface PendingMove {
  readonly slot: CalendarSlot;
  readonly to: WantedPlace;
  readonly warnings: readonly Finding[];
  /** What nobody can pass. */
  readonly errors: readonly Finding[];
  readonly theirs: CalendarSlot | null;
  readonly problem: ProblemError | null;
}

/** Saves half-days put elsewhere; the last one can be put back. */
export function useSlotSaving() {
  const save = useWrite('PUT /slots/:slotId');
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<PendingMove | null>(null);
  const [undoable, setUndoable] = useState<{ slot: CalendarSlot; to: WantedPlace } | null>(null);
  const [isChecking, setChecking] = useState(false);

  const send = async (slot: CalendarSlot, to: WantedPlace, accepted: readonly string[]) => {
    const saved = await save.mutateAsync({
      params: { slotId: slot.id },
      body: {
        ...bodyOf(slot, to),
        acceptedWarnings: [...accepted],
        revision: slot.revision,
      },
    });
    setPending(null);
    return saved;
  };
  const fail = (slot: CalendarSlot, to: WantedPlace, error: unknown) => {
    const problem = toProblem(error);
    const theirs =
      problem.code === 'edited_meanwhile' ? ((problem.current as CalendarSlot) ?? null) : null;
    setPending({ slot, to, warnings: [], errors: [], theirs, problem: theirs ? null : problem });
  };
  const undo = async (move = undoable) => {
    if (!move) return;
    setUndoable(null);
    void clearNotices();
    try {
      const warnings = await checkMove(move.slot, move.to);
      await send(
        move.slot,
        move.to,
        warnings.map(({ rule }) => rule),
      );
      void notifyDone('Le créneau est revenu à sa place.');
    } catch (error) {
      fail(move.slot, move.to, error);
    }
  };
  const confirm = async (slot: CalendarSlot, to: WantedPlace, accepted: readonly string[]) => {
    try {
      const saved = await send(slot, to, accepted);
      const back = { slot: saved, to: placeOf(slot) };
      setUndoable(back);
      void notifyUndoable(
        `${saved.name} : ${formatLongDay(saved.date)}, ${sayHalf(saved)}.`,
        () => void undo(back),
      );
    } catch (error) {
      fail(slot, to, error);
    }
  };
  /** The API looks first, at more than the screen knows: whoever follows two cohorts, hours. */
  const move = async (slot: CalendarSlot, to: WantedPlace, known: readonly Finding[]) => {
    setChecking(true);
    try {
      const found = (await checkMove(slot, to)).filter(({ severity }) => severity === 'warning');
      const said = new Set(found.map(({ message }) => message));
      const warnings = [...found, ...known.filter(({ message }) => !said.has(message))];
      if (warnings.length > 0)
        setPending({ slot, to, warnings, errors: [], theirs: null, problem: null });
      else await confirm(slot, to, []);
    } catch (error) {
      fail(slot, to, error);
    } finally {
      setChecking(false);
    }
  };
  return {
    move,
    confirm,
    refuse: (slot: CalendarSlot, errors: readonly Finding[]) =>
      setPending({ slot, to: placeOf(slot), warnings: [], errors, theirs: null, problem: null }),
    undo,
    canUndo: undoable !== null,
    pending,
    close: () => setPending(null),
    takeTheirs: async () => {
      setPending(null);
      // The centre's calendar and the cohort's own are read apart.
      await queryClient.invalidateQueries();
    },
    isSaving: isChecking || save.isPending,
  };
}
export type SlotSaving = ReturnType<typeof useSlotSaving>;

const bodyOf = (slot: CalendarSlot, to: WantedPlace): SlotForm => ({
  kind: slot.kind,
  blockCode: slot.blockCode,
  moduleCode: slot.moduleCode,
  minutes: slot.minutes,
  ...to,
});

const checkMove = (slot: CalendarSlot, to: WantedPlace): Promise<readonly Finding[]> =>
  call('POST /cohorts/:cohortId/slot-check', {
    params: { cohortId: slot.cohort.id },
    body: { ...bodyOf(slot, to), slotId: slot.id },
  });
