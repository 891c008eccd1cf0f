import {
  type AccessRoute,
  type CertifiedPerson,
  checkRegistryEntry,
  type Finding,
  type PlainDate,
  type RegistrySending,
  type RegistryStanding,
  tellRegistryStanding,
} from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import { endsCourseSql } from '../facts/standing-certificate.ts';

/** A standing certificate with its holder and what was sent of it. */
export interface CertifiedRow extends CertifiedPerson {
  readonly certificateId: string;
  readonly personId: string;
  readonly frameworkId: string;
  readonly number: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly route: AccessRoute;
  readonly sendings: readonly RegistrySending[];
  readonly sealedNir: string | null;
}

/** The same, judged. */
export interface StandingRow {
  readonly row: CertifiedRow;
  readonly findings: readonly Finding[];
  readonly standing: RegistryStanding;
}

/** `isOpenOnly`: those alone who were never sent, or rejected. */
interface CertifiedScope {
  readonly isOpenOnly?: boolean;
}

const PAGE = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * The full certificates that stand, a page at a time (Q10: single blocks and attestations are not
 * sent), with what the registry is told and was told.
 */
export async function* readCertified(
  query: Query,
  { isOpenOnly = false }: CertifiedScope = {},
): AsyncGenerator<readonly CertifiedRow[]> {
  let after = FIRST;
  for (;;) {
    const rows = await query<CertifiedRow & Record<string, unknown>>({
      name: 'registry-certified',
      text,
      values: [after, PAGE, isOpenOnly],
    });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.certificateId;
  }
}

/** Where each of a page stands today. */
export const judgeCertified = (
  rows: readonly CertifiedRow[],
  asksForNir: boolean,
  today: PlainDate,
): readonly StandingRow[] =>
  rows.map((row) => {
    const findings = checkRegistryEntry(row, asksForNir);
    const { issuedOn, sendings } = row;
    return {
      row,
      findings,
      standing: tellRegistryStanding({ issuedOn, findings, sendings, today }),
    };
  });

/** All of them: for lists and for what falls due. */
export async function listCertified(
  query: Query,
  asksForNir: boolean,
  today: PlainDate,
  scope: CertifiedScope = {},
): Promise<StandingRow[]> {
  const all: StandingRow[] = [];
  for await (const rows of readCertified(query, scope))
    all.push(...judgeCertified(rows, asksForNir, today));
  return all;
}

/**
 * The page is chosen first: what is looked up for each is looked up for a thousand, not for all that
 * are left.
 */
const text = `
  with page as materialized (
    select c.centre_id, c.id, c.enrolment_id, c.number, c.issued_on, c.decided_on
      from certificate c
     where c.kind = 'certificate' and ${endsCourseSql('c')} and c.id > $1::uuid
       and (not $3::boolean or not exists (
             select from registry_entry r
              where r.centre_id = c.centre_id and r.enrolment_id = c.enrolment_id
                and (r.answer is null or r.answer = 'accepted')))
     order by c.id
     limit $2::int)
  select c.id as "certificateId", c.number, c.issued_on::text as "issuedOn",
         c.decided_on::text as "decidedOn",
         e.id as "enrolmentId", e.person_id as "personId", e.route::text as route,
         e.starts_on::text as "enrolledOn",
         co.id as "cohortId", co.name as "cohortName", f.id as "frameworkId",
         f.content -> 'certification' ->> 'rncp' as rncp,
         p.birth_name as "birthName", p.usage_name as "usageName", p.given_name as "givenName",
         p.other_given_names as "otherGivenNames", p.birth_date::text as "birthDate", p.sex,
         p.birth_place_code as "birthPlaceCode", p.birth_country_code as "birthCountryCode",
         n.sealed as "sealedNir", n.sealed is not null as "hasNir",
         coalesce(j.juries, '[]'::json) as juries,
         coalesce(s.sendings, '[]'::json) as sendings
    from page c
    join enrolment e on e.centre_id = c.centre_id and e.id = c.enrolment_id
    join person p on p.centre_id = e.centre_id and p.id = e.person_id
    join cohort co on co.centre_id = e.centre_id and co.id = e.cohort_id
    join framework_version f on f.centre_id = co.centre_id and f.id = co.framework_version_id
    left join sealed_nir n on n.centre_id = e.centre_id and n.person_id = e.person_id
    left join lateral (
      select json_agg(distinct jsonb_build_object('heldOn', js.held_on::text, 'remote', js.remote))
               as juries
        from enrolment own
        join jury_decision d on d.centre_id = own.centre_id and d.enrolment_id = own.id
        join jury_session js on js.centre_id = d.centre_id and js.id = d.jury_session_id
       where own.centre_id = e.centre_id and own.person_id = e.person_id
         and d.decision = 'acquired' and d.superseded_by_id is null and js.state = 'closed') j on true
    left join lateral (
      select json_agg(json_build_object('sentOn', r.sent_on::text, 'answer', r.answer,
                                        'message', r.message) order by r.id) as sendings
        from registry_entry r
       where r.centre_id = e.centre_id and r.enrolment_id = e.id) s on true
   order by c.id`;
