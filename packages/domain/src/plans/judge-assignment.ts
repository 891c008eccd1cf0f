import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { PlannedSlot } from '../planning/slot.ts';
import { compareStarts } from './plan-calendar.ts';
import { type MoveFacts, prepareSlotMoves } from './prepare-slot-moves.ts';
import { mondayOf } from './week.ts';

/** A half-day that is given a trainer or a room together with others. */
export interface AssignedSlot {
  /** As it stands, but for its trainer or room. */
  readonly wanted: PlannedSlot;
  /** What was accepted of it as it stands. */
  readonly accepted: readonly string[];
}

/** What is given: of the other, nothing changes and nothing is said. */
export type AssignedField = 'trainerId' | 'roomId';

export interface JudgedAssignment {
  /** Those that may be given what they are to be given, with the rules accepted of each. */
  readonly free: readonly { readonly id: string; readonly accepted: readonly string[] }[];
  /** Those that may not, or not without somebody's consent, and why. */
  readonly taken: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
}

/**
 * Judges a trainer or a room given to many half-days at once, by the rules of one half-day typed or
 * dragged (`prepareSlotMoves`), in order of time: each counts for those after it, in the trainer's
 * week as in the clashes. Warnings of `acceptedRules` let a half-day pass.
 *
 * @throws RangeError when a half-day's cohort is not in the facts, or its day is not a real one.
 */
export function judgeAssignment(
  facts: MoveFacts,
  slots: readonly AssignedSlot[],
  fields: readonly AssignedField[],
  acceptedRules: readonly string[],
): JudgedAssignment {
  const weeks = groupBy(facts.slots, ({ date }) => mondayOf(date));
  const ordered = slots.toSorted((a, b) => compareStarts(a.wanted, b.wanted));
  const judged = [...groupBy(ordered, ({ wanted }) => mondayOf(wanted.date))].map(([week, own]) =>
    // No rule on a trainer or a room looks beyond the week, nor at the learners.
    judgeWeek(
      { ...facts, slots: weeks.get(week) ?? [], learners: [], followings: [] },
      own,
      fields,
      acceptedRules,
    ),
  );
  return {
    free: judged.flatMap(({ free }) => free),
    taken: judged.flatMap(({ taken }) => taken),
  };
}

function judgeWeek(
  facts: MoveFacts,
  slots: readonly AssignedSlot[],
  fields: readonly AssignedField[],
  acceptedRules: readonly string[],
): JudgedAssignment {
  const isOpen = ({ path, rule, severity }: Finding): boolean =>
    fields.some((field) => path === `/${field}`) &&
    (severity === 'error' || !acceptedRules.includes(rule));
  const isGiven = (rule: string) => fields.some((field) => rule.startsWith(rulesOf[field]));
  const free: { id: string; accepted: readonly string[] }[] = [];
  const taken: { id: string; findings: readonly Finding[] }[] = [];
  let calendar = facts.slots;
  for (const { wanted, accepted } of slots) {
    const moves = prepareSlotMoves({ ...facts, slots: calendar });
    const { id } = wanted;
    const findings = moves.check(wanted).filter(isOpen);
    if (findings.length > 0) {
      taken.push({ id, findings });
      continue;
    }
    const known = moves.rulesAccepted(wanted, accepted).filter(isGiven);
    free.push({ id, accepted: [...accepted.filter((rule) => !isGiven(rule)), ...known] });
    calendar = calendar.map((slot) => (slot.id === id ? wanted : slot));
  }
  return { free, taken };
}

/** What was accepted of the trainer or the room that goes says nothing of the one that comes. */
const rulesOf: Readonly<Record<AssignedField, string>> = {
  trainerId: 'plan.trainer-',
  roomId: 'plan.room-',
};
