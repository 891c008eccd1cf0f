import { describe, expect, it } from '@jest/globals';
import { type GroupMember, shareOutGroups } from './share-groups.ts';

const member = (name: string, change: Partial<GroupMember> = {}): GroupMember => ({
  id: name,
  name,
  group: 1,
  isFixed: false,
  ...change,
});
const namesOf = (members: readonly GroupMember[], groups: number) => {
  const shared = shareOutGroups(members, groups);
  return Array.from({ length: groups }, (_, index) =>
    members.flatMap(({ id }) => (shared.get(id) === index + 1 ? [id] : [])).join(''),
  );
};
const six = ['F', 'A', 'C', 'E', 'B', 'D'];

describe('a module taught in groups: who is in which (W1)', () => {
  it('evenly, in the order of names', () => {
    expect(
      namesOf(
        six.map((name) => member(name)),
        2,
      ),
    ).toEqual(['ACB', 'FED']);
    expect(
      namesOf(
        six.map((name) => member(name)),
        1,
      ),
    ).toEqual(['FACEBD']);
    expect(namesOf([], 2)).toEqual(['', '']);
  });

  it('whom a person put in a group, and who comes from another cohort for its days, stays (W3)', () => {
    const chosen = six.map((name) =>
      member(name, name === 'A' ? { group: 2, isFixed: true } : { group: 1 }),
    );
    expect(namesOf(chosen, 2)).toEqual(['CBD', 'FAE']);
    expect(namesOf(chosen, 3)).toEqual(['CB', 'AD', 'FE']);
  });

  it('when their group goes, they go with the others', () => {
    expect(namesOf([member('A', { group: 2, isFixed: true }), member('B')], 1)).toEqual(['AB']);
  });

  it('a group that is fuller than its share by hand stays so', () => {
    const full = ['A', 'B', 'C'].map((name) => member(name, { group: 1, isFixed: true }));
    expect(namesOf([...full, member('D')], 2)).toEqual(['ABC', 'D']);
  });
});
