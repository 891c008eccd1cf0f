import { cqpAm40913LeMans } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import {
  describeDuration,
  describeEntryCondition,
  describeRegistration,
  describeThreshold,
} from './words.ts';

const { blocks, credentials } = cqpAm40913LeMans;
const threshold = (index: number) => {
  const block = blocks[index];
  if (!block) throw new Error(`no block ${index}`);
  return describeThreshold(block, credentials);
};

describe('a threshold is said in words', () => {
  it('3 of 4 (S1:L132)', () => {
    expect(threshold(0)).toBe('3 épreuves sur 4');
  });
  it('4 of 6 with AFGSU mandatory (S1:L155)', () => {
    expect(threshold(3)).toBe('4 épreuves sur 6, dont obligatoirement AFGSU niveau 1');
  });
  it('a mandatory épreuve without a title is named by its code', () => {
    const [first] = blocks;
    if (!first) throw new Error('no block');
    const assessments = first.assessments.map((assessment, index) => ({
      ...assessment,
      mandatory: index === 1,
    }));
    expect(describeThreshold({ ...first, assessments }, [])).toBe(
      '3 épreuves sur 4, dont obligatoirement l’épreuve B1-E2',
    );
  });
  it('every épreuve asked, and none at all', () => {
    const [first] = blocks;
    if (!first) throw new Error('no block');
    expect(describeThreshold({ ...first, requiredAssessments: 4 }, [])).toBe(
      '4 épreuves sur 4, toutes demandées',
    );
    expect(describeThreshold({ requiredAssessments: 0, assessments: [] }, [])).toBe(
      'Aucune épreuve',
    );
  });
});

describe('entry conditions, registration and duration are said in words', () => {
  it('a level, years of experience, both or neither', () => {
    expect(describeEntryCondition({ minimumLevel: 4, minimumYears: 0 })).toBe(
      'Un diplôme de niveau 4 au moins',
    );
    expect(describeEntryCondition({ minimumLevel: null, minimumYears: 1 })).toBe(
      '1 an d’expérience au moins',
    );
    expect(describeEntryCondition({ minimumLevel: 4, minimumYears: 3 })).toBe(
      'Un diplôme de niveau 4 au moins et 3 ans d’expérience au moins',
    );
    expect(describeEntryCondition({ minimumLevel: null, minimumYears: 0 })).toBe(
      'Sans autre condition',
    );
  });
  it('a registration with both dates, one or none', () => {
    expect(describeRegistration('2025-06-25', '2030-06-25')).toBe(
      'du 25 juin 2025 au 25 juin 2030',
    );
    expect(describeRegistration(null, '2030-06-25')).toBe('jusqu’au 25 juin 2030');
    expect(describeRegistration(null, null)).toBe('dates à compléter');
  });
  it('a fixed or a free duration', () => {
    expect(describeDuration({ min: 12, max: 12 })).toBe('12 mois');
    expect(describeDuration({ min: 6, max: 12 })).toBe('de 6 à 12 mois');
  });
});
