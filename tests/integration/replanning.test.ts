import { describe, expect, it } from '@jest/globals';
import { app, openCalendars, planCohort, propose } from '../support/calendars.ts';

openCalendars();

describe('a calendar proposed again around what is locked', () => {
  it('S1:L178: tells the evaluation that stays before hours of its block', async () => {
    const { cohort, slots } = await planCohort('Évaluation verrouillée');
    const evaluation = slots.find(({ kind }) => kind === 'evaluation');
    await app.db.system.slot.updateMany({
      where: { id: evaluation?.id ?? '' },
      data: { lockedAt: new Date() },
    });
    expect((await propose(cohort.id)).body.findings).toEqual([]);
    await app.db.system.cohort.updateMany({
      where: { id: cohort.id },
      data: { startsOn: new Date('2027-03-01') },
    });
    const { body } = await propose(cohort.id);
    expect(body.findings).toMatchObject([
      {
        rule: 'slot.evaluation-after-training',
        severity: 'warning',
        message: expect.stringContaining('Elle est verrouillée : déverrouillez-la'),
      },
    ]);
  });
});
