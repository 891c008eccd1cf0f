import { numberInWords } from '../french-format.ts';

/**
 * The title of the morning: « Bonjour Claire. Trois choses ne peuvent pas attendre. » Late things
 * come first; without any, how many are to be watched; without any, that nothing presses.
 */
export function greet(givenName: string, count: { late: number; atRisk: number }): string {
  return `Bonjour ${givenName}. ${describeMorning(count)}`;
}

function describeMorning({ late, atRisk }: { late: number; atRisk: number }): string {
  if (late > 0) {
    const things = late === 1 ? 'chose ne peut' : 'choses ne peuvent';
    return `${capitalise(numberInWords(late))} ${things} pas attendre.`;
  }
  if (atRisk > 0) {
    const points = atRisk === 1 ? 'chose est' : 'choses sont';
    return `Rien n’est en retard, ${numberInWords(atRisk)} ${points} à surveiller.`;
  }
  return 'Rien ne presse aujourd’hui.';
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
