import type { CalendarSlot, SlotForm } from '@jalon/contract';
import { formatLongDay, formatMinutes, formatTime, roomTaken } from '@jalon/domain';
import type { ConflictField } from '../../components/conflict-panel.tsx';

/** A module or evaluation that the cohort plans. */
export interface ItemChoice {
  readonly kind: 'training' | 'evaluation';
  readonly blockCode: string;
  readonly moduleCode: string | null;
  readonly name: string;
  /** How many groups it is taught to; 1 when absent. */
  readonly groupCount?: number;
}

/** What the form holds; `item` is `itemKey` of the chosen module. */
export type SlotValues = {
  moduleCode: string;
  date: string;
  halfDay: 'morning' | 'afternoon';
  startsAt: number | null;
  minutes: number | null;
  trainerId: string | null;
  roomId: string | null;
  mode: 'on_site' | 'remote';
  reason: string;
  groupNumber: string | null;
};

/** One text for a module or an evaluation, for a select. */
export const itemKey = (item: Omit<ItemChoice, 'name' | 'groupCount'>): string =>
  [item.kind, item.blockCode, item.moduleCode ?? ''].join(' ');

export const toSlotValues = (slot: CalendarSlot): SlotValues => ({
  moduleCode: itemKey(slot),
  date: slot.date,
  halfDay: slot.halfDay,
  startsAt: slot.startsAt,
  minutes: slot.minutes,
  trainerId: slot.trainer?.id ?? null,
  roomId: slot.room?.id ?? null,
  mode: slot.mode,
  reason: '',
  groupNumber: null,
});

export const newSlotValues = (item: ItemChoice | undefined, date: string): SlotValues => ({
  moduleCode: item ? itemKey(item) : '',
  date,
  halfDay: 'morning',
  startsAt: 540,
  minutes: 210,
  trainerId: null,
  roomId: null,
  mode: 'on_site',
  reason: '',
  groupNumber: null,
});

/** The body to send; a field that cannot be read goes as it is, for the API to say so there. */
export function toSlotBody(values: SlotValues): SlotForm {
  const [kind = '', blockCode = '', moduleCode = ''] = values.moduleCode.split(' ');
  return {
    kind: kind === 'evaluation' ? 'evaluation' : 'training',
    blockCode,
    moduleCode: moduleCode || null,
    date: values.date,
    halfDay: values.halfDay,
    startsAt: values.startsAt ?? -1,
    minutes: values.minutes ?? 0,
    trainerId: values.trainerId,
    roomId: roomTaken(values),
    mode: values.mode,
    groupNumber: values.groupNumber === null ? null : Number(values.groupNumber),
  };
}

/** Both versions of a half-day, after a 409. */
export function compareSlots(
  mine: SlotValues,
  theirs: CalendarSlot,
  items: readonly ItemChoice[],
  nameTrainer: (id: string | null) => string,
  nameRoom: (id: string | null) => string,
): ConflictField[] {
  const other = toSlotValues(theirs);
  const field = (label: string, show: (values: SlotValues) => string): ConflictField => ({
    label,
    mine: show(mine),
    theirs: show(other),
  });
  return [
    field(
      'Module',
      ({ moduleCode }) => items.find((item) => itemKey(item) === moduleCode)?.name ?? '',
    ),
    field('Jour', ({ date }) => (/^\d{4}-\d\d-\d\d$/.test(date) ? formatLongDay(date) : date)),
    field('Moment', ({ halfDay }) => (halfDay === 'morning' ? 'matin' : 'après-midi')),
    field('Début', ({ startsAt }) => (startsAt === null ? '' : formatTime(startsAt))),
    field('Durée', ({ minutes }) => (minutes === null ? '' : formatMinutes(minutes))),
    field('Formateur', ({ trainerId }) => nameTrainer(trainerId)),
    field('Salle', ({ roomId }) => nameRoom(roomId)),
    field('Mode', ({ mode }) => (mode === 'remote' ? 'à distance' : 'sur place')),
  ];
}
