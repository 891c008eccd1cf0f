import { type CompetenceBlock, findBlock, type PlainDate, type Ratings } from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { ratingsOf, remarksOf } from '../appraisals/appraisals.queries.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';

export const withTraining = {
  enrolment: {
    include: { cohort: { select: { name: true, frameworkVersionId: true } } },
  },
} satisfies Prisma.SelfAssessmentInclude;

export type SelfAssessmentRow = Prisma.SelfAssessmentGetPayload<{ include: typeof withTraining }>;

/** The block that a learner speaks of. */
export async function loadBlock(tx: Tx, row: SelfAssessmentRow): Promise<CompetenceBlock> {
  const { frameworkVersionId } = row.enrolment.cohort;
  const framework = (await loadFrameworks(tx, [frameworkVersionId])).get(frameworkVersionId);
  if (!framework) throw new Error(`Self-assessment ${row.id} has no framework`);
  return findBlock(framework, row.blockCode);
}

/** What a learner has sent about one block: read beside the tutor's word, counted nowhere. */
export interface SentSelfAssessment {
  readonly enrolmentId: string;
  readonly blockCode: string;
  readonly sentAt: Date;
  readonly sentOn: PlainDate;
  readonly ratings: Ratings;
  readonly remarks: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** All that was sent in these enrolments, the oldest first. */
export async function loadSentSelfAssessments(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<readonly SentSelfAssessment[]> {
  const rows = await tx.selfAssessment.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] }, sentAt: { not: null } },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap((row) =>
    row.sentAt
      ? [
          {
            enrolmentId: row.enrolmentId,
            blockCode: row.blockCode,
            sentAt: row.sentAt,
            sentOn: parisDayOf(row.sentAt),
            ratings: ratingsOf(row),
            remarks: remarksOf(row),
            comment: row.comment,
          },
        ]
      : [],
  );
}
