import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasError } from '../finding.ts';
import { checkFramework } from './check-framework.ts';
import { cqpAm2022Afbb } from './data/cqp-am-2022-afbb.ts';
import { cqpAm2024Short } from './data/cqp-am-2024-266.ts';
import { cqpAm40913LeMans } from './data/cqp-am-40913-lemans.ts';
import type { CompetenceBlock, Framework } from './framework.ts';
import { frameworkLibrary } from './library.ts';
import { sumHours } from './sum-hours.ts';

const withBlock = (
  index: number,
  change: (block: CompetenceBlock) => Partial<CompetenceBlock>,
) => ({
  ...cqpAm40913LeMans,
  blocks: cqpAm40913LeMans.blocks.map((block, at) =>
    at === index ? { ...block, ...change(block) } : block,
  ),
});
const errorsOf = (framework: Framework) =>
  checkFramework(framework).filter((finding) => finding.severity === 'error');
const messagesOf = (framework: Framework, rule: string) =>
  checkFramework(framework)
    .filter((finding) => finding.rule === rule)
    .map((finding) => finding.message);

describe('a version that nobody could use is not published', () => {
  it.each([
    ['framework.blocks-kept', { blockRetentionMonths: 0 }],
    ['framework.attempt-possible', { resit: { scope: 'whole_block' as const, maxAttempts: 0 } }],
    ['framework.has-route', { routes: [] }],
  ])('%s', (rule, change) => {
    const findings = checkFramework({ ...cqpAm40913LeMans, ...change });
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ rule }]);
  });
});

describe('DOMAIN 13: the four versions can be published', () => {
  it.each(frameworkLibrary.map((framework) => [framework.code, framework] as const))(
    '%s has no error',
    (_code, framework) => {
      expect(errorsOf(framework)).toEqual([]);
    },
  );
});

describe('DOMAIN 3.2: sums that disagree are said with both figures', () => {
  it('H1: 384 h stated, 371 h of modules, 13 h inferred', () => {
    expect(messagesOf(cqpAm2022Afbb, 'framework.evaluation-stated')).toEqual([
      'La source annonce 384 h, ses modules font 371 h : les 13 h d’évaluation sont déduites, aucune source ne les donne.',
    ]);
  });

  it('H2: 266 h stated, 279 h with the evaluation', () => {
    expect(messagesOf(cqpAm2024Short, 'framework.total-matches')).toEqual([
      'La source annonce 266 h ; les modules et l’évaluation font 266 h + 13 h = 279 h.',
    ]);
  });

  it('H3: Le Mans adds up and is not flagged', () => {
    expect(messagesOf(cqpAm40913LeMans, 'framework.total-matches')).toEqual([]);
  });

  it('totals that are not the sums of the blocks say both', () => {
    const { hours } = cqpAm40913LeMans;
    const wrong = {
      ...cqpAm40913LeMans,
      hours: {
        ...hours,
        trainingMinutes: hours.trainingMinutes + 60,
        evaluationMinutes: hours.evaluationMinutes - 60,
      },
    };
    expect(messagesOf(wrong, 'framework.training-matches')).toEqual([
      'Le total de formation indiqué est 265 h, les modules font 264 h.',
    ]);
    expect(messagesOf(wrong, 'framework.evaluation-matches')).toEqual([
      'Le total d’évaluation indiqué est 14 h, les blocs font 15 h.',
    ]);
  });

  it('a block whose modules do not add up says both', () => {
    expect(
      messagesOf(
        withBlock(0, () => ({ statedMinutes: 85 * 60 })),
        'framework.block-sum-matches',
      ),
    ).toEqual(['Bloc B1 : les modules font 84 h, la source imprime 85 h.']);
  });
});

describe('DOMAIN 4.2, Q1: what is to be completed or verified', () => {
  it('17 épreuves of Le Mans have no title', () => {
    expect(messagesOf(cqpAm40913LeMans, 'framework.assessment-has-title')).toHaveLength(17);
  });

  it('épreuves without criteria are said block by block', () => {
    expect(messagesOf(cqpAm40913LeMans, 'framework.criteria-listed')).toContain(
      'Bloc B1 : les critères de 4 épreuves sont à compléter.',
    );
  });

  it('the threshold of block 3 is to be verified', () => {
    expect(messagesOf(cqpAm40913LeMans, 'framework.threshold-verified')).toEqual([
      'Bloc B3 : le seuil de 3 épreuves sur 4 est à vérifier sur la fiche RNCP.',
    ]);
  });

  it('the four thresholds of afbb are copied', () => {
    expect(messagesOf(cqpAm2022Afbb, 'framework.threshold-verified')).toHaveLength(4);
  });
});

describe('DOMAIN 3.3: registration', () => {
  const registration = (framework: Framework, on: string) =>
    checkFramework(framework, on).find(
      (finding) => finding.rule === 'framework.registration-running',
    );

  it('RNCP 36358 still runs on 24/04/2025 and has ended on 25/04/2025', () => {
    expect(registration(cqpAm2022Afbb, '2025-04-24')).toBeUndefined();
    expect(registration(cqpAm2022Afbb, '2025-04-25')?.path).toBe('/certification/registeredTo');
  });

  it('RNCP 40913 has not begun on 24/06/2025 and runs on 25/06/2025', () => {
    expect(registration(cqpAm40913LeMans, '2025-06-24')?.path).toBe(
      '/certification/registeredFrom',
    );
    expect(registration(cqpAm40913LeMans, '2025-06-25')).toBeUndefined();
  });
});

describe('what stops a publication', () => {
  it.each<[string, Framework, string, string]>([
    ['no block', { ...cqpAm40913LeMans, blocks: [] }, '/blocks', 'framework.has-block'],
    [
      'no certification',
      { ...cqpAm40913LeMans, certification: null },
      '/certification',
      'framework.certificate-has-certification',
    ],
    [
      'a code used twice',
      withBlock(1, () => ({ code: 'B1' })),
      '/blocks/1/code',
      'framework.code-unique',
    ],
    [
      'more épreuves required than there are',
      withBlock(0, () => ({ requiredAssessments: 5 })),
      '/blocks/0/requiredAssessments',
      'framework.threshold-reachable',
    ],
    [
      'more mandatory épreuves than required',
      withBlock(3, () => ({ requiredAssessments: 0 })),
      '/blocks/3/requiredAssessments',
      'framework.mandatory-within-threshold',
    ],
    [
      'a module of zero minutes',
      withBlock(2, ({ modules }) => ({
        modules: modules.map((module) => ({ ...module, minutes: 0 })),
      })),
      '/blocks/2/modules/0/minutes',
      'framework.module-duration-positive',
    ],
    [
      'a negative evaluation',
      withBlock(2, () => ({ evaluationMinutes: -30 })),
      '/blocks/2/evaluationMinutes',
      'framework.evaluation-duration-not-negative',
    ],
    [
      'an épreuve that targets a competence of nowhere',
      withBlock(0, ({ competences }) => ({ competences: competences.slice(1) })),
      '/blocks/0/assessments/0/targets/0/competenceCode',
      'framework.target-known',
    ],
    [
      'a block without module',
      withBlock(0, () => ({ modules: [] })),
      '/blocks/0/modules',
      'framework.block-has-module',
    ],
    [
      'an unknown credential',
      { ...cqpAm40913LeMans, credentials: [] },
      '/blocks/3/modules/0/credentialCode',
      'framework.credential-known',
    ],
    [
      'an end of registration before its start',
      {
        ...cqpAm40913LeMans,
        certification: cqpAm40913LeMans.certification && {
          ...cqpAm40913LeMans.certification,
          registeredTo: '2020-01-01',
        },
      },
      '/certification/registeredTo',
      'framework.registration-in-order',
    ],
    [
      'durations in the wrong order',
      { ...cqpAm40913LeMans, durationMonths: { min: 12, max: 6 } },
      '/durationMonths/max',
      'framework.duration-in-order',
    ],
    [
      'no accepted level',
      { ...cqpAm40913LeMans, acceptedLevels: [] },
      '/acceptedLevels',
      'framework.has-accepted-level',
    ],
    [
      'a credential that is never valid',
      {
        ...cqpAm40913LeMans,
        credentials: cqpAm40913LeMans.credentials.map((one) => ({ ...one, validityYears: 0 })),
      },
      '/credentials/0/validityYears',
      'framework.credential-validity-positive',
    ],
    [
      'a credential that outlives its holder',
      {
        ...cqpAm40913LeMans,
        credentials: cqpAm40913LeMans.credentials.map((one) => ({ ...one, validityYears: 101 })),
      },
      '/credentials/0/validityYears',
      'framework.credential-validity-bounded',
    ],
    [
      'an épreuve without target',
      withBlock(0, ({ assessments }) => ({
        assessments: assessments.map((one) => ({ ...one, targets: [] })),
      })),
      '/blocks/0/assessments/0/targets',
      'framework.assessment-has-target',
    ],
  ])('%s', (_name, framework, path, rule) => {
    expect(errorsOf(framework)).toContainEqual(expect.objectContaining({ path, rule }));
  });

  it('another CQP of three or six blocks with other thresholds passes', () => {
    const blocks = fc.integer({ min: 1, max: 6 }).chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc
            .record({
              total: fc.integer({ min: 1, max: 9 }),
              share: fc.double({ min: 0, max: 1, noNaN: true }),
            })
            .map(
              ({ total, share }): CompetenceBlock => ({
                code: `X${index}`,
                name: `Bloc ${index}`,
                shortName: `Bloc ${index}`,
                statedMinutes: 420,
                evaluationMinutes: 0,
                modules: [
                  { code: `X${index}-M`, name: 'Module', minutes: 420, credentialCode: null },
                ],
                competences: [{ code: `X${index}-C`, name: 'Compétence' }],
                assessments: Array.from({ length: total }, (_none, rank) => ({
                  code: `X${index}-E${rank}`,
                  title: 'Épreuve',
                  mandatory: false,
                  credentialCode: null,
                  targets: [{ competenceCode: `X${index}-C`, criteria: [] }],
                })),
                requiredAssessments: Math.round(total * share),
                thresholdStatus: 'stated',
                source: 'fiche',
              }),
            ),
        ),
      ),
    );
    fc.assert(
      fc.property(blocks, (entered) => {
        const framework = { ...cqpAm40913LeMans, blocks: entered };
        expect(hasError(checkFramework(framework))).toBe(false);
        expect(sumHours(framework).modulesMinutes).toBe(420 * entered.length);
      }),
    );
  });
});
