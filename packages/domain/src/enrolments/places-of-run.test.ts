import { describe, expect, it } from '@jest/globals';
import { cqpAm2022Afbb as framework } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { listProgramme } from '../frameworks/list-programme.ts';
import { placesOfRun } from './places-of-run.ts';

const credentialModule = framework.blocks
  .flatMap((block) => block.modules.map((module) => ({ block, module })))
  .find(({ module }) => module.credentialCode !== null);
if (!credentialModule) throw new Error('A module prepares a credential');
const afgsu = {
  kind: 'training' as const,
  blockCode: credentialModule.block.code,
  moduleCode: credentialModule.module.code,
};

describe('W1: the places of a run', () => {
  it('are those of a group when the cohort splits for AFGSU', () => {
    expect(placesOfRun(framework, { ...afgsu, groupNumber: 2 }, 24)).toBe(12);
    expect(placesOfRun(framework, { ...afgsu, groupNumber: 2 }, 8)).toBe(8);
  });

  it('are the cohort’s when all of it attends, or when no rule limits the group', () => {
    expect(placesOfRun(framework, { ...afgsu, groupNumber: null }, 24)).toBe(24);
    const [first] = listProgramme(framework);
    if (!first) throw new Error('The programme is empty');
    expect(placesOfRun(framework, { ...first, groupNumber: 1 }, 24)).toBe(24);
  });
});
