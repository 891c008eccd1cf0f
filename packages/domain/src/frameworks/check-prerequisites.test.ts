import { describe, expect, it } from '@jest/globals';
import { checkPrerequisites } from './check-prerequisites.ts';
import { cqpAm40913LeMans } from './data/cqp-am-40913-lemans.ts';
import { frameworkLibrary } from './library.ts';
import { listProgramme } from './list-programme.ts';
import { orderProgramme } from './order-programme.ts';

const [first, second, third] = cqpAm40913LeMans.blocks.flatMap(({ modules }) => modules);
if (!first || !second || !third) throw new Error('the version has modules');

const withAfter = (after: Readonly<Record<string, readonly string[]>>) => ({
  ...cqpAm40913LeMans,
  blocks: cqpAm40913LeMans.blocks.map((block) => ({
    ...block,
    modules: block.modules.map((module) => ({ ...module, after: after[module.code] })),
  })),
});

describe('prerequisites: a module may come after others of its version', () => {
  it.each(frameworkLibrary.map((framework) => [framework.code, framework] as const))(
    '%s asks for none',
    (_code, framework) => {
      expect(checkPrerequisites(framework)).toEqual([]);
    },
  );

  it('accepts a chain', () => {
    expect(
      checkPrerequisites(withAfter({ [second.code]: [first.code], [third.code]: [second.code] })),
    ).toEqual([]);
  });

  it('refuses modules that wait for each other, each at its field', () => {
    const findings = checkPrerequisites(
      withAfter({ [first.code]: [second.code], [second.code]: [first.code] }),
    );
    expect(findings).toMatchObject([
      { rule: 'framework.prerequisites-in-order', severity: 'error' },
      { rule: 'framework.prerequisites-in-order', severity: 'error' },
    ]);
    expect(findings[0]?.path).toBe('/blocks/0/modules/0/after');
    expect(findings[0]?.message).toBe(
      `« ${first.name} » et « ${second.name} » s’attendent l’un l’autre : aucun ne pourrait commencer. Retirez l’un de ces prérequis.`,
    );
  });

  it('refuses a module that waits for itself, or for one that is not there', () => {
    expect(checkPrerequisites(withAfter({ [first.code]: [first.code] }))[0]?.message).toBe(
      `« ${first.name} » ne peut pas venir après lui-même : retirez ce prérequis.`,
    );
    expect(checkPrerequisites(withAfter({ [first.code]: ['X9'] }))).toMatchObject([
      { rule: 'framework.prerequisite-known' },
    ]);
  });
});

describe('the programme in an order that keeps the prerequisites', () => {
  it('is the version’s own when there are none', () => {
    expect(orderProgramme(cqpAm40913LeMans)).toEqual(listProgramme(cqpAm40913LeMans));
  });

  it('puts a module after what it waits for, and leaves the others where they are', () => {
    const codes = orderProgramme(withAfter({ [first.code]: [second.code] })).map(
      ({ moduleCode }) => moduleCode,
    );
    expect(codes.slice(0, 3)).toEqual([second.code, first.code, null]);
  });
});
