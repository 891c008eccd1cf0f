import { cqpAm40913LeMans, fae112 } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../version.ts';
import { fillCodes, hasNumberedCodes, numberCodes, renameCredential } from './codes.ts';
import { blankModule } from './draft-content.ts';
import { moveItem, removeItem } from './list-moves.ts';

const leMans = structuredClone(cqpAm40913LeMans) as unknown as Draft;
const fae = structuredClone(fae112) as unknown as Draft;

describe('codes follow positions', () => {
  it('the library’s CQP is numbered that way already', () => {
    expect(hasNumberedCodes(leMans)).toBe(true);
    expect(numberCodes(leMans)).toEqual(leMans);
  });

  it('a block that moves up takes its place’s code, with everything in it', () => {
    const moved = numberCodes({ ...leMans, blocks: moveItem(leMans.blocks, 3, -1) });
    const third = moved.blocks[2];
    expect(third?.name).toBe('Assistance opérationnelle au praticien');
    expect(third?.code).toBe('B3');
    expect(third?.modules.map(({ code }) => code)).toEqual(['B3-M1', 'B3-M2']);
  });

  it('épreuves keep targeting the same competences after one before them is removed', () => {
    const [first, ...others] = leMans.blocks;
    if (!first) throw new Error('no block');
    const nameTargeted = (draft: Draft) => {
      const block = draft.blocks[0];
      const code = block?.assessments.at(-1)?.targets[0]?.competenceCode;
      return block?.competences.find((competence) => competence.code === code)?.name;
    };
    const shorter = {
      ...leMans,
      blocks: [{ ...first, competences: removeItem(first.competences, 0) }, ...others],
    };
    expect(nameTargeted(numberCodes(shorter))).toBe(nameTargeted(leMans));
  });

  it('criteria are numbered through the whole épreuve, so that no code comes twice', () => {
    const draft = structuredClone(leMans);
    const assessment = draft.blocks[0]?.assessments[0];
    if (!assessment) throw new Error('no épreuve');
    const criterion = { code: '', text: 'Vérifie l’identité' };
    assessment.targets = ['B1-C1', 'B1-C2'].map((competenceCode) => ({
      competenceCode,
      criteria: [{ ...criterion }],
    }));
    const codes = numberCodes(draft).blocks[0]?.assessments[0]?.targets.flatMap(({ criteria }) =>
      criteria.map(({ code }) => code),
    );
    expect(codes).toEqual(['B1-E1-K1', 'B1-E1-K2']);
  });
});

describe('codes that someone chose', () => {
  it('are seen as such', () => expect(hasNumberedCodes(fae)).toBe(false));

  it('stay, and only what is new gets the first free one', () => {
    const [block] = fae.blocks;
    if (!block) throw new Error('no block');
    const filled = fillCodes({
      ...fae,
      blocks: [{ ...block, modules: [...removeItem(block.modules, 0), blankModule()] }],
    });
    expect(filled.blocks[0]?.code).toBe('FAE');
    expect(filled.blocks[0]?.modules.at(-1)?.code).toBe('FAE-M1');
  });

  it('a credential renamed takes its modules and épreuves along', () => {
    const renamed = renameCredential(leMans, 'AFGSU1', 'GSU');
    expect(renamed.blocks[3]?.modules[0]?.credentialCode).toBe('GSU');
    expect(renamed.blocks[3]?.assessments.at(-1)?.credentialCode).toBe('GSU');
  });
});
