import { appraisalLevelNames, monthNames, type PlainDate } from '@jalon/domain';
import type { Level } from './draft-saver.ts';

/** « En juin : en cours d’acquisition », with the year when it is not this one. */
export function describePrevious(on: PlainDate, level: Level, first: 'En' | 'en' = 'En'): string {
  const [year, month] = on.split('-');
  const name = monthNames[Number(month) - 1] ?? '';
  const isThisYear = Number(year) === new Date().getFullYear();
  return `${first} ${name}${isThisYear ? '' : ` ${year}`} : ${appraisalLevelNames[level]}`;
}
