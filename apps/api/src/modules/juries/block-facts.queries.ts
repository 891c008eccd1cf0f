import { frameworkContent } from '@jalon/contract';
import type {
  AccessRoute,
  AppraisalOrigin,
  AssessmentResult,
  AttendanceEntry,
  BlockDecision,
  DispensationState,
  Framework,
  HeldCredential,
  Marks,
  PlainDate,
  Ratings,
  SignedAppraisal,
  SlotKind,
} from '@jalon/domain';
import type { Query } from '../../db/database.ts';

/** A decision of a closed session on one block. */
export interface JuryVerdict {
  readonly decisionId: string;
  readonly jurySessionId: string;
  readonly closedAt: Date;
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  readonly motive: string | null;
  readonly recommendation: string | null;
}

type ByEnrolment<T> = ReadonlyMap<string, readonly T[]>;
type Ids = readonly string[];

/** Groups rows by their enrolment, dropping the column. */
function groupByEnrolment<T extends { enrolmentId: string }, Kept>(
  rows: readonly T[],
  keep: (row: T) => Kept,
): ByEnrolment<Kept> {
  const groups = new Map<string, Kept[]>();
  for (const row of rows) {
    const group = groups.get(row.enrolmentId);
    if (group) group.push(keep(row));
    else groups.set(row.enrolmentId, [keep(row)]);
  }
  return groups;
}

interface EnrolmentRow {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly givenName: string;
  readonly birthName: string;
  readonly usageName: string | null;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly frameworkId: string;
  readonly route: AccessRoute;
}

export const readEnrolments = (query: Query, ids: Ids): Promise<EnrolmentRow[]> =>
  query({
    name: 'facts-enrolments',
    text: `
      select e.id as "enrolmentId", e.person_id as "personId", e.route::text as route,
             p.given_name as "givenName", p.birth_name as "birthName", p.usage_name as "usageName",
             c.id as "cohortId", c.name as "cohortName", c.framework_version_id as "frameworkId"
        from enrolment e
        join person p on p.centre_id = e.centre_id and p.id = e.person_id
        join cohort c on c.centre_id = e.centre_id and c.id = e.cohort_id
       where e.id = any($1::uuid[])
       order by lower(coalesce(p.usage_name, p.birth_name)), lower(p.given_name), e.id`,
    values: [ids],
  });

/** The versions behind these ids, each read and checked once. */
export async function readFrameworks(
  query: Query,
  ids: Ids,
): Promise<ReadonlyMap<string, Framework>> {
  const rows = await query<{ id: string; content: unknown }>({
    name: 'facts-frameworks',
    text: 'select id, content from framework_version where id = any($1::uuid[])',
    values: [[...new Set(ids)]],
  });
  return new Map(rows.map(({ id, content }) => [id, frameworkContent.parse(content)]));
}

export async function readResults(query: Query, ids: Ids): Promise<ByEnrolment<AssessmentResult>> {
  const rows = await query<{
    enrolmentId: string;
    assessmentCode: string;
    attempt: number;
    heldOn: PlainDate;
    marks: Marks;
  }>({
    name: 'facts-results',
    text: `
      select enrolment_id as "enrolmentId", assessment_code as "assessmentCode", attempt,
             held_on::text as "heldOn", marks
        from assessment_result
       where enrolment_id = any($1::uuid[]) and superseded_by_id is null
       order by attempt`,
    values: [ids],
  });
  return groupByEnrolment(rows, ({ enrolmentId: _, ...result }) => result);
}

export async function readAppraisals(
  query: Query,
  ids: Ids,
): Promise<ByEnrolment<SignedAppraisal>> {
  const rows = await query<{
    enrolmentId: string;
    blockCode: string;
    signedOn: PlainDate;
    signerName: string;
    origin: AppraisalOrigin;
    ratings: Ratings;
  }>({
    name: 'facts-appraisals',
    text: `
      select enrolment_id as "enrolmentId", block_code as "blockCode",
             signed_on::text as "signedOn", coalesce(signer_name, '') as "signerName",
             origin::text as origin, ratings
        from appraisal
       where enrolment_id = any($1::uuid[]) and signed_on is not null
       order by signed_at`,
    values: [ids],
  });
  return groupByEnrolment(rows, ({ enrolmentId: _, ...appraisal }) => appraisal);
}

export async function readCredentials(
  query: Query,
  ids: Ids,
): Promise<ByEnrolment<HeldCredential>> {
  const rows = await query<{
    enrolmentId: string;
    credentialCode: string;
    obtainedOn: PlainDate;
    expiresOn: PlainDate;
  }>({
    name: 'facts-credentials',
    text: `
      select e.id as "enrolmentId", c.code as "credentialCode",
             c.obtained_on::text as "obtainedOn", c.expires_on::text as "expiresOn"
        from enrolment e
        join credential c on c.centre_id = e.centre_id and c.person_id = e.person_id
       where e.id = any($1::uuid[]) and c.superseded_by_id is null
       order by c.obtained_on`,
    values: [ids],
  });
  return groupByEnrolment(rows, ({ enrolmentId: _, ...credential }) => credential);
}

export async function readVerdicts(query: Query, ids: Ids): Promise<ByEnrolment<JuryVerdict>> {
  const rows = await query<JuryVerdict & { enrolmentId: string }>({
    name: 'facts-verdicts',
    text: `
      select d.enrolment_id as "enrolmentId", d.id as "decisionId",
             d.jury_session_id as "jurySessionId", s.closed_at as "closedAt",
             d.block_code as "blockCode", d.decision::text as decision,
             d.held_on::text as "decidedOn", d.motive, d.recommendation
        from jury_decision d
        join jury_session s on s.centre_id = d.centre_id and s.id = d.jury_session_id
       where d.enrolment_id = any($1::uuid[]) and d.superseded_by_id is null
         and s.state = 'closed'
       order by d.held_on, s.closed_at`,
    values: [ids],
  });
  return groupByEnrolment(rows, ({ enrolmentId: _, ...verdict }) => verdict);
}

interface GrantRow {
  readonly blockCode: string;
  readonly moduleCode: string | null;
  readonly grantedMinutes: number | null;
  readonly state: DispensationState;
}

export async function readDispensations(query: Query, ids: Ids): Promise<ByEnrolment<GrantRow>> {
  const rows = await query<GrantRow & { enrolmentId: string }>({
    name: 'facts-dispensations',
    text: `
      select enrolment_id as "enrolmentId", block_code as "blockCode",
             module_code as "moduleCode", granted_minutes as "grantedMinutes", state::text as state
        from dispensation
       where enrolment_id = any($1::uuid[]) and state in ('granted', 'partial')`,
    values: [ids],
  });
  return groupByEnrolment(rows, ({ enrolmentId: _, ...grant }) => grant);
}

/** Minutes attended, summed per module: one entry stands for all the half-days of a module. */
export async function readAttendedMinutes(
  query: Query,
  ids: Ids,
): Promise<ByEnrolment<AttendanceEntry>> {
  const rows = await query<{
    enrolmentId: string;
    kind: SlotKind;
    blockCode: string;
    moduleCode: string | null;
    minutes: number;
  }>({
    name: 'facts-attended',
    text: `
      select enrolment_id as "enrolmentId", kind::text as kind, block_code as "blockCode",
             module_code as "moduleCode", sum(minutes_done)::int as minutes
        from attendance
       where enrolment_id = any($1::uuid[]) and superseded_by_id is null
       group by enrolment_id, kind, block_code, module_code`,
    values: [ids],
  });
  return groupByEnrolment(rows, ({ kind, blockCode, moduleCode, minutes }) => ({
    slotId: null,
    kind,
    blockCode,
    moduleCode,
    slotMinutes: minutes,
    state: 'present' as const,
    lateMinutes: 0,
    leftEarlyMinutes: 0,
  }));
}
