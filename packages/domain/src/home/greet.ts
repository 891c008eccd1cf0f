import { capitalise, numberInWords } from '../french-format.ts';

/**
 * The title of the morning: « Bonjour Claire. Trois choses ne peuvent pas attendre. » Late things
 * come first; without any, how many are to do today; then how many are to be watched; without any,
 * that nothing presses.
 */
export function greet(givenName: string, count: MorningCount): string {
  return `Bonjour ${givenName}. ${describeMorning(count)}`;
}

interface MorningCount {
  readonly late: number;
  readonly today: number;
  readonly atRisk: number;
}

function describeMorning({ late, today, atRisk }: MorningCount): string {
  if (late > 0) {
    const things = late === 1 ? 'chose ne peut' : 'choses ne peuvent';
    return `${capitalise(numberInWords(late))} ${things} pas attendre.`;
  }
  if (today > 0) {
    const things = today === 1 ? 'chose est' : 'choses sont';
    return `Rien n’est en retard, ${numberInWords(today)} ${things} à faire aujourd’hui.`;
  }
  if (atRisk > 0) {
    const points = atRisk === 1 ? 'chose est' : 'choses sont';
    return `Rien n’est en retard, ${numberInWords(atRisk)} ${points} à surveiller.`;
  }
  return 'Rien ne presse aujourd’hui.';
}
