import type { CalendarSlot } from '@jalon/contract';
import type { GridSlot } from '../../components/calendar/slot-chip.tsx';
import { sayPlace, toGridSlot } from '../../components/calendar/slot-words.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';

/** What a line of the week stands for. */
export const lineKinds = ['cohortes', 'formateurs', 'salles', 'sites'] as const;
export type LineKind = (typeof lineKinds)[number];

export interface ResourceLine {
  /** The id of the cohort, trainer, room or site; `none` and `remote` for what has neither. */
  readonly key: string;
  readonly name: string;
  readonly slots: readonly CalendarSlot[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const none: Readonly<Record<'formateurs' | 'salles', Named>> = {
  formateurs: { id: 'none', name: 'Sans formateur' },
  salles: { id: 'none', name: 'Sans salle' },
};
const remote: Named = { id: 'remote', name: 'À distance' };

/** The line on which a half-day stands. */
export function holderOf(kind: LineKind, slot: CalendarSlot): Named {
  if (kind === 'cohortes') return slot.cohort;
  if (kind === 'sites') return slot.site;
  if (kind === 'formateurs') return slot.trainer ?? none.formateurs;
  if (slot.mode === 'remote') return remote;
  return slot.room ?? none.salles;
}

/**
 * One line for each resource, `known` ones even when they hold nothing: what is without trainer or
 * room first, then by name.
 */
export function listLines(
  kind: LineKind,
  slots: readonly CalendarSlot[],
  known: readonly Named[],
): readonly ResourceLine[] {
  const lines = new Map<string, { readonly name: string; readonly slots: CalendarSlot[] }>(
    known.map(({ id, name }) => [id, { name, slots: [] }]),
  );
  for (const slot of slots) {
    const { id, name } = holderOf(kind, slot);
    const line = lines.get(id) ?? { name, slots: [] };
    line.slots.push(slot);
    lines.set(id, line);
  }
  const rankOf = (key: string) => (key === 'none' ? 0 : key === 'remote' ? 2 : 1);
  return [...lines]
    .map(([key, line]) => ({ key, ...line }))
    .sort((a, b) => rankOf(a.key) - rankOf(b.key) || a.name.localeCompare(b.name, 'fr'));
}

/** A half-day with the words that its line does not say already. */
export function toLineSlot(kind: LineKind, slot: CalendarSlot): GridSlot {
  const cohort = kind !== 'cohortes' && slot.cohort.name;
  const trainer = kind !== 'formateurs' && (slot.trainer?.name ?? 'sans formateur');
  const place = kind !== 'salles' && (sayPlace(slot) || 'sans salle');
  const usual = toGridSlot({ ...slot, trainer: { id: '', name: '' }, room: null, mode: 'on_site' });
  return {
    ...usual,
    facts: [usual.facts, cohort, trainer, place]
      .filter((word) => word !== false && word !== '')
      .map((word) => keepFrenchSpaces(String(word)))
      .join(' · '),
  };
}
