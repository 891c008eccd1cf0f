import { expect, it } from '@jest/globals';
import { learnerImportSteps } from '../vocabulary.ts';
import { tellImportProgress } from './tell-import-progress.ts';

it('an import says what it is doing, each step further than the one before', () => {
  expect(tellImportProgress('queued', null)).toMatchObject({
    done: 0,
    sentence: 'En attente de son tour.',
  });
  const told = learnerImportSteps.map((step) => tellImportProgress('running', step));
  expect(told.map(({ done, total }) => [done, total])).toEqual([
    [0, 4],
    [1, 4],
    [2, 4],
    [3, 4],
  ]);
  expect(told[1]?.sentence).toBe('Étape 2 sur 4 : écriture des personnes et des inscriptions.');
  expect(tellImportProgress('running', null).done).toBe(0);
});
