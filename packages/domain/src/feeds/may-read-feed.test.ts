import { describe, expect, it } from '@jest/globals';
import { feedKinds, type Role } from '../vocabulary.ts';
import { mayReadFeed } from './may-read-feed.ts';

const kindsOf = (subjectId: string, ...roles: Role[]) =>
  feedKinds.filter((kind) => mayReadFeed({ kind, subjectId }, { personId: 'me', roles }));

describe('a secret address answers while whoever made it may read what it shows', () => {
  it('their own half-days, in the role that has them', () => {
    expect(kindsOf('me', 'learner')).toEqual(['learner']);
    expect(kindsOf('me', 'tutor', 'trainer')).toEqual(['trainer', 'tutor']);
    expect(kindsOf('me')).toEqual([]);
  });

  it('the coordination: trainers, cohorts and rooms, never a learner’s nor a tutor’s', () => {
    expect(kindsOf('other', 'coordinator')).toEqual(['trainer', 'cohort', 'room']);
    expect(kindsOf('other', 'director', 'trainer', 'learner')).toEqual([]);
  });
});
