import type { Answer } from '@jalon/contract';
import { planCostLabels } from '@jalon/domain';

type Weight = keyof Answer<'GET /plans'>['weights'];

const keys: readonly Weight[] = [
  'extraTrainer',
  'sixthDayInARow',
  'longPause',
  'avoidedHalfDay',
  'roomChange',
  'unevenWeek',
  'hourBelowMinimum',
];

/** The soft rules that a coordinator weighs, each with its name. */
export const weightLabels = keys.map((key) => ({ key, label: planCostLabels[key] }));
