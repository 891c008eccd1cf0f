import type { Dispensation } from '../dispensations/dispensation.ts';
import { minutesWaived, type WaivedHours } from '../dispensations/minutes-waived.ts';
import { type DatedSlot, waivedSlots } from '../enrolments/expected-slots.ts';
import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import type { ProgrammeKey } from '../frameworks/list-programme.ts';
import { programmeOfRoute } from '../frameworks/programme-of-route.ts';
import type { HoursDone } from '../hours-done.ts';
import type { AccessRoute } from '../vocabulary.ts';

/**
 * What one learner's records come to for one module or evaluation, in minutes. A record keeps the
 * block and module of its day, so moving or cancelling the half-day changes nothing in `done`.
 */
export interface ItemMinutes extends ProgrammeKey {
  /** Half-days of the path that are over, within the enrolment's dates, dispensed ones included. */
  readonly expected: number;
  /** Done on those half-days and signed, at most the length of each. */
  readonly attended: number;
  /** Recorded on those half-days, whose sheet nobody has signed yet. */
  readonly awaiting: number;
  /** Recorded on those half-days as missed: absent, late or left early. What nobody noted is not in it. */
  readonly absent: number;
  /** Everything done and signed, on any half-day. */
  readonly done: number;
  /** Everything recorded on a half-day whose sheet is not signed: it does not count yet. */
  readonly unsigned: number;
}

/** One half-day of a path, needed only where a dispensation lightens the calendar. */
export interface PathHalfDay extends DatedSlot {
  /** Whether it is among the minutes `expected` of its item: over, within the enrolment's dates. */
  readonly isCounted: boolean;
  readonly attended: number;
  readonly awaiting: number;
  readonly absent: number;
}

export interface HoursInput {
  readonly framework: Framework;
  /** By which the learner comes to the jury: a VAE has no hours due (DOMAIN 4.7). */
  readonly route: AccessRoute;
  readonly dispensations: readonly Pick<
    Dispensation,
    'blockCode' | 'moduleCode' | 'grantedMinutes' | 'state'
  >[];
  readonly items: readonly ItemMinutes[];
  /** Every half-day of the blocks in which something is dispensed, past and to come. */
  readonly halfDays: readonly PathHalfDay[];
}

/** Minutes due, done, missing and unsigned, and what dispensations took off `due`. */
export interface HoursRow extends HoursDone {
  readonly waived: number;
}

export interface ModuleHours extends HoursRow {
  readonly moduleCode: string;
}

/** A block's hours: training and evaluation together (Q14). */
export interface LearnerBlockHours extends HoursRow {
  readonly blockCode: string;
  readonly modules: readonly ModuleHours[];
  readonly evaluation: HoursRow;
}

export interface LearnerHours {
  readonly blocks: readonly LearnerBlockHours[];
  readonly total: HoursRow;
  /** Minutes of the half-days that are over and were expected. */
  readonly expectedMinutes: number;
  /** Minutes done and signed on them. */
  readonly attendedMinutes: number;
  /** Minutes recorded on them, whose sheet is still to be signed. */
  readonly awaitingMinutes: number;
  /** Minutes recorded as missed on them; what nobody has noted is neither presence nor absence. */
  readonly absentMinutes: number;
  /** `attendedMinutes` on `expectedMinutes`, 0 to 1; `null` when no slot was expected (8.1 a). */
  readonly rate: number | null;
}

/**
 * Hours due, done and missing of one enrolment, per module and block, and its attendance rate
 * (DOMAIN 13). Minutes count as done once the sheet of their half-day is signed; what is recorded
 * and not signed is told apart. Done also counts what was signed on a half-day that is no longer
 * expected; the rate looks at expected ones only. A minute on a module that the version does not
 * have counts in its block and total, and fills no module.
 */
export function computeHours(input: HoursInput): LearnerHours {
  const { dispensations, items } = input;
  const framework = programmeOfRoute(input.framework, input.route);
  const waived = minutesWaived(framework, dispensations);
  const blocks = framework.blocks.map((block) => computeBlock(block, waived, items));
  const dropped =
    waived.totalMinutes === 0
      ? []
      : waivedSlots(input.halfDays, waived).filter(({ isCounted }) => isCounted);
  const expectedMinutes = sum(items, 'expected') - sum(dropped, 'minutes');
  const attendedMinutes = sum(items, 'attended') - sum(dropped, 'attended');
  return {
    blocks,
    total: {
      due: sum(blocks, 'due'),
      done: sum(items, 'done'),
      missing: sum(blocks, 'missing'),
      waived: waived.totalMinutes,
      unsigned: sum(items, 'unsigned'),
    },
    expectedMinutes,
    attendedMinutes,
    awaitingMinutes: sum(items, 'awaiting') - sum(dropped, 'awaiting'),
    absentMinutes: sum(items, 'absent') - sum(dropped, 'absent'),
    rate: expectedMinutes === 0 ? null : attendedMinutes / expectedMinutes,
  };
}

function computeBlock(
  block: CompetenceBlock,
  waived: WaivedHours,
  items: readonly ItemMinutes[],
): LearnerBlockHours {
  const ofBlock = items.filter((item) => item.blockCode === block.code);
  const modules = block.modules.map((module) => ({
    moduleCode: module.code,
    ...toRow(
      module.minutes,
      waived.modules.find(
        ({ blockCode, moduleCode }) => blockCode === block.code && moduleCode === module.code,
      )?.minutes ?? 0,
      ofBlock.filter(({ kind, moduleCode }) => kind === 'training' && moduleCode === module.code),
    ),
  }));
  const evaluation = toRow(
    block.evaluationMinutes,
    0,
    ofBlock.filter(({ kind }) => kind === 'evaluation'),
  );
  return {
    blockCode: block.code,
    due: sum(modules, 'due') + evaluation.due,
    done: sum(ofBlock, 'done'),
    missing: sum(modules, 'missing') + evaluation.missing,
    waived: sum(modules, 'waived'),
    unsigned: sum(ofBlock, 'unsigned'),
    modules,
    evaluation,
  };
}

function toRow(minutes: number, waived: number, items: readonly ItemMinutes[]): HoursRow {
  const due = minutes - waived;
  const done = sum(items, 'done');
  return { due, done, missing: Math.max(0, due - done), waived, unsigned: sum(items, 'unsigned') };
}

const sum = <Name extends string>(
  rows: readonly { readonly [K in Name]: number }[],
  name: Name,
): number => rows.reduce((total, row) => total + row[name], 0);
