import {
  type LearnerImportState,
  type LearnerImportStep,
  learnerImportSteps,
} from '../vocabulary.ts';

const stepWords: Readonly<Record<LearnerImportStep, string>> = {
  comparing: 'comparaison avec le centre',
  writing: 'écriture des personnes et des inscriptions',
  planning: 'parcours de chacun',
  opening: 'ouverture des accès',
};

/** How far an import is: steps done of all of them, and a French sentence. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly sentence: string;
}

/** Says what is being done of an import that is not over; `step` is `null` before the first one. */
export function tellImportProgress(
  state: LearnerImportState,
  step: LearnerImportStep | null,
): ImportProgress {
  const total = learnerImportSteps.length;
  if (state === 'queued') return { done: 0, total, sentence: 'En attente de son tour.' };
  const index = learnerImportSteps.indexOf(step ?? 'comparing');
  const sentence = `Étape ${index + 1} sur ${total} : ${stepWords[step ?? 'comparing']}.`;
  return { done: index, total, sentence };
}
