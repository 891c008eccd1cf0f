import { describe, expect, it } from '@jest/globals';
import { cqpAm2022Afbb } from './data/cqp-am-2022-afbb.ts';
import { cqpAm2024Short } from './data/cqp-am-2024-266.ts';
import { cqpAm40913LeMans } from './data/cqp-am-40913-lemans.ts';
import { fae112 } from './data/fae-112.ts';
import type { Framework } from './framework.ts';
import { frameworkLibrary } from './library.ts';
import { sumHours } from './sum-hours.ts';

const hoursOfBlocks = (framework: Framework) =>
  sumHours(framework).blocks.map((block) => block.modulesMinutes / 60);
const thresholds = (framework: Framework) =>
  framework.blocks.map((block) => `${block.requiredAssessments}/${block.assessments.length}`);

describe('DOMAIN 3.1: the hours of each version', () => {
  it('afbb 2022: 15 modules, all multiples of 7 h, 105 + 112 + 77 + 77 = 371 h', () => {
    const modules = cqpAm2022Afbb.blocks.flatMap((block) => block.modules);
    expect(modules).toHaveLength(15);
    expect(modules.every((module) => module.minutes % 420 === 0)).toBe(true);
    expect(hoursOfBlocks(cqpAm2022Afbb)).toEqual([105, 112, 77, 77]);
    expect(sumHours(cqpAm2022Afbb).modulesMinutes).toBe(371 * 60);
  });

  it('H1: afbb states 384 h, 13 h more than its modules', () => {
    expect(sumHours(cqpAm2022Afbb)).toMatchObject({
      statedMinutes: 384 * 60,
      unexplainedMinutes: 13 * 60,
      evaluationMinutes: 13 * 60,
    });
  });

  it('H2: the 2024 version trains for 77 + 98 + 35 + 56 = 266 h, 279 h with the evaluation', () => {
    expect(hoursOfBlocks(cqpAm2024Short)).toEqual([77, 98, 35, 56]);
    expect(sumHours(cqpAm2024Short).totalMinutes).toBe(279 * 60);
  });

  it('H3: Le Mans makes the same 279 h of 84 + 75 + 35 + 70 + 15', () => {
    expect(hoursOfBlocks(cqpAm40913LeMans)).toEqual([84, 75, 35, 70]);
    expect(sumHours(cqpAm40913LeMans)).toMatchObject({
      evaluationMinutes: 15 * 60,
      totalMinutes: 279 * 60,
      statedMinutes: 279 * 60,
    });
  });

  it('H7: the FAE is 112 h, the modules of the old block 2', () => {
    expect(hoursOfBlocks(fae112)).toEqual([112]);
    expect(fae112.blocks[0]?.modules.map((module) => module.name)).toEqual(
      cqpAm2022Afbb.blocks[1]?.modules.map((module) => module.name),
    );
  });

  it('H4: 384 or 266 h, the content is the same: competences and épreuves one by one (S4:L38)', () => {
    const contentOf = (framework: Framework) =>
      framework.blocks.map(({ code, name, competences, assessments }) => ({
        code,
        name,
        competences,
        assessments,
      }));
    expect(contentOf(cqpAm2024Short)).toEqual(contentOf(cqpAm2022Afbb));
  });

  it('H4: the hours belong to the version: changing those of one changes no other', () => {
    const shortened = cqpAm2024Short.blocks.map(({ code }) => code);
    expect(shortened).toEqual(cqpAm2022Afbb.blocks.map(({ code }) => code));
    expect(hoursOfBlocks(cqpAm2024Short)).not.toEqual(hoursOfBlocks(cqpAm2022Afbb));
    expect(cqpAm2024Short.certification).toEqual(cqpAm2022Afbb.certification);
  });

  it.each(frameworkLibrary.map((framework) => [framework.code, framework] as const))(
    '%s: the stated parts are the sums of its blocks',
    (_code, framework) => {
      const sums = sumHours(framework);
      expect(sums.modulesMinutes).toBe(framework.hours.trainingMinutes);
      expect(sums.blocksStatedMinutes).toBe(framework.hours.trainingMinutes);
      expect(sums.evaluationMinutes).toBe(framework.hours.evaluationMinutes);
    },
  );
});

describe('DOMAIN 4.2: thresholds, S1:L132–155', () => {
  it.each([cqpAm2022Afbb, cqpAm2024Short, cqpAm40913LeMans])(
    '$code asks for 3/4, 3/4, 3/4 and 4/6',
    (framework) => {
      expect(thresholds(framework)).toEqual(['3/4', '3/4', '3/4', '4/6']);
    },
  );

  it('only the AFGSU épreuve of block 4 is mandatory, and the only one that has a title', () => {
    for (const framework of [cqpAm2022Afbb, cqpAm2024Short, cqpAm40913LeMans]) {
      const assessments = framework.blocks.flatMap((block) => block.assessments);
      const mandatory = assessments.filter((assessment) => assessment.mandatory);
      expect(mandatory.map((assessment) => assessment.credentialCode)).toEqual(['AFGSU1']);
      expect(assessments.filter((assessment) => assessment.title !== '')).toEqual(mandatory);
    }
  });

  it('copied thresholds are marked as such, and block 3 of Le Mans is to be verified', () => {
    const statuses = (framework: Framework) =>
      framework.blocks.map((block) => block.thresholdStatus);
    expect(statuses(cqpAm2022Afbb)).toEqual(['copied', 'copied', 'copied', 'copied']);
    expect(statuses(cqpAm2024Short)).toEqual(['copied', 'copied', 'copied', 'copied']);
    expect(statuses(cqpAm40913LeMans)).toEqual(['stated', 'stated', 'to_verify', 'stated']);
  });
});

describe('DOMAIN 4.3 and 13: what a version holds', () => {
  it('Le Mans: 4, 3, 2 and 5 activities are appraised', () => {
    expect(cqpAm40913LeMans.blocks.map((block) => block.competences.length)).toEqual([4, 3, 2, 5]);
  });

  it('afbb: 7, 5, 5 and 6 competences as printed', () => {
    expect(cqpAm2022Afbb.blocks.map((block) => block.competences.length)).toEqual([7, 5, 5, 6]);
  });

  it('every competence is targeted, save Le Mans’ first aid, which the AFGSU proves', () => {
    const untargeted = frameworkLibrary
      .flatMap((framework) => framework.blocks)
      .flatMap((block) => {
        const targeted = block.assessments.flatMap(({ targets }) =>
          targets.map((target) => target.competenceCode),
        );
        return block.competences.filter(({ code }) => !targeted.includes(code));
      });
    expect(untargeted.map(({ name }) => name)).toEqual([
      'Mise en œuvre des gestes de premiers secours',
    ]);
  });

  it('W20, W21: apprenticeship is open in none', () => {
    expect(frameworkLibrary.flatMap(({ routes }) => routes)).not.toContain('apprenticeship');
  });

  it('the FAE ends with an attestation, without certification nor épreuve (S2:L195)', () => {
    expect(fae112).toMatchObject({ outcome: 'attestation', certification: null });
    expect(thresholds(fae112)).toEqual(['0/0']);
  });
});
