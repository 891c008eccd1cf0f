import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { collegeWords } from '../words.ts';
import type { Member } from './session.ts';

/** The fields of a seat that one act changes. */
export type SeatChange = Partial<
  Pick<Member, 'college' | 'isChair' | 'isAlternate' | 'isPresent' | 'isInternal'>
>;

const labels: Record<keyof SeatChange, string> = {
  college: 'Collège',
  isChair: 'Préside',
  isAlternate: 'Suppléant',
  isPresent: 'Présent',
  isInternal: 'Du centre ou du certificateur',
};
const fields = Object.keys(labels) as (keyof SeatChange)[];

const say = (value: SeatChange[keyof SeatChange]): string => {
  if (value === 'employer' || value === 'employee') return collegeWords[value];
  if (value === null || value === undefined) return 'à noter';
  return value ? 'oui' : 'non';
};

/** What the page showed of the fields that this act changes. */
export const shownOf = (member: Member, change: SeatChange): SeatChange =>
  Object.fromEntries(
    fields.filter((field) => field in change).map((field) => [field, member[field]]),
  );

/** A colleague has said otherwise of this member meanwhile: both words, and the choice. */
export function SeatConflict({
  change,
  theirs,
  isPending,
  onKeepMine,
  onTakeTheirs,
}: {
  readonly change: SeatChange;
  readonly theirs: Member;
  readonly isPending: boolean;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}) {
  return (
    <ConflictPanel
      fields={fields
        .filter((field) => field in change)
        .map((field) => ({
          label: labels[field],
          mine: say(change[field]),
          theirs: say(theirs[field]),
        }))}
      isPending={isPending}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    />
  );
}
