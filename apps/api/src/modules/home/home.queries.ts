import type { AccessRoute, CohortState, JurySessionState, PlainDate } from '@jalon/domain';
import type { Query } from '../../db/database.ts';

interface PersonName {
  readonly birthName: string;
  readonly usageName: string | null;
  readonly givenName: string;
}

/** What the morning shows, as it stands in the centre's tables. */
export interface HomeRecords {
  readonly givenName: string | null;
  readonly cohorts: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: CohortState;
    readonly startsOn: PlainDate;
    readonly juryOn: PlainDate | null;
    /** Its first half-day, cancelled ones left out; `null` without a calendar. */
    readonly firstDay: PlainDate | null;
    readonly capacity: number;
  }[];
  readonly appraisals: readonly {
    readonly id: string;
    readonly enrolmentId: string;
    readonly blockCode: string;
    readonly dueOn: PlainDate;
    readonly openedOn: PlainDate | null;
    readonly remindersSent: number;
    readonly tutor: (PersonName & { readonly phone: string | null }) | null;
  }[];
  readonly halfDays: readonly HalfDayRecord[];
  /** Not transmitted yet. */
  readonly toSend: readonly {
    readonly id: string;
    readonly enrolmentId: string;
    readonly state: 'draft' | 'filed';
  }[];
  readonly dispensations: readonly {
    readonly id: string;
    readonly enrolmentId: string;
    readonly transmittedOn: PlainDate;
    readonly reference: string | null;
  }[];
  /** Sessions held today, and those left open since, whatever became of the cohorts. */
  readonly juries: readonly {
    readonly id: string;
    readonly heldOn: PlainDate;
    readonly place: string;
    readonly state: JurySessionState;
    readonly candidates: number;
    readonly cohortNames: readonly string[];
  }[];
  /** Those who are to enter, and whose positioning nobody has written down. */
  readonly entries: readonly {
    readonly enrolmentId: string;
    readonly cohortId: string;
    readonly route: AccessRoute;
    readonly startsOn: PlainDate;
  }[];
  readonly identities: readonly {
    readonly enrolmentId: string;
    readonly birthDate: PlainDate | null;
    readonly sex: string | null;
    readonly birthPlaceCode: string | null;
    readonly birthCountryCode: string | null;
    readonly email: string | null;
  }[];
}

/** A half-day of today, with the learners of its path. */
export interface HalfDayRecord {
  readonly slotId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly frameworkVersionId: string;
  readonly kind: 'training' | 'evaluation';
  readonly blockCode: string;
  readonly moduleCode: string | null;
  readonly heldOn: PlainDate;
  readonly startsAt: number;
  readonly minutes: number;
  readonly room: string | null;
  readonly trainer: PersonName | null;
  readonly isSigned: boolean;
  readonly learners: readonly { readonly enrolmentId: string; readonly isRecorded: boolean }[];
}

const named = (alias: string) =>
  `'birthName', ${alias}.birth_name, 'usageName', ${alias}.usage_name, 'givenName', ${alias}.given_name`;

/** `$1` the person who asks, `$2` today. Only cohorts under way and learners still in them. */
const text = `
with cohort_open as materialized (
  select * from cohort where state in ('draft', 'planned', 'running', 'postponed')
), learner as materialized (
  select e.centre_id, e.id, e.person_id, e.cohort_id, e.route, e.starts_on, e.ends_on
    from cohort_open c
    join enrolment e on e.centre_id = c.centre_id and e.cohort_id = c.id
   where e.state = 'active'
), half_day as (
  select s.*, sheet.id is not null as is_signed
    from cohort_open c
    join slot s on s.centre_id = c.centre_id and s.cohort_id = c.id
     and s.held_on = $2::date
    left join attendance_sheet sheet on sheet.centre_id = s.centre_id and sheet.slot_id = s.id
   where s.cancelled_at is null
)
select
  (select given_name from person where id = $1) as "givenName",
  (select coalesce(json_agg(json_build_object(
            'id', id, 'name', name, 'state', state, 'startsOn', starts_on, 'juryOn', jury_on,
            'firstDay', (select min(s.held_on) from slot s
                          where s.centre_id = cohort_open.centre_id
                            and s.cohort_id = cohort_open.id and s.cancelled_at is null),
            'capacity', capacity) order by starts_on), '[]')
     from cohort_open) as cohorts,
  (select coalesce(json_agg(json_build_object(
            'id', a.id, 'enrolmentId', l.id, 'blockCode', a.block_code, 'dueOn', a.due_on,
            'openedOn', (a.opened_at at time zone 'Europe/Paris')::date,
            'remindersSent', (select count(*) from reminder r
                                join mail m on m.centre_id = r.centre_id and m.id = r.mail_id
                               where r.centre_id = a.centre_id and r.subject_id = a.id
                                 and m.sent_at is not null),
            'tutor', (select json_build_object(${named('p')}, 'phone', p.phone) from person p
                       where p.centre_id = a.centre_id and p.id = a.tutor_id))), '[]')
     from learner l
     join appraisal a on a.centre_id = l.centre_id and a.enrolment_id = l.id
    where a.signed_at is null and a.ended_at is null
      and a.due_on <= $2::date) as appraisals,
  (select coalesce(json_agg(json_build_object(
            'slotId', h.id, 'cohortId', h.cohort_id, 'cohortName', c.name,
            'frameworkVersionId', c.framework_version_id, 'kind', r.kind,
            'blockCode', r.block_code, 'moduleCode', r.module_code, 'heldOn', h.held_on,
            'startsAt', h.starts_at, 'minutes', h.minutes, 'room', (select o.name from room o where o.centre_id = h.centre_id and o.id = h.room_id),
            'trainer', (select json_build_object(${named('p')}) from person p
                         where p.centre_id = h.centre_id and p.id = h.trainer_id),
            'isSigned', h.is_signed,
            'learners', (select coalesce(json_agg(json_build_object(
                             'enrolmentId', l.id,
                             'isRecorded', exists (
                                select from attendance a
                                 where a.centre_id = h.centre_id and a.slot_id = h.id
                                   and a.enrolment_id = l.id and a.superseded_by_id is null))), '[]')
                           from path_run t
                           join learner l on l.centre_id = t.centre_id and l.id = t.enrolment_id
                          where t.centre_id = h.centre_id and t.module_run_id = h.module_run_id
                            and h.held_on >= l.starts_on
                            and (l.ends_on is null or h.held_on <= l.ends_on)))
            order by h.starts_at), '[]')
     from half_day h
     join cohort_open c on c.id = h.cohort_id
     join module_run r on r.centre_id = h.centre_id and r.id = h.module_run_id) as "halfDays",
  (select coalesce(json_agg(json_build_object(
            'id', d.id, 'enrolmentId', l.id, 'transmittedOn', d.transmitted_on,
            'reference', d.reference)), '[]')
     from learner l
     join dispensation d on d.centre_id = l.centre_id and d.enrolment_id = l.id
    where d.state = 'transmitted' and d.transmitted_on is not null) as dispensations,
  (select coalesce(json_agg(json_build_object(
            'id', d.id, 'enrolmentId', l.id, 'state', d.state) order by d.created_at), '[]')
     from learner l
     join dispensation d on d.centre_id = l.centre_id and d.enrolment_id = l.id
    where d.state in ('draft', 'filed')) as "toSend",
  (select coalesce(json_agg(json_build_object(
            'id', j.id, 'heldOn', j.held_on, 'place', j.place, 'state', j.state,
            'candidates', k.candidates, 'cohortNames', k.cohort_names)
            order by j.held_on, j.created_at), '[]')
     from jury_session j
    cross join lateral (
      select count(*) as candidates,
             coalesce(json_agg(distinct c.name) filter (where c.id is not null), '[]')
               as cohort_names
        from jury_candidate k
        join enrolment e on e.centre_id = k.centre_id and e.id = k.enrolment_id
        join cohort c on c.centre_id = e.centre_id and c.id = e.cohort_id
       where k.centre_id = j.centre_id and k.jury_session_id = j.id) k
    where j.held_on = $2::date or j.state = 'open') as juries,
  (select coalesce(json_agg(json_build_object(
            'enrolmentId', l.id, 'cohortId', l.cohort_id, 'route', l.route,
            'startsOn', l.starts_on)), '[]')
     from learner l
    where l.starts_on >= $2::date
      and not exists (select from positioning p
                       where p.centre_id = l.centre_id and p.enrolment_id = l.id)) as entries,
  (select coalesce(json_agg(json_build_object(
            'enrolmentId', l.id, 'birthDate', p.birth_date, 'sex', p.sex,
            'birthPlaceCode', p.birth_place_code, 'birthCountryCode', p.birth_country_code,
            'email', p.email)), '[]')
     from learner l
     join person p on p.centre_id = l.centre_id and p.id = l.person_id
    where p.birth_date is null or p.sex is null or p.birth_place_code is null
       or p.birth_country_code is null or p.email is null) as identities`;

/** Reads what the morning is made of, beside the learners' own facts, in one round trip. */
export async function readHomeRecords(
  query: Query,
  personId: string,
  today: PlainDate,
): Promise<HomeRecords> {
  const [row] = await query<HomeRecords & Record<string, unknown>>({
    name: 'home-records',
    text,
    values: [personId, today],
  });
  if (!row) throw new Error('the statement of the morning answers one row');
  return row;
}
