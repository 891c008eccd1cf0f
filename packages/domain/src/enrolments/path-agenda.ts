import type { WaivedHours } from '../dispensations/minutes-waived.ts';
import { formatDay, formatMinutes } from '../french-format.ts';
import { maxMinutesPerDay } from '../planning/list-open-half-days.ts';
import { overlaps } from '../planning/slot.ts';
import { waivedSlots } from './expected-slots.ts';
import type { HeldHalfDay, ModuleRun } from './module-run.ts';

/**
 * The half-days of the runs that a learner follows: one place at a time, 7 h a day at most (DOMAIN
 * 12, S2:L189). Half-days that a dispensation takes off do not count.
 */
export class PathAgenda {
  private readonly days = new Map<string, { run: ModuleRun; slot: HeldHalfDay }[]>();
  private readonly attended = new Map<ModuleRun, readonly HeldHalfDay[]>();

  constructor(
    private readonly waived: WaivedHours,
    private readonly nameOf: (run: ModuleRun) => string,
  ) {}

  add(run: ModuleRun): void {
    for (const slot of this.attend(run)) {
      const day = this.days.get(slot.date);
      if (day) day.push({ run, slot });
      else this.days.set(slot.date, [{ run, slot }]);
    }
  }

  remove(run: ModuleRun): void {
    for (const { date } of this.attend(run)) {
      const rest = (this.days.get(date) ?? []).filter((held) => held.run !== run);
      this.days.set(date, rest);
    }
  }

  /** Why the learner cannot follow this run as well, in French; `null` when they can. */
  findClash(run: ModuleRun): string | null {
    const added = new Map<string, number>();
    for (const slot of this.attend(run)) {
      const day = this.days.get(slot.date) ?? [];
      const clash = day.find((held) => overlaps(held.slot, slot));
      if (clash)
        return `« ${this.nameOf(clash.run)} » a lieu en même temps le ${formatDay(slot.date)}`;
      const minutes = (added.get(slot.date) ?? 0) + slot.minutes;
      added.set(slot.date, minutes);
      const total = day.reduce((sum, held) => sum + held.slot.minutes, minutes);
      if (day.length > 0 && total > maxMinutesPerDay)
        return `la journée du ${formatDay(slot.date)} ferait ${formatMinutes(total)}, plus de 7 h`;
    }
    return null;
  }

  private attend(run: ModuleRun): readonly HeldHalfDay[] {
    const known = this.attended.get(run);
    if (known) return known;
    const { kind, blockCode, moduleCode } = run;
    const slots = run.slots.map((slot) => ({ ...slot, kind, blockCode, moduleCode }));
    const dropped = new Set(waivedSlots(slots, this.waived));
    const attended = slots.filter((slot) => !dropped.has(slot));
    this.attended.set(run, attended);
    return attended;
  }
}
