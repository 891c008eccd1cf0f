import { SlotChip } from '../../components/calendar/slot-chip.tsx';
import { sayTimes } from '../../components/calendar/slot-words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import classes from './day-list.module.css';
import { chipId } from './movable-chip.tsx';
import { type LineKind, type ResourceLine, toLineSlot } from './resource-lines.ts';

interface DayListProps {
  readonly kind: LineKind;
  readonly lines: readonly ResourceLine[];
  readonly dayOff: string | undefined;
  readonly selectedKey: string | null;
  readonly onSelect: (slotId: string) => void;
}

/** One day, resource by resource: what a phone shows. */
export function DayList({ kind, lines, dayOff, selectedKey, onSelect }: DayListProps) {
  const busy = lines.filter(({ slots }) => slots.length > 0);
  const free = lines.filter(({ slots }) => slots.length === 0).map(({ name }) => name);
  if (busy.length === 0)
    return (
      <EmptyState title="Personne n’a cours ce jour-là">
        {dayOff ? `Ce jour n’est pas ouvert : ${dayOff}.` : 'Les flèches mènent aux jours voisins.'}
      </EmptyState>
    );
  return (
    <div className={classes.list}>
      {busy.map(({ key, name, slots }) => (
        <SectionCard key={key} title={name}>
          <ul className={classes.slots}>
            {slots.map((slot) => (
              <li key={slot.id}>
                <span className={classes.time}>{sayTimes(slot)}</span>
                <SlotChip
                  slot={toLineSlot(kind, slot)}
                  isSelected={slot.id === selectedKey}
                  onSelect={onSelect}
                  more={{ id: chipId(slot) }}
                />
              </li>
            ))}
          </ul>
        </SectionCard>
      ))}
      {free.length > 0 && <p className={classes.free}>Libres ce jour-là : {free.join(', ')}.</p>}
    </div>
  );
}
