import type { Output } from '@jalon/contract';
import type { Tx } from '../../db/database.ts';
import { viewScan, withScanDocument } from '../../documents/scans.ts';
import { readNames } from '../juries/describe-decisions.ts';

type AppraisalFile = Output<'POST /appraisals/:appraisalId/files'>;

/** The scans of these paper forms, by appraisal, the one in force first. */
export async function loadAppraisalFiles(
  tx: Tx,
  appraisalIds: readonly string[],
): Promise<(appraisalId: string) => AppraisalFile[]> {
  if (appraisalIds.length === 0) return () => [];
  const rows = await tx.appraisalFile.findMany({
    where: { appraisalId: { in: [...appraisalIds] } },
    include: withScanDocument,
    orderBy: { number: 'desc' },
  });
  const names = await readNames(
    tx,
    rows.map(({ attachedByUserId }) => attachedByUserId),
  );
  return (appraisalId) =>
    rows.filter((row) => row.appraisalId === appraisalId).map((row) => viewScan(row, names));
}
