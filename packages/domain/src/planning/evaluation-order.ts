import type { Finding } from '../finding.ts';
import type { ProgrammeKey } from '../frameworks/list-programme.ts';
import { formatDay } from '../french-format.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';

/** A half-day of a programme, where it stands. */
export interface TimedItem extends ProgrammeKey {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
}

/** A block is assessed once its last module has been taught (S1:L178). */
export const evaluationRule = 'slot.evaluation-after-training';
const source = 'S1:L178';

/** Whether one is the evaluation of the other's block and comes before it, in either order. */
export function isEvaluationTooEarly(one: TimedItem, other: TimedItem): boolean {
  if (one.kind === other.kind || one.blockCode !== other.blockCode) return false;
  return one.kind === 'evaluation' ? comesBefore(one, other) : comesBefore(other, one);
}

const comesBefore = (a: TimedItem, b: TimedItem): boolean =>
  a.date < b.date || (a.date === b.date && a.startsAt < b.startsAt);

/** A half-day of an evaluation that no new calendar moves, and why. */
export type FixedEvaluation = TimedItem & { readonly isLocked: boolean; readonly isPast: boolean };

/**
 * The evaluations that stay where they are although a new calendar places hours of their block
 * after them: nothing is refused, the coordinator is told, with what to do.
 */
export const findEarlyEvaluations = (
  fixed: readonly FixedEvaluation[],
  placed: readonly TimedItem[],
): readonly Finding[] =>
  fixed.flatMap((evaluation) => {
    const last = placed
      .filter((training) => isEvaluationTooEarly(evaluation, training))
      .map(({ date }) => date)
      .toSorted()
      .at(-1);
    return last === undefined ? [] : [tell(evaluation, last)];
  });

function tell({ blockCode, date, isLocked, isPast }: FixedEvaluation, last: PlainDate): Finding {
  const remedy =
    isLocked && !isPast
      ? 'Elle est verrouillée : déverrouillez-la pour qu’elle soit replacée, ou déplacez-la.'
      : 'Elle ne bouge plus : ajoutez une évaluation après ces heures s’il le faut.';
  return {
    rule: evaluationRule,
    severity: 'warning',
    path: '',
    message: `L’évaluation du bloc ${blockCode} du ${formatDay(date)} viendrait avant des heures du bloc, jusqu’au ${formatDay(last)}. ${remedy}`,
    source,
  };
}
