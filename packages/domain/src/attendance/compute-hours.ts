import type { Dispensation } from '../dispensations/dispensation.ts';
import { minutesWaived, type WaivedHours } from '../dispensations/minutes-waived.ts';
import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import type { ProgrammeKey } from '../frameworks/list-programme.ts';
import type { HoursDone } from '../hours-done.ts';
import { type AttendanceRecord, minutesDone } from './minutes-done.ts';

/**
 * What was recorded, with the block and module of that day: an entry outlives its slot, so moving
 * or cancelling the slot changes nothing here. `slotId` is `null` once the slot is gone.
 */
export interface AttendanceEntry extends AttendanceRecord, ProgrammeKey {
  readonly slotId: string | null;
}

export interface HoursInput {
  readonly framework: Framework;
  readonly dispensations: readonly Pick<
    Dispensation,
    'blockCode' | 'moduleCode' | 'grantedMinutes' | 'state'
  >[];
  /** The learner's expected slots that have taken place: the denominator of the rate. */
  readonly expectedSlots: readonly { readonly id: string; readonly minutes: number }[];
  /** The entry in force of each slot, at most one a slot. */
  readonly entries: readonly AttendanceEntry[];
}

/** Minutes due (dispensations taken off), done, and waived. */
export interface HoursRow extends HoursDone {
  readonly waived: number;
}

export interface ModuleHours extends HoursRow {
  readonly moduleCode: string;
}

/** A block's hours: `due` and `done` are training and evaluation together (Q14). */
export interface LearnerBlockHours extends HoursRow {
  readonly blockCode: string;
  readonly modules: readonly ModuleHours[];
  /** Training alone: 0 due when the whole block is dispensed. */
  readonly training: HoursDone;
  readonly evaluation: HoursDone;
}

export interface LearnerHours {
  readonly blocks: readonly LearnerBlockHours[];
  readonly total: HoursRow;
  /** Minutes of the expected slots. */
  readonly expectedMinutes: number;
  /** Minutes done on the expected slots. */
  readonly attendedMinutes: number;
  /** `attendedMinutes` on `expectedMinutes`, 0 to 1; `null` when no slot was expected (8.1 a). */
  readonly rate: number | null;
}

/**
 * Hours due and done of one enrolment, per module and block, and its attendance rate. Every minute
 * recorded counts in `done`, also on a slot that is no longer expected; the rate looks at expected
 * slots only. A minute on a module that the version does not have counts in its block and total.
 */
export function computeHours(input: HoursInput): LearnerHours {
  const waived = minutesWaived(input.framework, input.dispensations);
  const blocks = input.framework.blocks.map((block) => computeBlock(block, waived, input.entries));
  const expectedMinutes = sum(input.expectedSlots.map((slot) => slot.minutes));
  const doneBySlot = sumBySlot(input.entries);
  const attendedMinutes = sum(
    input.expectedSlots.map(({ id, minutes }) => Math.min(minutes, doneBySlot.get(id) ?? 0)),
  );
  return {
    blocks,
    total: {
      due: sum(blocks.map((block) => block.due)),
      done: sumDone(input.entries),
      waived: waived.totalMinutes,
    },
    expectedMinutes,
    attendedMinutes,
    rate: expectedMinutes === 0 ? null : attendedMinutes / expectedMinutes,
  };
}

function computeBlock(
  block: CompetenceBlock,
  waived: WaivedHours,
  entries: readonly AttendanceEntry[],
): LearnerBlockHours {
  const ofBlock = entries.filter((entry) => entry.blockCode === block.code);
  const modules = block.modules.map((module) => {
    const row = waived.modules.find(
      ({ blockCode, moduleCode }) => blockCode === block.code && moduleCode === module.code,
    );
    const minutes = row?.minutes ?? 0;
    return {
      moduleCode: module.code,
      due: module.minutes - minutes,
      done: sumDone(ofBlock.filter((entry) => isTrainingOf(entry, module.code))),
      waived: minutes,
    };
  });
  const evaluation = {
    due: block.evaluationMinutes,
    done: sumDone(ofBlock.filter((entry) => entry.kind === 'evaluation')),
  };
  const blockWaived = waived.blocks.find(({ blockCode }) => blockCode === block.code);
  const training = {
    due: sum(modules.map((module) => module.due)) - (blockWaived?.unassignedMinutes ?? 0),
    done: sumDone(ofBlock.filter((entry) => entry.kind === 'training')),
  };
  return {
    blockCode: block.code,
    due: training.due + evaluation.due,
    done: training.done + evaluation.done,
    waived: blockWaived?.minutes ?? 0,
    modules,
    training,
    evaluation,
  };
}

function sumBySlot(entries: readonly AttendanceEntry[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const entry of entries) {
    if (entry.slotId === null) continue;
    sums.set(entry.slotId, (sums.get(entry.slotId) ?? 0) + minutesDone(entry));
  }
  return sums;
}

const isTrainingOf = (entry: AttendanceEntry, moduleCode: string): boolean =>
  entry.kind === 'training' && entry.moduleCode === moduleCode;

const sumDone = (entries: readonly AttendanceEntry[]): number => sum(entries.map(minutesDone));

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
