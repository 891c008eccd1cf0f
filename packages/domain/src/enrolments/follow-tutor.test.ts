import { describe, expect, it } from '@jest/globals';
import { followTutor, tellTurn } from './follow-tutor.ts';

const running = { tutorId: 'a', fromOn: '2026-06-01', untilOn: null };

describe('a change of tutor keeps who was tutor from when to when (DOMAIN Q5)', () => {
  it('nothing changes while the same one is named', () => {
    expect(followTutor(running, 'a', '2026-11-23')).toEqual({ kind: 'none' });
    expect(followTutor(null, null, '2026-11-23')).toEqual({ kind: 'none' });
  });

  it('the turn that runs ends, and the next one begins when somebody is named', () => {
    expect(followTutor(running, 'b', '2026-11-23')).toEqual({ kind: 'followed', nextTutorId: 'b' });
    expect(followTutor(running, null, '2026-11-23')).toEqual({
      kind: 'followed',
      nextTutorId: null,
    });
    expect(followTutor(null, 'b', '2026-11-23')).toEqual({ kind: 'followed', nextTutorId: 'b' });
  });

  it('a slip put right on its own day leaves no turn behind', () => {
    const slip = { ...running, fromOn: '2026-11-23' };
    expect(followTutor(slip, 'b', '2026-11-23')).toEqual({ kind: 'corrected', tutorId: 'b' });
  });

  it('is told in days', () => {
    expect(tellTurn(running)).toBe('depuis le 1er juin 2026');
    expect(tellTurn({ ...running, untilOn: '2026-11-03' })).toBe(
      'du 1er juin 2026 au 3 novembre 2026',
    );
  });
});
