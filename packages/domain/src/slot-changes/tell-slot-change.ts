import { formatLongDay, formatTime, withDe } from '../french-format.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';

/** A half-day as one person knows it. */
export interface KnownSlot {
  readonly title: string;
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly isRemote: boolean;
  readonly roomName: string | null;
  readonly trainerName: string | null;
}

/** One line of a mail about what changed. */
export interface SlotChangeLine {
  readonly kind: 'cancelled' | 'moved' | 'added' | 'place' | 'trainer' | 'subject';
  /** The day that the line is sorted by. */
  readonly date: PlainDate;
  readonly text: string;
}

/** A half-day as one person knew it and as they know it now; `null` where it is not in their calendar. */
export interface KnownChange {
  readonly before: KnownSlot | null;
  readonly after: KnownSlot | null;
}

/**
 * What one person must be told of several changes, the nearest day first. What they lose and what they
 * gain of the same title at the same hour is one half-day of theirs: another group's, in another room.
 */
export function tellSlotChanges(
  changes: readonly KnownChange[],
  today: PlainDate,
): readonly SlotChangeLine[] {
  const gained = new Map(
    changes.flatMap((change) =>
      change.before === null && change.after ? [[keyOf(change.after), change]] : [],
    ),
  );
  const paired = changes.flatMap((change) => {
    if (change.before === null || change.after !== null) return [];
    const key = keyOf(change.before);
    const twin = gained.get(key);
    gained.delete(key);
    return twin ? [{ lost: change, twin }] : [];
  });
  const apart = new Set<KnownChange>(paired.flatMap(({ lost, twin }) => [lost, twin]));
  return [
    ...changes.filter((change) => !apart.has(change)),
    ...paired.map(({ lost, twin }) => ({ before: lost.before, after: twin.after })),
  ]
    .flatMap(({ before, after }) => tellSlotChange(before, after, today) ?? [])
    .sort((a, b) => a.date.localeCompare(b.date));
}

const keyOf = ({ title, date, startsAt, minutes }: KnownSlot): string =>
  `${date} ${startsAt} ${minutes} ${title}`;

/**
 * What one person must be told of a half-day that somebody changed, or `null` when nothing of it
 * matters to them: the day and the hour, the place, the trainer and the module (Qualiopi 9: learners
 * are told of the conditions of the course). A half-day that is over before and after is history; a
 * first room or trainer where there was none takes nothing away from what they knew.
 *
 * @param before what the person knew, `null` when it was not in their calendar
 * @param after what stands now, `null` when it is cancelled, removed or no longer theirs
 */
export function tellSlotChange(
  before: KnownSlot | null,
  after: KnownSlot | null,
  today: PlainDate,
): SlotChangeLine | null {
  const known = before && before.date >= today ? before : null;
  const standing = after && after.date >= today ? after : null;
  if (standing && !before)
    return line('added', standing, `Ajouté : ${momentOf(standing)}, ${whatAndWhere(standing)}.`);
  if (known && !after)
    return line('cancelled', known, `Annulé : ${momentOf(known)}, ${known.title}.`);
  if (!before || !after || (!known && !standing)) return null;
  if (isMoved(before, after))
    return line(
      'moved',
      after,
      `Déplacé : ${before.title}, du ${momentOf(before)} au ${momentOf(after)}${atPlace(after)}.`,
    );
  return tellDetail(before, after);
}

function tellDetail(before: KnownSlot, after: KnownSlot): SlotChangeLine | null {
  const moment = momentOf(after);
  if (before.title !== after.title)
    return line(
      'subject',
      after,
      `Contenu : ${moment}, ${after.title} au lieu de ${before.title}.`,
    );
  const [placeBefore, placeNow] = [placeOf(before), placeOf(after)];
  if (placeBefore !== null && placeBefore !== placeNow)
    return line(
      'place',
      after,
      `Lieu : ${moment}, ${after.title}, ${placeNow ?? 'salle à venir'} au lieu de ${placeBefore}.`,
    );
  const { trainerName } = after;
  if (before.trainerName !== null && trainerName !== null && trainerName !== before.trainerName)
    return line(
      'trainer',
      after,
      `Formateur : ${moment}, ${after.title}, ${trainerName} au lieu ${withDe(before.trainerName)}.`,
    );
  return null;
}

const line = (kind: SlotChangeLine['kind'], { date }: KnownSlot, text: string): SlotChangeLine => ({
  kind,
  date,
  text,
});

const isMoved = (a: KnownSlot, b: KnownSlot): boolean =>
  a.date !== b.date || a.startsAt !== b.startsAt || a.minutes !== b.minutes;

/** « mardi 12 janvier 2027 de 9 h à 12 h 30 ». */
const momentOf = ({ date, startsAt, minutes }: KnownSlot): string =>
  `${formatLongDay(date)} de ${formatTime(startsAt)} à ${formatTime(startsAt + minutes)}`;

const placeOf = ({ isRemote, roomName }: KnownSlot): string | null =>
  isRemote ? 'à distance' : roomName;

const atPlace = (slot: KnownSlot): string => {
  const place = placeOf(slot);
  return place === null ? '' : `, ${place}`;
};

const whatAndWhere = (slot: KnownSlot): string => `${slot.title}${atPlace(slot)}`;
