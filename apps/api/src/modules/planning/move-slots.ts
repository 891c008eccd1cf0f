import type { HalfDay, PlainDate } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';

/** A half-day that exists, with when it is to be held, by whom and where. */
export interface MovedSlot {
  readonly id: string;
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
  /** Minutes since midnight. */
  readonly startsAt: number;
  readonly minutes: number;
  readonly trainerId: string | null;
  readonly roomId: string | null;
  readonly mode: 'on_site' | 'remote';
}

/**
 * Moves half-days and gives them their trainers and rooms, in one statement whatever their number.
 * What a person accepted of one where it was, nobody has accepted where it goes.
 */
export async function moveSlots(tx: Tx, slots: readonly MovedSlot[]): Promise<void> {
  if (slots.length === 0) return;
  const rows = slots.map(({ id, date, halfDay, startsAt, minutes, trainerId, roomId, mode }) => ({
    id,
    date,
    half_day: halfDay,
    starts_at: startsAt,
    minutes,
    trainer_id: trainerId,
    room_id: roomId,
    mode,
  }));
  await tx.$executeRaw`
    update slot s
       set held_on = m.date, half_day = m.half_day, starts_at = m.starts_at, minutes = m.minutes,
           trainer_id = m.trainer_id, room_id = m.room_id, mode = m.mode, accepted_rules = '{}', revision = s.revision + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as m(id uuid, date date, half_day half_day, starts_at int, minutes int,
                trainer_id uuid, room_id uuid, mode slot_mode)
     where s.id = m.id`;
}
