import { normaliseName } from '../people/normalise-name.ts';

/** Whether two names are for the same thing: case, accents and spaces do not count. */
const isSameEquipment = (a: string, b: string): boolean => normaliseName(a) === normaliseName(b);

/** What is asked and not there, as it was asked. */
export const findMissingEquipment = (
  asked: readonly string[],
  present: readonly string[],
): readonly string[] =>
  asked.filter((item) => !present.some((other) => isSameEquipment(item, other)));

/** « fauteuil,  écran, Fauteuil » as somebody types it is two things, each said once. */
export const listEquipment = (typed: string): string[] =>
  typed
    .split(',')
    .map((word) => word.trim())
    .filter((word, index, words) => {
      const first = words.findIndex((other) => isSameEquipment(other, word));
      return word !== '' && first === index;
    });
