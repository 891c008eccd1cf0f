/** Which enrolments the facts are read for: those of cohorts, or some of them by their ids. */
export type FactsScope = 'cohorts' | 'enrolments';

const chosen: Record<FactsScope, string> = {
  cohorts: "e.cohort_id = any ($1::uuid[]) and e.state <> 'withdrawn'",
  enrolments: 'e.id = any ($1::uuid[])',
};

/**
 * The rows of a table for each learner. `offset 0` keeps PostgreSQL from turning the lookup by key
 * into a scan of the whole table, which it does when it expects more learners than there are: the
 * board must cost the same whatever else is in the database.
 */
const eachLearners = (table: string, alias: string, condition = 'true', key = 'enrolment_id') => `
     from learner l
    cross join lateral (
      select * from ${table}
       where centre_id = l.centre_id and ${key} = l.${key === 'enrolment_id' ? 'id' : 'person_id'}
         and ${condition} offset 0) ${alias}`;

/** Whether a half-day lies within an enrolment's own dates, both days included (W3). */
const isWithin = (halfDay: string, enrolment: string): string =>
  `${halfDay}.held_on >= ${enrolment}.starts_on
   and (${enrolment}.ends_on is null or ${halfDay}.held_on <= ${enrolment}.ends_on)`;

const inForce = 'superseded_by_id is null';

/** Whether a trainer has signed the sheet of a half-day. */
const isSigned = (centreId: string, slotId: string): string =>
  `exists (select from attendance_sheet where centre_id = ${centreId} and slot_id = ${slotId})`;

/** The learners whose facts are read, numbered. */
const chooseLearners = (scope: FactsScope) => `
learner as materialized (
  select row_number() over () ::int as n, dense_rank() over (order by e.starts_on, e.ends_on) as span,
         e.centre_id, e.id, e.person_id, e.cohort_id, e.starts_on, e.ends_on, e.state, e.route
    from enrolment e
   where ${chosen[scope]}
)`;

/**
 * Decisions of closed sessions, oldest first: those of the enrolment, and what the same person
 * acquired under another one. Of the latter, the versions acquired under and followed say whether it
 * is kept (S1:L176); the version followed is null on the enrolment's own decisions.
 */
const verdicts = `
  (select json_agg(json_build_array(l.n, d.block_code, d.decision, d.held_on, d.id,
                                    d.jury_session_id, j.closed_at, d.motive, d.recommendation,
                                    j.framework_version_id,
                                    case when e.id <> l.id then (
                                      select framework_version_id from cohort
                                       where centre_id = l.centre_id and id = l.cohort_id) end)
                   order by d.held_on, j.closed_at)
     ${eachLearners('enrolment', 'e', 'true', 'person_id')}
    cross join lateral (
      select * from jury_decision
       where centre_id = l.centre_id and enrolment_id = e.id and ${inForce}
         and (e.id = l.id or decision = 'acquired') offset 0) d
     join jury_session j on j.centre_id = d.centre_id and j.id = d.jury_session_id
    where j.state = 'closed') as verdicts`;

/** The blocks that the certifier recognised as others, under whichever enrolment it was asked (Q4). */
const equivalences = `
  (select json_agg(json_build_array(l.n, q.acquired_under_id, q.acquired_block_code, q.followed_id,
                                    q.block_code, a.answered_on, a.answered_by_name))
     ${eachLearners('enrolment', 'e', 'true', 'person_id')}
     join equivalence q on q.centre_id = l.centre_id and q.enrolment_id = e.id
     join equivalence_answer a on a.centre_id = q.centre_id and a.equivalence_id = q.id
    where a.outcome = 'approved') as equivalences`;

/**
 * The blocks of other centres that the certifier confirmed, under whichever enrolment the file came
 * (DOMAIN Q19): the version followed when it came, and the one that this enrolment follows.
 */
const received = `
  (select json_agg(json_build_array(l.n, b.block_code, b.decided_on, b.id, a.created_at,
                                    b.acquired_at, b.acquired_under, b.followed_id, (
                                      select framework_version_id from cohort
                                       where centre_id = l.centre_id and id = l.cohort_id))
                   order by b.decided_on, a.created_at)
     ${eachLearners('enrolment', 'e', 'true', 'person_id')}
     join received_block b on b.centre_id = l.centre_id and b.enrolment_id = e.id
     join received_block_answer a on a.centre_id = b.centre_id and a.received_block_id = b.id
    where a.outcome = 'approved') as received`;

/** The verdicts alone, for a session of the jury. `$1` ids of enrolments. */
export const verdictsText = `
with ${chooseLearners('enrolments')}
select (select json_agg(json_build_array(n, id)) from learner) as learners, ${verdicts},
${equivalences}, ${received}`;

/**
 * The one statement that reads the records of learners: the board, the morning, the learner's page,
 * the jury and the certificates stand on it. One row: each column is a JSON list whose items start
 * with the learner's number `n`. Sums per module are made here, where the half-days are; rules are
 * not. `$1` ids, `$2` day and `$3` minute of now in Paris; with neither, nothing is over or to come.
 */
export const learnerFactsText = (scope: FactsScope): string => `
with ${chooseLearners(scope)}, path as materialized (
  select l.n, l.span, l.centre_id, t.module_run_id as run_id ${eachLearners('path_run', 't')}
), run as materialized (
  select r.centre_id, r.id, r.kind, r.block_code, r.module_code
    from (select distinct centre_id, run_id from path) p
    cross join lateral (
      select * from module_run where centre_id = p.centre_id and id = p.run_id offset 0) r
), half_day as materialized (
  select s.id, s.module_run_id as run_id, s.minutes, s.held_on, s.starts_at,
         (s.held_on, s.starts_at + s.minutes) <= ($2::date, $3::int) as is_over,
         ${isSigned('s.centre_id', 's.id')} as is_signed
    from run r
    cross join lateral (
      select * from slot where centre_id = r.centre_id and module_run_id = r.id offset 0) s
   where s.cancelled_at is null
), span_run as (
  select p.span, h.run_id, coalesce(sum(h.minutes) filter (where h.is_over), 0) as minutes,
         min(h.held_on) filter (where not h.is_over) as next_on
    from (select distinct span, starts_on, ends_on from learner) p
    join half_day h on ${isWithin('h', 'p')}
   group by 1, 2
), done as (
  select l.n, a.kind, a.block_code, a.module_code, sum(a.minutes_done) as recorded,
         sum(a.minutes_done) filter (
           where coalesce(h.is_signed, ${isSigned('a.centre_id', 'a.slot_id')})) as minutes,
         sum(least(h.minutes, a.minutes_done)) filter (where p.n is not null) as on_path,
         sum(least(h.minutes, a.minutes_done)) filter (where p.n is not null and h.is_signed)
           as attended,
         sum(greatest(0, h.minutes - a.minutes_done)) filter (where p.n is not null) as absent
         ${eachLearners('attendance', 'a', inForce)}
    left join half_day h on h.id = a.slot_id
    left join path p on p.n = l.n and p.run_id = h.run_id and h.is_over and ${isWithin('h', 'l')}
   group by 1, 2, 3, 4
), waiver as materialized (
  select l.n, d.block_code, d.module_code, d.granted_minutes, d.state
     ${eachLearners('dispensation', 'd', "state in ('granted', 'partial')")}
)
select
  (select json_agg(json_build_array(l.n, l.id, l.person_id, l.cohort_id, p.birth_name, p.usage_name,
                                    p.given_name, l.state, l.route, l.starts_on))
     from learner l
    cross join lateral (
      select * from person where centre_id = l.centre_id and id = l.person_id offset 0) p) as learners,
  (select json_agg(json_build_array(p.n, r.kind, r.block_code, r.module_code, s.minutes, s.next_on))
     from path p
     join span_run s on s.span = p.span and s.run_id = p.run_id
     join run r on r.id = p.run_id) as planned,
  (select json_agg(json_build_array(n, kind, block_code, module_code, recorded, minutes, on_path,
                                    attended, absent))
     from done) as done,
  (select json_agg(json_build_array(
            l.n, r.kind, r.block_code, r.module_code, h.held_on, h.starts_at, h.minutes,
            h.is_over and ${isWithin('h', 'l')},
            case when h.is_signed then least(h.minutes, coalesce(a.minutes_done, 0)) else 0 end,
            case when h.is_signed then 0 else least(h.minutes, coalesce(a.minutes_done, 0)) end,
            coalesce(greatest(0, h.minutes - a.minutes_done), 0)))
     from learner l
     join path p on p.n = l.n
     join run r on r.id = p.run_id
     join half_day h on h.run_id = r.id
     left join lateral (
       select minutes_done from attendance
        where centre_id = l.centre_id and slot_id = h.id and enrolment_id = l.id and ${inForce}
       offset 0) a on true
    where (l.n, r.block_code) in (select n, block_code from waiver)) as half_days,
  (select json_agg(json_build_array(l.n, a.block_code, a.signed_on, a.signer_name, a.origin, a.ratings,
                                    m.id, m.ends_on)
                   order by a.signed_at)
     ${eachLearners('appraisal', 'a', 'signed_at is not null')}
     left join employment m on m.centre_id = a.centre_id and m.id = a.employment_id) as appraisals,
  (select json_agg(json_build_array(l.n, a.block_code,
                                    (a.created_at at time zone 'Europe/Paris')::date, a.due_on,
                                    a.ratings <> '{}'::jsonb, a.tutor_id, m.id, m.tutor_id, m.ends_on)
                   order by a.created_at)
     ${eachLearners('appraisal', 'a', 'signed_at is null and ended_at is null')}
     left join employment m on m.centre_id = a.centre_id and m.id = a.employment_id) as asked,
  (select json_agg(json_build_array(l.n, a.assessment_code, a.attempt, a.held_on, a.marks))
     ${eachLearners('assessment_result', 'a', inForce)}) as results,
  (select json_agg(json_build_array(l.n, c.code, c.obtained_on, c.expires_on,
            exists (select from credential_file where centre_id = c.centre_id and credential_id = c.id)))
     ${eachLearners('credential', 'c', inForce, 'person_id')}) as credentials,
  ${verdicts},
  ${equivalences}, ${received},
  (select json_agg(json_build_array(n, block_code, module_code, granted_minutes, state))
     from waiver) as dispensations,
  (select json_agg(json_build_array(l.n, j.held_on, j.id) order by j.held_on)
     ${eachLearners('jury_candidate', 'k')}
     join jury_session j on j.centre_id = k.centre_id and j.id = k.jury_session_id
    where j.state <> 'closed' and j.held_on >= $2::date) as juries,
  (select json_agg(json_build_array(l.n, p.birth_name, p.usage_name, p.given_name) order by m.hire_date)
     ${eachLearners('employment', 'm', '(ends_on is null or ends_on >= $2::date)', 'person_id')}
    cross join lateral (
      select * from person where centre_id = m.centre_id and id = m.tutor_id offset 0) p) as tutors,
  (select json_agg(json_build_array(c.id, c.name, c.framework_version_id, c.state, c.starts_on,
                                    c.ends_on, c.jury_on, s.name))
     from cohort c
     join site s on s.centre_id = c.centre_id and s.id = c.site_id
    where c.id in (select cohort_id from learner)) as cohorts`;
