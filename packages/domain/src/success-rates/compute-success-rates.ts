import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';

/** A learner before the juries: decisions of closed sessions in the order of time. */
export interface JudgedLearner {
  readonly decisions: readonly {
    readonly blockCode: string;
    readonly decision: BlockDecision;
    readonly decidedOn: PlainDate;
  }[];
  /** Day of the decision that a standing certificate rests on; `null` without one. */
  readonly certifiedOn: PlainDate | null;
}

/** How many of how many; `rate` from 0 to 1, `null` when nobody was judged. */
export interface Proportion {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
}

export interface SuccessRates extends Proportion {
  readonly blocks: readonly (Proportion & { readonly code: string; readonly name: string })[];
}

/** Where results have to be published: two indicators of Qualiopi. */
export const successRateSource = 'Qualiopi, indicateurs 2 et 3 (W38)';

/**
 * Success of the learners whom a jury has judged, in all and block by block (Qualiopi 2, 3). Judged
 * is acquired or not acquired: somebody adjourned was absent, and counts in nothing. In a `year`
 * only its decisions count, and a block by the last of them: who is refused one year and certified
 * the next is one failure, then one success.
 */
export function computeSuccessRates(
  learners: readonly JudgedLearner[],
  blocks: readonly { readonly code: string; readonly name: string }[],
  year: number | null = null,
): SuccessRates {
  const isWithin = (day: PlainDate) => year === null || day.startsWith(`${year}-`);
  const judged = learners.flatMap(({ decisions, certifiedOn }) => {
    const own = decisions
      .filter(hasEffect)
      .filter(({ decision, decidedOn }) => decision !== 'adjourned' && isWithin(decidedOn));
    return own.length === 0 ? [] : [{ own, certifiedOn }];
  });
  const certified = judged.filter(
    ({ certifiedOn }) => certifiedOn !== null && isWithin(certifiedOn),
  );
  return {
    ...proportionOf(certified.length, judged.length),
    blocks: blocks.map(({ code, name }) => {
      const last = judged.flatMap(
        ({ own }) => own.findLast(({ blockCode }) => blockCode === code) ?? [],
      );
      const acquired = last.filter(({ decision }) => decision === 'acquired');
      return { code, name, ...proportionOf(acquired.length, last.length) };
    }),
  };
}

/** A decision on a block that some jury had acquired already has none (S1:L176). */
const hasEffect = (
  { blockCode }: JudgedLearner['decisions'][number],
  index: number,
  decisions: JudgedLearner['decisions'],
): boolean =>
  !decisions
    .slice(0, index)
    .some((before) => before.blockCode === blockCode && before.decision === 'acquired');

const proportionOf = (numerator: number, denominator: number): Proportion => ({
  numerator,
  denominator,
  rate: denominator === 0 ? null : numerator / denominator,
});

/** The years in which a jury judged somebody, the latest first. */
export const listJudgedYears = (learners: readonly JudgedLearner[]): readonly number[] =>
  [
    ...new Set(
      learners.flatMap(({ decisions }) =>
        decisions
          .filter(({ decision }) => decision !== 'adjourned')
          .map(({ decidedOn }) => Number(decidedOn.slice(0, 4))),
      ),
    ),
  ].toSorted((one, other) => other - one);

/** How the rates are computed, and when, as it is published beside them. */
export const tellSuccessMethod = (today: PlainDate): string =>
  `Certifiés ÷ présentés. Est présenté qui un jury clos a jugé sur un bloc au moins (acquis ou non acquis) ; un ajourné, absent, ne compte pas. Est certifié qui a son certificat. Par année : les décisions de cette année-là. Calculé le ${formatDay(today)}.`;
