import type { Database } from '@jalon/api';
import { type Framework, listProgramme } from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';

/** A half-day of the cohort. */
export interface RecordedSlot {
  readonly id: string;
  readonly blockCode: string;
  readonly moduleCode: string | null;
  readonly kind: 'training' | 'evaluation';
  readonly heldOn: string;
  readonly halfDay: 'morning' | 'afternoon';
  readonly startsAt: number;
  readonly minutes: number;
}

/** The half-days of 3 h 30 that some minutes fill, after those that the cohort has already. */
function listHalfDays(minutes: number, before: number) {
  return Array.from({ length: Math.ceil(minutes / 210) }, (_, index) => {
    const position = before + index;
    const days = Math.floor(position / 8) * 7 + Math.floor((position % 8) / 2);
    const isMorning = position % 2 === 0;
    return {
      id: uuidv7(),
      heldOn: new Date(Date.UTC(2026, 8, 7 + days)).toISOString().slice(0, 10),
      halfDay: isMorning ? ('morning' as const) : ('afternoon' as const),
      startsAt: isMorning ? 540 : 810,
      minutes: Math.min(210, minutes - 210 * index),
    };
  });
}

/** Every module and evaluation of the programme with its half-days, straight in the database. */
export async function recordSlots(
  db: Database,
  own: { readonly centreId: string; readonly cohortId: string },
  content: Framework,
): Promise<{ readonly slots: readonly RecordedSlot[]; readonly runIds: readonly string[] }> {
  const slots: RecordedSlot[] = [];
  const runIds: string[] = [];
  for (const item of listProgramme(content)) {
    const { kind, blockCode, moduleCode } = item;
    const run = await db.system.moduleRun.create({
      data: { ...own, kind, blockCode, moduleCode },
    });
    runIds.push(run.id);
    const halfDays = listHalfDays(item.minutes, slots.length);
    await db.system.slot.createMany({
      data: halfDays.map(({ heldOn, ...slot }) => ({
        ...slot,
        heldOn: day(heldOn),
        ...own,
        moduleRunId: run.id,
      })),
    });
    slots.push(...halfDays.map((slot) => ({ ...slot, kind, blockCode, moduleCode })));
  }
  return { slots, runIds };
}

const day = (plain: string): Date => new Date(`${plain}T00:00:00.000Z`);
