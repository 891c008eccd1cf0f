import type { AppraisalLevel, AppraisalOrigin, PlainDate } from '@jalon/domain';
import type { Query } from '../../db/database.ts';

/** What the panel shows beyond the facts of the line: who to call, what was asked. */
export interface CellRecords {
  readonly tutor: {
    readonly birthName: string;
    readonly usageName: string | null;
    readonly givenName: string;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly appraisal: {
    readonly id: string;
    readonly signedOn: PlainDate | null;
    readonly signerName: string | null;
    readonly origin: AppraisalOrigin;
    readonly dueOn: PlainDate | null;
    readonly ratings: Record<string, AppraisalLevel>;
    readonly remindersSent: number;
  } | null;
  readonly resitOn: PlainDate | null;
}

/**
 * `$1` enrolment, `$2` person, `$3` block, `$4` today. The appraisal is the last signed one in force;
 * failing that, the one that was asked for.
 */
const text = `
select
  (select json_build_object('birthName', p.birth_name, 'usageName', p.usage_name,
                            'givenName', p.given_name, 'email', p.email, 'phone', p.phone)
     from employment m
     join person p on p.centre_id = m.centre_id and p.id = m.tutor_id
    where m.person_id = $2 and (m.ends_on is null or m.ends_on >= $4::date)
    order by m.hire_date desc limit 1) as tutor,
  (select json_build_object('id', a.id, 'signedOn', a.signed_on, 'signerName', a.signer_name,
                            'origin', a.origin, 'dueOn', a.due_on, 'ratings', a.ratings,
                            'remindersSent', (select count(*) from reminder r
                                                join mail l on l.centre_id = r.centre_id and l.id = r.mail_id
                                               where r.centre_id = a.centre_id and r.subject_id = a.id
                                                 and l.sent_at is not null))
     from appraisal a
    where a.enrolment_id = $1 and a.block_code = $3 and a.superseded_by_id is null
      and a.ended_at is null
    order by a.signed_at desc nulls last limit 1) as appraisal,
  (select min(planned_on)::text from resit_registration
    where enrolment_id = $1 and block_code = $3 and planned_on >= $4::date) as "resitOn"`;

/** Reads what the panel of one cell shows beside the line's own facts. */
export async function readCellRecords(
  query: Query,
  cell: { enrolmentId: string; personId: string; blockCode: string; today: PlainDate },
): Promise<CellRecords> {
  const [row] = await query<CellRecords & Record<string, unknown>>({
    name: 'board-cell',
    text,
    values: [cell.enrolmentId, cell.personId, cell.blockCode, cell.today],
  });
  return row ?? { tutor: null, appraisal: null, resitOn: null };
}
