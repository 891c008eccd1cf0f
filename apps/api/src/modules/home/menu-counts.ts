import {
  type AwaitedReview,
  appraisalUrgency,
  type CertificatesToSettle,
  checkStanding,
  countMenu,
  type DeadlineUrgency,
  dispensationUrgency,
  formatName,
  isDeadlineNear,
  isDispensationOpen,
  isJuryToHold,
  juryUrgency,
  type MenuCount,
  type ParisMoment,
  type PlainDate,
  registryUrgency,
  reviewUrgency,
  type UnreportedCertificate,
} from '@jalon/domain';
import type { Query, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { openRequests } from '../appraisals/appraisals.scope.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';
import { endsCourse, endsCourseSql } from '../facts/standing-certificate.ts';
import { listCertified } from '../registry-reports/certified-people.ts';
import { loadSettings } from '../registry-reports/registry-settings.service.ts';

/** How many rows each page of the menu lists by itself, and the worst among them. */
export async function countMenus(
  tx: Tx,
  facts: {
    readonly deadlines: readonly DeadlineUrgency[];
    readonly reviews: readonly AwaitedReview[];
    readonly unsignedSheets: number;
    readonly certificates: CertificatesToSettle;
    readonly unreported: readonly UnreportedCertificate[];
    readonly now: ParisMoment;
  },
): Promise<MenuCount[]> {
  const { deadlines, reviews, unsignedSheets, certificates, unreported, now } = facts;
  return [
    await countDispensations(tx, now.day),
    countMenu(
      'attendance',
      Array.from({ length: unsignedSheets }, () => 'late' as const),
    ),
    await countAppraisals(tx, reviews, now.day),
    await countJuries(tx, now.day),
    countMenu(
      'certificates',
      [...certificates.ready, ...certificates.copies].map(() => 'waiting' as const),
    ),
    countMenu(
      'registry-reports',
      unreported.map(({ dueOn }) => registryUrgency(dueOn, now.day)),
    ),
    countMenu(
      'deadlines',
      deadlines.filter(isDeadlineNear).map((urgency) => (urgency === 'late' ? 'late' : 'at_risk')),
    ),
  ];
}

async function countDispensations(tx: Tx, today: PlainDate): Promise<MenuCount> {
  const rows = await tx.dispensation.findMany({ select: { state: true, transmittedOn: true } });
  const open = rows.filter(({ state }) => isDispensationOpen(state));
  return countMenu(
    'dispensations',
    open.map(({ state, transmittedOn }) =>
      dispensationUrgency({ state, transmittedOn: toDayOrNull(transmittedOn) }, today),
    ),
  );
}

/** What is awaited of tutors, and the joint reviews that the same page leads to. */
async function countAppraisals(
  tx: Tx,
  reviews: readonly AwaitedReview[],
  today: PlainDate,
): Promise<MenuCount> {
  const rows = await tx.appraisal.findMany({ where: openRequests, select: { dueOn: true } });
  return countMenu('appraisals', [
    ...rows.map(({ dueOn }) => appraisalUrgency(toDayOrNull(dueOn), today)),
    ...reviews.map(({ heldOn }) => reviewUrgency(heldOn, today)),
  ]);
}

async function countJuries(tx: Tx, today: PlainDate): Promise<MenuCount> {
  const rows = await tx.jurySession.findMany({ select: { state: true, heldOn: true } });
  return countMenu(
    'juries',
    rows
      .filter(({ state }) => isJuryToHold(state))
      .map(({ heldOn }) => juryUrgency(toDay(heldOn), today)),
  );
}

/** Who waits for a certificate that nothing keeps, and whose certificate waits for its copy. */
export async function listCertificates(tx: Tx, now: ParisMoment): Promise<CertificatesToSettle> {
  const copies = await tx.certificate.findMany({
    where: {
      ...endsCourse,
      cpamCopySentOn: null,
    },
    select: { enrolmentId: true },
  });
  const ready = await listReady(queryIn(tx), now);
  const waiting = copies.map(({ enrolmentId }) => enrolmentId);
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: [...ready, ...waiting] } },
    select: { id: true, person: { select: nameParts } },
  });
  const names = new Map(enrolments.map(({ id, person }) => [id, formatName(person)]));
  const name = (enrolmentId: string) => ({ enrolmentId, name: names.get(enrolmentId) ?? '' });
  return { ready: ready.map(name), copies: waiting.map(name) };
}

const nameParts = { birthName: true, usageName: true, givenName: true } as const;

/**
 * Only those who could be ready are looked at closely: somebody for whom a jury has acquired a block,
 * or whose framework ends with an attestation. Whoever left with everything acquired is among them.
 */
async function listReady(query: Query, now: ParisMoment): Promise<string[]> {
  const rows = await query<{ id: string }>({
    name: 'home-certificates',
    text: `select e.id
             from enrolment e
             join cohort c on c.centre_id = e.centre_id and c.id = e.cohort_id
             join framework_version f
               on f.centre_id = c.centre_id and f.id = c.framework_version_id
            where not exists (select from certificate k
                               where k.centre_id = e.centre_id and k.enrolment_id = e.id
                                 and ${endsCourseSql('k')})
              and (f.content ->> 'outcome' = 'attestation'
                   or exists (select
                                from enrolment own
                                join jury_decision d
                                  on d.centre_id = own.centre_id and d.enrolment_id = own.id
                               where own.centre_id = e.centre_id and own.person_id = e.person_id
                                 and d.decision = 'acquired' and d.superseded_by_id is null)
                   or exists (select
                                from enrolment own
                                join received_block b
                                  on b.centre_id = own.centre_id and b.enrolment_id = own.id
                                join received_block_answer a
                                  on a.centre_id = b.centre_id and a.received_block_id = b.id
                               where own.centre_id = e.centre_id and own.person_id = e.person_id
                                 and a.outcome = 'approved'))`,
  });
  const facts = await loadBlockFacts(
    query,
    rows.map(({ id }) => id),
    now,
  );
  return [...facts].flatMap(
    ([enrolmentId, { framework, verdicts, credentials, hours, nextJuryOn }]) =>
      checkStanding({
        framework,
        blockDecisions: verdicts,
        credentials,
        hours: hours.total,
        nextJuryOn,
        today: now.day,
      }).outcome === 'ready'
        ? [enrolmentId]
        : [],
  );
}

/**
 * Certified people whom the registry is still to be told of. It is the certifier's duty: it is the
 * centre's own once the identifiers to send with are entered (DOMAIN 11).
 */
export async function listUnreported(tx: Tx, today: PlainDate): Promise<UnreportedCertificate[]> {
  const settings = await loadSettings(tx);
  if (!settings) return [];
  const people = await listCertified(queryIn(tx), settings.asksForNir, today, { isOpenOnly: true });
  return people.map(({ row, standing }) => ({
    enrolmentId: row.enrolmentId,
    name: formatName(row),
    state: standing.state,
    dueOn: standing.dueOn,
  }));
}
