import type { SlotKind } from '../vocabulary.ts';
import type { Framework } from './framework.ts';

/** Where hours belong: a module, or (with `moduleCode` null) the evaluation of a block. */
export interface ProgrammeKey {
  readonly kind: SlotKind;
  readonly blockCode: string;
  /** `null` for an evaluation. */
  readonly moduleCode: string | null;
}

/** One thing to teach or to assess, with the minutes that it is due. */
export interface ProgrammeItem extends ProgrammeKey {
  /** The module's name, or « Évaluation du bloc B1 ». */
  readonly name: string;
  readonly minutes: number;
}

/**
 * A version's programme in teaching order: each block's modules, then its evaluation when it has
 * one (S1:L178, evaluations take place at the end of each block).
 */
export const listProgramme = (framework: Framework): readonly ProgrammeItem[] =>
  framework.blocks.flatMap((block) => [
    ...block.modules.map((module) => ({
      kind: 'training' as const,
      blockCode: block.code,
      moduleCode: module.code,
      name: module.name,
      minutes: module.minutes,
    })),
    ...(block.evaluationMinutes > 0
      ? [
          {
            kind: 'evaluation' as const,
            blockCode: block.code,
            moduleCode: null,
            name: `Évaluation du bloc ${block.code}`,
            minutes: block.evaluationMinutes,
          },
        ]
      : []),
  ]);

/** Whether two hours belong to the same module or evaluation. */
export const isSameItem = (a: ProgrammeKey, b: ProgrammeKey): boolean =>
  a.kind === b.kind && a.blockCode === b.blockCode && a.moduleCode === b.moduleCode;
