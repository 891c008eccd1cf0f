import type { CertificateKind, ParisMoment, PlainDate, SlotKind } from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import type { EnrolmentState } from '../facts/facts-row.ts';
import { endsCourseSql } from '../facts/standing-certificate.ts';

/** What a learner's page shows beside the facts of the board: coming half-days and certificates. */
export interface ProgressRecords {
  readonly givenName: string | null;
  /** Of whoever has coordinated the centre the longest; `null` without an address. */
  readonly officeMail: string | null;
  /** Those that go on first, those that were left last. */
  readonly enrolments: readonly {
    readonly id: string;
    readonly state: EnrolmentState;
    readonly endsOn: PlainDate | null;
  }[];
  readonly slots: readonly {
    readonly enrolmentId: string;
    readonly slotId: string;
    readonly kind: SlotKind;
    readonly blockCode: string;
    readonly moduleCode: string | null;
    readonly on: PlainDate;
    readonly startsAt: number;
    readonly minutes: number;
    readonly room: string | null;
    readonly isRemote: boolean;
    readonly trainer: {
      readonly birthName: string;
      readonly usageName: string | null;
      readonly givenName: string;
    } | null;
  }[];
  readonly certificates: readonly {
    readonly enrolmentId: string;
    readonly id: string;
    readonly kind: CertificateKind;
    readonly number: string;
    readonly issuedOn: PlainDate;
  }[];
  /** The last notice of each jury's decisions, as it was sent. */
  readonly notices: readonly {
    readonly enrolmentId: string;
    readonly id: string;
    readonly heldOn: PlainDate;
  }[];
}

/** `$1` the learner, `$2` and `$3` day and minute of now in Paris. Only this person's own rows. */
const text = `
with own as materialized (
  select * from enrolment where person_id = $1
)
select
  (select given_name from person where id = $1) as "givenName",
  (select p.email
     from membership m
     join person p on p.centre_id = m.centre_id and p.id = m.person_id
    where m.role = 'coordinator' and m.ended_at is null and p.email is not null
    order by m.created_at
    limit 1) as "officeMail",
  (select coalesce(json_agg(json_build_object('id', id, 'state', state, 'endsOn', ends_on)
                            order by state = 'active' desc, state = 'withdrawn', starts_on desc), '[]')
     from own) as enrolments,
  (select coalesce(json_agg(json_build_object(
            'enrolmentId', o.id, 'slotId', s.id, 'kind', r.kind, 'blockCode', r.block_code,
            'moduleCode', r.module_code, 'on', s.held_on, 'startsAt', s.starts_at,
            'minutes', s.minutes, 'room', (select o.name from room o where o.centre_id = s.centre_id and o.id = s.room_id), 'isRemote', s.mode = 'remote',
            'trainer', (select json_build_object('birthName', p.birth_name, 'usageName', p.usage_name,
                                                 'givenName', p.given_name)
                          from person p where p.centre_id = s.centre_id and p.id = s.trainer_id))
            order by s.held_on, s.starts_at), '[]')
     from own o
     join path_run t on t.centre_id = o.centre_id and t.enrolment_id = o.id
     join module_run r on r.centre_id = t.centre_id and r.id = t.module_run_id
     join slot s on s.centre_id = r.centre_id and s.module_run_id = r.id
    where s.cancelled_at is null and o.state = 'active'
      and (s.held_on, s.starts_at + s.minutes) > ($2::date, $3::int)
      and s.held_on >= o.starts_on and (o.ends_on is null or s.held_on <= o.ends_on)) as slots,
  (select coalesce(json_agg(json_build_object(
            'enrolmentId', o.id, 'id', c.id, 'kind', c.kind, 'number', c.number,
            'issuedOn', c.issued_on)), '[]')
     from own o
     join certificate c on c.centre_id = o.centre_id and c.enrolment_id = o.id
    where ${endsCourseSql('c')}) as certificates,
  (select coalesce(json_agg(json_build_object('enrolmentId', n.enrolment_id, 'id', n.id, 'heldOn', n.held_on)
                            order by n.held_on desc), '[]')
     from (select distinct on (n.enrolment_id, n.jury_session_id) n.enrolment_id, n.id, j.held_on
             from own o
             join notice n on n.centre_id = o.centre_id and n.enrolment_id = o.id
             join jury_session j on j.centre_id = n.centre_id and j.id = n.jury_session_id
            where n.document_id is not null
            order by n.enrolment_id, n.jury_session_id, n.created_at desc) n) as notices`;

/** Reads a learner's own half-days and certificates in one round trip. */
export async function readProgressRecords(
  query: Query,
  personId: string,
  now: ParisMoment,
): Promise<ProgressRecords> {
  const [row] = await query<ProgressRecords & Record<string, unknown>>({
    name: 'progress-records',
    text,
    values: [personId, now.day, now.minute],
  });
  if (!row) throw new Error('the statement of a learner’s page answers one row');
  return row;
}
