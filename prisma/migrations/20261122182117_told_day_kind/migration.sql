-- What subscribers were told so far: positionings of cohorts, juries of enrolments.
create type "told_day_kind" as enum ('positioning', 'jury');
alter table public.told_day add column "kind" "told_day_kind";

alter table public.told_day no force row level security;
alter table public.enrolment no force row level security;
update public.told_day d set kind =
  case when exists (select from public.enrolment e where e.centre_id = d.centre_id and e.id = d.subject_id)
       then 'jury' else 'positioning' end::told_day_kind;
alter table public.enrolment force row level security;
alter table public.told_day force row level security;

alter table public.told_day
  alter column "kind" set not null,
  drop constraint "told_day_pkey",
  add constraint "told_day_pkey" primary key ("centre_id", "subject_id", "kind", "rank");
