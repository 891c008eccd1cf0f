import type { Output } from '@jalon/contract';
import type { CompetenceBlock, PlainDate, Ratings } from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { ratingsOf } from '../appraisals/appraisals.queries.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { loadSentSelfAssessments } from '../self-assessments/self-assessments.queries.ts';
import type { ReviewRow } from './joint-reviews.queries.ts';

type Evidence = Output<'GET /joint-reviews/:jointReviewId'>['evidence'];

interface Said {
  readonly blockCode: string;
  readonly on: PlainDate;
  readonly by: string;
  readonly comment: string;
  readonly ratings: Ratings;
}

/**
 * What was said of each block before the review was signed: the tutor's last word, the one before it,
 * and the learner's own. What is signed later is not part of it.
 */
export async function gatherEvidence(tx: Tx, row: ReviewRow): Promise<Evidence> {
  const { frameworkVersionId } = row.enrolment.cohort;
  const framework = (await loadFrameworks(tx, [frameworkVersionId])).get(frameworkVersionId);
  const tutors = await loadTutorWords(tx, row);
  const own = await loadOwnWords(tx, row);
  return (framework?.blocks ?? []).flatMap((block) => {
    const ofBlock = (said: readonly Said[]) =>
      said.filter(({ blockCode }) => blockCode === block.code);
    const [previous, last] = lastTwo(ofBlock(tutors));
    const self = ofBlock(own).at(-1) ?? null;
    return last || self ? [describeBlock(block, { previous, last, own: self })] : [];
  });
}

function describeBlock(
  { code, name, competences }: CompetenceBlock,
  said: Readonly<Record<'previous' | 'last' | 'own', Said | null>>,
): Evidence[number] {
  const word = (one: Said | null) => one && { on: one.on, by: one.by, comment: one.comment };
  const level = (one: Said | null, competence: string) => one?.ratings[competence] ?? null;
  return {
    block: { code, name },
    previous: word(said.previous),
    last: word(said.last),
    own: word(said.own),
    competences: competences.map((one) => ({
      code: one.code,
      name: one.name,
      previous: level(said.previous, one.code),
      last: level(said.last, one.code),
      own: level(said.own, one.code),
    })),
  };
}

const lastTwo = (said: readonly Said[]): readonly [Said | null, Said | null] => [
  said.at(-2) ?? null,
  said.at(-1) ?? null,
];

async function loadTutorWords(tx: Tx, row: ReviewRow): Promise<Said[]> {
  const signed = await tx.appraisal.findMany({
    where: {
      enrolmentId: row.enrolmentId,
      signedAt: { not: null, ...(row.signedAt ? { lte: row.signedAt } : {}) },
    },
    orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
  });
  return signed.flatMap(({ signedOn, signerName, ...one }) =>
    signedOn
      ? [
          {
            blockCode: one.blockCode,
            on: toDay(signedOn),
            by: signerName ?? '',
            comment: one.comment,
            ratings: ratingsOf(one),
          },
        ]
      : [],
  );
}

async function loadOwnWords(tx: Tx, row: ReviewRow): Promise<Said[]> {
  const sent = await loadSentSelfAssessments(tx, [row.enrolmentId]);
  return sent
    .filter(({ sentAt }) => row.signedAt === null || sentAt <= row.signedAt)
    .map(({ blockCode, sentAt, comment, ratings }) => ({
      blockCode,
      comment,
      ratings,
      on: parisDayOf(sentAt),
      by: '',
    }));
}
