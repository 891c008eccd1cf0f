import type { DraftAssessment } from '../version.ts';

type Targets = DraftAssessment['targets'];
type Criteria = Targets[number]['criteria'];

/** Adds or removes a competence, keeping the order of the block. */
export const toggleTarget = (
  targets: Targets,
  competenceCode: string,
  order: readonly string[],
): Targets =>
  targets.some((target) => target.competenceCode === competenceCode)
    ? targets.filter((target) => target.competenceCode !== competenceCode)
    : [...targets, { competenceCode, criteria: [] }].sort(
        (a, b) => order.indexOf(a.competenceCode) - order.indexOf(b.competenceCode),
      );

/** One criterion a line; a line that only changed its words keeps its code. */
export const readCriteria = (lines: string, before: Criteria): Criteria =>
  lines === ''
    ? []
    : lines.split('\n').map((text, index) => ({ code: before[index]?.code ?? '', text }));
