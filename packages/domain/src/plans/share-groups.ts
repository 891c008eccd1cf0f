/** Somebody who follows a module that a cohort teaches in groups. */
export interface GroupMember {
  readonly id: string;
  /** As lists are sorted. */
  readonly name: string;
  /** Their group until now, from 1 on. */
  readonly group: number;
  /** A person put them there, or they come from another cohort for its days: they stay (W3). */
  readonly isFixed: boolean;
}

/**
 * Who is in which group once there are `groups` of them (W1): those who are there for a reason stay
 * as long as their group does, the others are shared out evenly in the order of names, so that
 * learners can tell their group from the list.
 *
 * @returns the group, from 1 on, by the member's id
 */
export function shareOutGroups(
  members: readonly GroupMember[],
  groups: number,
): ReadonlyMap<string, number> {
  const stays = members.filter(({ isFixed, group }) => isFixed && group <= groups);
  const shared = new Map(stays.map(({ id, group }) => [id, group]));
  const left = members
    .filter(({ id }) => !shared.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  const free = Array.from({ length: groups }, (_, index) => {
    const share = members.filter((_member, at) => shareOf(at, members.length, groups) === index);
    return share.length - stays.filter(({ group }) => group === index + 1).length;
  });
  for (const { id } of left) {
    const index = free.findIndex((places) => places > 0);
    shared.set(id, index + 1);
    free[index] = (free[index] ?? 0) - 1;
  }
  return shared;
}

/** Which of so many equal shares the one at that place is in, from 0 on. */
const shareOf = (at: number, total: number, shares: number): number =>
  Math.floor((at * shares) / total);
