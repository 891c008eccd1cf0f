import { attendanceWarningRate } from '../cohorts/list-missing.ts';
import type { PlainDate } from '../plain-date.ts';
import type { HomeFacts } from './home-facts.ts';
import type { UrgentRow } from './urgent-row.ts';
import { writeAppraisal, writeHandOver, writeUnasked } from './write-appraisal-rows.ts';
import {
  writeCredential,
  writeDeadline,
  writeDispensation,
  writeEarlyEnd,
  writeRate,
} from './write-clock-rows.ts';
import { writeCertificates, writeDaySheets, writeDispensationToSend } from './write-day-rows.ts';
import { writeIdentities, writeJury, writeResit, writeUnpreparedJury } from './write-jury-rows.ts';
import { writePaths } from './write-paths.ts';
import { writePositionings } from './write-positionings.ts';
import { writeUnreported } from './write-registry-rows.ts';
import { writeReview } from './write-review-rows.ts';
import { writeSheets, writeStart } from './write-training-rows.ts';

export interface Urgencies {
  /** Most late first. */
  readonly late: readonly UrgentRow[];
  /** What today binds, then what waits for the centre and for no day. */
  readonly today: readonly UrgentRow[];
  /** Nearest first; what no day binds comes last. */
  readonly atRisk: readonly UrgentRow[];
}

/**
 * What cannot wait this morning, what is to do today and what is at risk: one row a thing, with the days, the fact, why,
 * and what can be done. Facts within their limits are left out.
 */
export function listUrgent(facts: HomeFacts, today: PlainDate): Urgencies {
  const reviews = facts.reviews.map(writeReview(today));
  const isWaiting = ({ days }: UrgentRow) => days === null;
  const rows = [
    ...facts.appraisals.filter(({ dueOn }) => dueOn <= today).map(writeAppraisal(today)),
    ...facts.interrupted.map(writeHandOver(today)),
    ...facts.unasked.flatMap(writeUnasked(today)),
    ...reviews.filter((row) => !isWaiting(row)),
    ...writeSheets(facts.sheets, today),
    ...facts.starts.flatMap(writeStart(today)),
    ...facts.dispensations.flatMap(writeDispensation(today)),
    ...facts.resits.map(writeResit(today)),
    ...facts.credentials.flatMap(writeCredential(today)),
    ...facts.deadlines.flatMap(writeDeadline(today)),
    ...facts.earlyEnds.map(writeEarlyEnd(today)),
    ...facts.rates.filter(({ rate }) => rate < attendanceWarningRate).map(writeRate(today)),
    ...facts.juries.flatMap(writeJury(today)),
    ...facts.juries.flatMap(writeUnpreparedJury(today)),
    ...facts.identities.flatMap(writeIdentities(today)),
    ...writePaths(facts.paths, today),
    ...writePositionings(facts.entries, today),
    ...writeUnreported(facts.unreported, today),
  ];
  const isLate = ({ days }: UrgentRow) => days !== null && days < 0;
  return {
    late: rows.filter(isLate).toSorted(byDays),
    today: [
      ...rows.filter(({ days }) => days === 0),
      ...writeDaySheets(facts.daySheets),
      ...reviews.filter(isWaiting),
      ...writeCertificates(facts.certificates),
      ...facts.toSend.map(writeDispensationToSend),
    ],
    atRisk: rows.filter((row) => !isLate(row) && row.days !== 0).toSorted(byDays),
  };
}

const byDays = (one: UrgentRow, other: UrgentRow): number =>
  (one.days ?? Number.POSITIVE_INFINITY) - (other.days ?? Number.POSITIVE_INFINITY) || 0;
