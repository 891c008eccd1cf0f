import { describe, expect, it } from '@jest/globals';
import { describeAbsenceClash } from './describe-absence.ts';

describe('half-days on the calendar during a trainer’s absence', () => {
  it('are counted, with what to do', () => {
    expect(describeAbsenceClash(1)).toBe(
      '1 créneau est au calendrier pendant cette absence : donnez-lui un autre formateur ou un autre jour.',
    );
    expect(describeAbsenceClash(3)).toMatch(/^3 créneaux sont .* donnez-leur/);
  });

  it('none asks for nothing', () => expect(describeAbsenceClash(0)).toBeNull());
});
