import { countNoun } from '@jalon/domain';

/** A lead's code in words: « -6m » is « 6 mois avant », « +3d » is « 3 jours après ». */
export function describeLead(lead: string): string {
  const match = /^([+-]?)(\d+)([md])$/.exec(lead);
  if (!match) return 'Chaque jour, pour';
  const [, sign, count = '0', unit] = match;
  if (Number(count) === 0) return 'Le jour même,';
  const length = unit === 'm' ? `${count} mois` : countNoun(Number(count), 'jour');
  return `${length} ${sign === '-' ? 'avant' : 'après'}`;
}
