import {
  type AppraisalLevel,
  type CompetenceBlock,
  type Framework,
  findBlock,
  heldVerdicts,
  type PlainDate,
  type Ratings,
  type Remarks,
  type SignedAppraisal,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { readVerdicts } from '../facts/jury-verdicts.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';

/** What a row of a list or a sheet needs beside the appraisal itself. */
export const withContext = {
  tutor: true,
  employment: true,
  enrolment: {
    include: {
      person: { include: { employments: { include: { tutor: true } } } },
      cohort: { select: { id: true, name: true, frameworkVersionId: true, juryOn: true } },
    },
  },
} satisfies Prisma.AppraisalInclude;

export type AppraisalRow = Prisma.AppraisalGetPayload<{ include: typeof withContext }>;

/** The appraisals with the block that each one is about. */
export interface AppraisalWithBlock {
  readonly row: AppraisalRow;
  readonly block: CompetenceBlock;
}

/** What a saved appraisal says; the database keeps it as JSON that only these services write. */
export const ratingsOf = (row: { ratings: Prisma.JsonValue }): Ratings =>
  row.ratings as Record<string, AppraisalLevel>;
export const remarksOf = (row: { comments: Prisma.JsonValue }): Remarks =>
  row.comments as Record<string, string>;

/** Whether somebody has answered for a competence, or written a word. */
export const isBegun = (row: Pick<AppraisalRow, 'ratings' | 'comments' | 'comment'>): boolean =>
  Object.keys(ratingsOf(row)).length > 0 ||
  row.comment !== '' ||
  Object.values(remarksOf(row)).some((remark) => remark !== '');

/** Finds the framework's block of each row, reading each framework version once. */
export async function attachBlocks(
  tx: Tx,
  rows: readonly AppraisalRow[],
): Promise<AppraisalWithBlock[]> {
  const frameworks = await loadFrameworks(
    tx,
    rows.map((row) => row.enrolment.cohort.frameworkVersionId),
  );
  return rows.map((row) => ({ row, block: blockOf(row, frameworks) }));
}

function blockOf(row: AppraisalRow, frameworks: ReadonlyMap<string, Framework>): CompetenceBlock {
  const framework = frameworks.get(row.enrolment.cohort.frameworkVersionId);
  if (!framework) throw new Error(`Appraisal ${row.id} has no framework`);
  return findBlock(framework, row.blockCode);
}

/** The signed appraisals of these enrolments, in the order of signing, as the rules take them. */
export async function loadSignedAppraisals(
  tx: Tx,
  where: Prisma.AppraisalWhereInput,
): Promise<(SignedAppraisal & { id: string; enrolmentId: string; signedAt: Date })[]> {
  const rows = await tx.appraisal.findMany({
    where: { ...where, signedAt: { not: null } },
    orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap((row) =>
    row.signedAt && row.signedOn
      ? [
          {
            id: row.id,
            enrolmentId: row.enrolmentId,
            blockCode: row.blockCode,
            signedOn: toDay(row.signedOn),
            signedAt: row.signedAt,
            signerName: row.signerName ?? '',
            origin: row.origin,
            ratings: ratingsOf(row),
          },
        ]
      : [],
  );
}

/** Blocks that each enrolment holds on a day; kept from an earlier one too (S1:L176, DOMAIN 4.4). */
export async function loadAcquiredBlocks(
  tx: Tx,
  enrolmentIds: readonly string[],
  today: PlainDate,
) {
  const ids = [...new Set(enrolmentIds)];
  const verdicts = await readVerdicts(queryIn(tx), ids);
  const decided = [...verdicts].filter(([, own]) => own.length > 0).map(([id]) => id);
  if (decided.length === 0) return [];
  const rows = await tx.enrolment.findMany({
    where: { id: { in: decided } },
    select: { id: true, cohort: { select: { frameworkVersionId: true } } },
  });
  const frameworks = await loadFrameworks(
    tx,
    rows.map(({ cohort }) => cohort.frameworkVersionId),
  );
  return rows.flatMap(({ id, cohort }) => {
    const framework = frameworks.get(cohort.frameworkVersionId);
    const held = framework ? heldVerdicts(framework, verdicts.get(id) ?? [], today) : [];
    return held.map(({ blockCode, decidedOn }) => ({ enrolmentId: id, blockCode, decidedOn }));
  });
}

/** Day of the jury by which the block is held; `null` while it is not, or no longer. */
export async function acquiredOn(
  tx: Tx,
  enrolmentId: string,
  blockCode: string,
  today: PlainDate,
): Promise<PlainDate | null> {
  const acquired = await loadAcquiredBlocks(tx, [enrolmentId], today);
  return acquired.find((one) => one.blockCode === blockCode)?.decidedOn ?? null;
}
