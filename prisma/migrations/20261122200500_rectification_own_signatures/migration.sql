-- Which decisions these minutes put in force.
create index jury_decision_rectified_by on public.jury_decision (centre_id, rectified_by_id)
 where rectified_by_id is not null;

-- As before, and: only what members signed themselves counts, not what the office noted of a paper; it takes
-- the majority of those whom the minutes name as deciding, of both colleges; and no later ones replace them.
create or replace function jalon.only_open_or_rectified() returns trigger language plpgsql as $$
declare
  session_state text;
  rectifying uuid;
  deciding jsonb;
  signed bigint;
  signed_colleges bigint;
begin
  select state::text into session_state from public.jury_session
   where centre_id = new.centre_id and id = new.jury_session_id for share;
  if session_state is distinct from 'closed' then
    if new.rectified_by_id is not null then
      perform jalon.refuse('a jury session that is not closed is not rectified');
    end if;
    return new;
  end if;
  if tg_op = 'INSERT' then
    rectifying := new.rectified_by_id;
  else
    select d.rectified_by_id into rectifying from public.jury_decision d
     where d.centre_id = new.centre_id and d.id = new.superseded_by_id;
  end if;
  if rectifying is null then
    perform jalon.refuse('a closed jury session never changes');
  end if;
  if tg_op = 'INSERT' and not exists (
    select from public.jury_minutes m
     where m.centre_id = new.centre_id and m.id = rectifying and m.number > 1
       and m.jury_session_id = new.jury_session_id
       and m.content -> 'corrections' @> jsonb_build_array(jsonb_build_object(
         'enrolmentId', new.enrolment_id, 'blockCode', new.block_code, 'decision', new.decision))) then
    perform jalon.refuse('rectifying minutes change what they say, and nothing else');
  end if;
  if tg_op = 'INSERT' and exists (
    select from public.jury_minutes m join public.jury_minutes later
        on later.centre_id = m.centre_id and later.jury_session_id = m.jury_session_id
       and later.number > m.number
     where m.centre_id = new.centre_id and m.id = rectifying) then
    perform jalon.refuse('rectifying minutes that later ones replace change nothing');
  end if;
  select m.content -> 'decidingMemberIds' into deciding from public.jury_minutes m
   where m.centre_id = new.centre_id and m.id = rectifying;
  select count(*), count(distinct seat.college) into signed, signed_colleges
    from public.jury_signature s
    join public.jury_member seat on seat.centre_id = s.centre_id and seat.id = s.member_id
   where s.centre_id = new.centre_id and s.minutes_id = rectifying and s.method = 'own'
     and not seat.is_alternate and (deciding is null or deciding ? seat.id::text);
  if signed_colleges < 2 or signed * 2 <= coalesce(jsonb_array_length(deciding), 0) then
    perform jalon.refuse('rectifying minutes are in force once the majority of both colleges has signed');
  end if;
  return new;
end $$;
