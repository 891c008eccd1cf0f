import { describe, expect, it } from '@jest/globals';
import { blockOf } from '../test-records.ts';
import { nameAssessment } from './name-assessment.ts';

describe('the name of an épreuve (Q1)', () => {
  it('is its title, else its place in the block', () => {
    const block = blockOf('B4');
    expect(block.assessments.map((one) => nameAssessment(block, one))).toEqual([
      'Épreuve 1',
      'Épreuve 2',
      'Épreuve 3',
      'Épreuve 4',
      'Épreuve 5',
      'Soins d’urgence : obtention de l’AFGSU niveau 1',
    ]);
  });
});
