import type { Draft, DraftBlock } from '../version.ts';

/**
 * Codes by position: `B1`, `B1-M2`, `B1-C3`, `B1-E1`, `B1-E1-K2`. What épreuves target follows the
 * competences to their new codes. Nobody leans on a draft, so its codes are free to move.
 */
export const numberCodes = (draft: Draft): Draft => ({
  ...draft,
  blocks: draft.blocks.map((block, index) => numberBlock(block, `B${index + 1}`)),
});

function numberBlock(block: DraftBlock, code: string): DraftBlock {
  const renamed = new Map(
    block.competences.map((competence, index) => [competence.code, `${code}-C${index + 1}`]),
  );
  return {
    ...block,
    code,
    modules: block.modules.map((module, index) => ({ ...module, code: `${code}-M${index + 1}` })),
    competences: block.competences.map((competence, index) => ({
      ...competence,
      code: `${code}-C${index + 1}`,
    })),
    assessments: block.assessments.map((assessment, index) =>
      numberAssessment(assessment, `${code}-E${index + 1}`, renamed),
    ),
  };
}

function numberAssessment(
  assessment: DraftBlock['assessments'][number],
  code: string,
  renamed: ReadonlyMap<string, string>,
): DraftBlock['assessments'][number] {
  let rank = 0;
  return {
    ...assessment,
    code,
    targets: assessment.targets.map(({ competenceCode, criteria }) => ({
      competenceCode: renamed.get(competenceCode) ?? competenceCode,
      criteria: criteria.map((criterion) => {
        rank += 1;
        return { ...criterion, code: `${code}-K${rank}` };
      }),
    })),
  };
}

/** Whether every code is the one its position gives: then codes may follow moves and removals. */
export const hasNumberedCodes = (draft: Draft): boolean =>
  JSON.stringify(numberCodes(draft)) === JSON.stringify(draft);

/**
 * Gives a code to whatever has none, the first free after its position, and leaves the others:
 * for a version whose codes someone chose.
 */
export function fillCodes(draft: Draft): Draft {
  const taken = new Set(draft.blocks.map(({ code }) => code));
  return {
    ...draft,
    blocks: draft.blocks.map((block) => {
      const code = block.code || nextFree('B', taken);
      return {
        ...block,
        code,
        modules: fillList(block.modules, `${code}-M`),
        competences: fillList(block.competences, `${code}-C`),
        assessments: fillList(block.assessments, `${code}-E`).map((assessment) => {
          const used = new Set(
            assessment.targets.flatMap(({ criteria }) => criteria.map((c) => c.code)),
          );
          return {
            ...assessment,
            targets: assessment.targets.map((target) => ({
              ...target,
              criteria: target.criteria.map((criterion) => ({
                ...criterion,
                code: criterion.code || nextFree(`${assessment.code}-K`, used),
              })),
            })),
          };
        }),
      };
    }),
  };
}

function fillList<Item extends { code: string }>(items: readonly Item[], prefix: string): Item[] {
  const taken = new Set(items.map(({ code }) => code));
  return items.map((item) => ({ ...item, code: item.code || nextFree(prefix, taken) }));
}

/** The first of `prefix1`, `prefix2`… that is not taken; it is taken from now on. */
export function nextFree(prefix: string, taken: Set<string>): string {
  let rank = 1;
  while (taken.has(`${prefix}${rank}`)) rank += 1;
  taken.add(`${prefix}${rank}`);
  return `${prefix}${rank}`;
}

/** A credential under another code, with the modules and épreuves that lean on it. */
export function renameCredential(draft: Draft, from: string, to: string): Draft {
  const follow = <Item extends { credentialCode: string | null }>(item: Item): Item =>
    item.credentialCode === from ? { ...item, credentialCode: to } : item;
  return {
    ...draft,
    credentials: draft.credentials.map((credential) =>
      credential.code === from ? { ...credential, code: to } : credential,
    ),
    blocks: draft.blocks.map((block) => ({
      ...block,
      modules: block.modules.map(follow),
      assessments: block.assessments.map(follow),
    })),
  };
}

/** A competence under another code, with the épreuves of its block that target it. */
export const renameCompetence = (block: DraftBlock, from: string, to: string): DraftBlock => ({
  ...block,
  competences: block.competences.map((competence) =>
    competence.code === from ? { ...competence, code: to } : competence,
  ),
  assessments: block.assessments.map((assessment) => ({
    ...assessment,
    targets: assessment.targets.map((target) =>
      target.competenceCode === from ? { ...target, competenceCode: to } : target,
    ),
  })),
});
