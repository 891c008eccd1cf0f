import type { Finding } from '../finding.ts';

/**
 * Tells the faults that were not there before from those that were. A total that was too high and is
 * less so, such as a trainer's week, is none of the change's doing.
 *
 * @param before faults of what stood
 */
export function tellNewFaults(before: readonly Finding[]): (fault: Finding) => boolean {
  const told = new Set(before.map(tell));
  const excesses = new Map(
    before.flatMap(({ excess }) => (excess ? [[excess.of, excess.by]] : [])),
  );
  return (fault) => {
    if (told.has(tell(fault))) return false;
    return !fault.excess || fault.excess.by > (excesses.get(fault.excess.of) ?? 0);
  };
}

const tell = ({ rule, message }: Finding): string => `${rule} ${message}`;
