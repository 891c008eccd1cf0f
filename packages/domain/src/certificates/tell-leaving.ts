import { capitalise, formatDay, joinWords, numberInWords } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** Someone who left a course: the day, when it is known, and the blocks that they hold. */
export interface Leaving {
  readonly leftOn: PlainDate | null;
  /** Codes of the blocks that a jury acquired and that are kept (S1:L176), in the framework's order. */
  readonly held: readonly string[];
  /** First day on which one of them no longer counts; `null` when they are kept for ever (DOMAIN 4.4). */
  readonly keptUntil: PlainDate | null;
}

/** For the office: « Abandon le 1er avril 2027, garde B1 et B2 ». */
export function tellLeaving({ leftOn, held }: Omit<Leaving, 'keptUntil'>): string {
  const left = leftOn === null ? 'Abandon' : `Abandon le ${formatDay(leftOn)}`;
  return held.length === 0 ? `${left}, aucun bloc acquis` : `${left}, garde ${joinWords(held)}`;
}

/**
 * For whoever left: what they hold, and what it is good for. A block acquired is not seen again by a
 * jury when the course is taken up anew, for as long as it is kept (S1:L176).
 */
export function tellOwnLeaving({ leftOn, held, keptUntil }: Leaving): {
  readonly headline: string;
  readonly afterwards: string;
} {
  const headline =
    leftOn === null
      ? 'Vous avez quitté cette formation'
      : `Vous avez quitté cette formation le ${formatDay(leftOn)}`;
  if (held.length === 0)
    return { headline, afterwards: 'Pour la reprendre, écrivez à votre centre de formation.' };
  const one = held.length === 1;
  const blocks = one
    ? 'Un bloc vous reste acquis'
    : `${capitalise(numberInWords(held.length))} blocs vous restent acquis`;
  const inTime = keptUntil === null ? '' : ` avant le ${formatDay(keptUntil)}`;
  return {
    headline,
    afterwards: `${blocks} : si vous reprenez cette formation${inTime}, vous n’aurez pas à ${one ? 'le' : 'les'} repasser. Votre centre vous remet ${one ? 'son attestation' : 'l’attestation de chacun'}.`,
  };
}
