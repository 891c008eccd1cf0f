import { describe, expect, it } from '@jest/globals';
import { accessRoutes } from '../vocabulary.ts';
import { cqpAm40913LeMans as leMans } from './data/cqp-am-40913-lemans.ts';
import { listProgramme } from './list-programme.ts';
import { isTaught, programmeOfRoute } from './programme-of-route.ts';
import { sumHours } from './sum-hours.ts';

describe('a VAE has block decisions, and neither sessions nor attendance (DOMAIN 4.7, W13)', () => {
  it('nothing of the programme is taught, and no hour is due', () => {
    const own = programmeOfRoute(leMans, 'vae');
    expect(listProgramme(own)).toEqual([]);
    expect(sumHours(own).totalMinutes).toBe(0);
  });

  it('its blocks, épreuves, competences and thresholds stay those of the version', () => {
    const judged = ({ blocks }: typeof leMans) =>
      blocks.map(({ code, assessments, competences, requiredAssessments }) => ({
        code,
        assessments,
        competences,
        requiredAssessments,
      }));
    expect(judged(programmeOfRoute(leMans, 'vae'))).toEqual(judged(leMans));
    expect(programmeOfRoute(leMans, 'vae').credentials).toBe(leMans.credentials);
  });

  it('every other route follows the whole programme', () => {
    for (const route of accessRoutes.filter((one) => one !== 'vae')) {
      expect(isTaught(route)).toBe(true);
      expect(programmeOfRoute(leMans, route)).toBe(leMans);
    }
  });
});
