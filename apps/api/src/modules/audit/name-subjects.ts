import type { Output } from '@jalon/contract';
import { formatDay, formatName, type PlainDate } from '@jalon/domain';
import { validate as isUuid } from 'uuid';
import type { Prisma, Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';

type Place = NonNullable<Output<'GET /audit-events'>['rows'][number]['place']>;

export interface Subject {
  readonly name: string;
  readonly place: Place | null;
}

/** A row of the trail's nouns: a label, a day, a person, as the noun has them. */
interface SubjectRow {
  readonly id: string;
  readonly kind: Place['kind'] | null;
  readonly placeId: string;
  readonly label: string | null;
  readonly day: PlainDate | null;
  readonly givenName: string | null;
  readonly birthName: string | null;
  readonly usageName: string | null;
}

/**
 * What the acts of a page of the journal were about, by the id that the trail keeps, in one
 * statement; absent from it is what no longer exists, and what has no name, as a login. An id is one
 * noun's.
 */
export async function nameSubjects(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  const rows = await queryIn(tx)<SubjectRow & Record<string, unknown>>({
    name: 'journal-subjects',
    text: SUBJECTS,
    values: [[...new Set(ids)].filter(isUuid)],
  });
  return new Map(
    rows.map((row) => [
      row.id,
      { name: nameOf(row), place: row.kind && { kind: row.kind, id: row.placeId } },
    ]),
  );
}

/** What an act removed has its name in what the act kept of it; `null` when it has none there. */
export function nameRemoved(action: string, data: Prisma.JsonValue): string | null {
  if (action !== 'jury.removed' || data === null || typeof data !== 'object') return null;
  const heldOn = Array.isArray(data) ? undefined : data.heldOn;
  return typeof heldOn === 'string' ? nameSession(heldOn) : null;
}

const nameSession = (heldOn: PlainDate): string => `Jury du ${formatDay(heldOn)}`;

function nameOf({ kind, label, day, givenName, birthName, usageName }: SubjectRow): string {
  if (givenName !== null && birthName !== null)
    return formatName({ givenName, birthName, usageName });
  const name = label ?? '';
  if (day === null) return name;
  if (kind === 'jury') return nameSession(day);
  return kind === 'slot' ? `${name}, le ${formatDay(day)}` : `${name} du ${formatDay(day)}`;
}

/** What hangs from an enrolment is told by its learner. */
const ofEnrolment = (table: string) => `
  select x.id, 'enrolment', x.enrolment_id, null, null::date, e.person_id
    from ${table} x join enrolment e on e.centre_id = x.centre_id and e.id = x.enrolment_id`;
const ofPerson = (table: string) => `
  select id, null, id, null, null::date, person_id from ${table}`;
const labelled = (table: string, kind: string, label: string) => `
  select id, ${kind}, id, ${label}, null::date, null::uuid from ${table}`;

const NOUNS = [
  labelled('cohort', "'cohort'", 'name'),
  labelled('framework_version', "'framework'", 'title'),
  labelled('room', 'null', 'name'),
  labelled('site', 'null', 'name'),
  labelled('site_closure', 'null', 'label'),
  `select r.id, 'framework', r.framework_version_id, v.title, null::date, null::uuid
     from dispensation_rule r
     join framework_version v on v.centre_id = r.centre_id and v.id = r.framework_version_id`,
  `select id, 'jury', id, null, held_on, null::uuid from jury_session`,
  `select s.id, 'slot', s.id, c.name, s.held_on, null::uuid
     from slot s join cohort c on c.centre_id = s.centre_id and c.id = s.cohort_id`,
  `select p.id, 'plan', p.id,
          (select string_agg(c.name, ', ' order by c.name)
             from cohort c where c.centre_id = p.centre_id and c.id = any (p.cohort_ids)),
          null::date, null::uuid
     from plan_search p`,
  `select i.id, 'cohort', i.cohort_id, i.file_name || ', ' || c.name, null::date, null::uuid
     from learner_import i join cohort c on c.centre_id = i.centre_id and c.id = i.cohort_id`,
  `select id, 'registry', id, 'Fichier ' || code, (produced_at at time zone 'Europe/Paris')::date,
          null::uuid
     from registry_report`,
  `select id, 'enrolment', id, null, null::date, person_id from enrolment`,
  ...[
    ...['appraisal', 'dispensation', 'certificate', 'jury_decision', 'summons'],
    ...['joint_review', 'self_assessment', 'equivalence', 'received_block'],
  ].map(ofEnrolment),
  `select x.id, 'enrolment', r.enrolment_id, null, null::date, e.person_id
     from joint_review_part x
     join joint_review r on r.centre_id = x.centre_id and r.id = x.joint_review_id
     join enrolment e on e.centre_id = r.centre_id and e.id = r.enrolment_id`,
  `select a.id, 'cohort', a.cohort_id, a.label || ', ' || c.name, null::date, null::uuid
     from appraisal_campaign a join cohort c on c.centre_id = a.centre_id and c.id = a.cohort_id`,
  `select a.id, 'cohort', a.cohort_id, 'Évaluation du bloc ' || a.block_code || ', ' || c.name,
          a.held_on, null::uuid
     from assessment_event a join cohort c on c.centre_id = a.centre_id and c.id = a.cohort_id`,
  `select id, null, id, null, null::date, id from person`,
  ...['membership', 'employment', 'credential'].map(ofPerson),
];

const SUBJECTS = `
  select s.id, s.kind, s."placeId", s.label, s.day::text as day,
         p.given_name as "givenName", p.birth_name as "birthName", p.usage_name as "usageName"
    from (${NOUNS.join(' union all ')}) as s (id, kind, "placeId", label, day, person_id)
    left join person p on p.id = s.person_id
   where s.id = any ($1::uuid[])`;
