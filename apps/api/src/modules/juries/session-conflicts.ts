import {
  type CandidateTie,
  type CandidateTies,
  type Conflict,
  type ConflictKind,
  detectConflicts,
  formatName,
} from '@jalon/domain';
import type { Query } from '../../db/database.ts';

/** A tie between a member and a candidate, and whether the member has stood aside. */
export interface MemberConflict extends Conflict {
  /** The stored recusal; `null` for a tie that is only found in the data. */
  readonly id: string | null;
  readonly isRecused: boolean;
}

interface Seats {
  readonly members: readonly {
    readonly id: string;
    readonly personId: string;
    readonly person: {
      readonly givenName: string;
      readonly birthName: string;
      readonly usageName: string | null;
      readonly email: string | null;
    };
  }[];
  readonly conflicts: readonly {
    readonly id: string;
    readonly memberId: string;
    readonly enrolmentId: string;
    readonly kind: ConflictKind;
    readonly note: string;
    readonly detected: boolean;
  }[];
}

/** Every tie between the members and the candidates of a session: in the data, or declared. */
export async function readConflicts(
  query: Query,
  { members, conflicts }: Seats,
  candidates: readonly { readonly id: string }[],
): Promise<readonly MemberConflict[]> {
  if (members.length === 0 || candidates.length === 0) return [];
  const ties = await readTies(
    query,
    candidates.map(({ id }) => id),
  );
  return members.flatMap(({ id, personId, person }) => {
    const member = { id, personId, email: person.email, name: formatName(person) };
    const stored = conflicts.filter(({ memberId }) => memberId === id).map(toDeclared);
    const found = detectConflicts(
      member,
      ties,
      stored.filter(({ detected }) => !detected),
    );
    const isFound = ({ candidateId }: { candidateId: string }) =>
      found.some((conflict) => conflict.candidateId === candidateId);
    // A recusal stands even when the data that led to it has changed since.
    const lost = detectConflicts(
      member,
      candidates.map(({ id: candidateId }) => ({ candidateId, ties: [] })),
      stored.filter((row) => !isFound(row)),
    );
    return [...found, ...lost].map((conflict) => {
      const row = stored.find(({ candidateId }) => candidateId === conflict.candidateId);
      return { ...conflict, id: row?.id ?? null, isRecused: row !== undefined };
    });
  });
}

const toDeclared = ({ enrolmentId, ...row }: Seats['conflicts'][number]) => ({
  ...row,
  candidateId: enrolmentId,
});

interface TieRow {
  readonly enrolmentId: string;
  readonly kind: ConflictKind;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string | null;
}

/** Trainers of the half-days of the learner's path, tutors, employers, and the learner in person. */
export async function readTies(
  query: Query,
  ids: readonly string[],
): Promise<readonly CandidateTies[]> {
  const rows = await query<TieRow>({
    name: 'jury-ties',
    text: `
      with candidate as (
        select centre_id, id, person_id, cohort_id from enrolment where id = any($1::uuid[])),
      tie as (
        select c.id, 'trainer' as kind, s.trainer_id as person_id
          from candidate c
          join path_run r on r.centre_id = c.centre_id and r.enrolment_id = c.id
          join slot s on s.centre_id = c.centre_id and s.module_run_id = r.module_run_id
         where s.trainer_id is not null
        union
        select c.id, 'trainer', s.trainer_id
          from candidate c
          join attendance a on a.centre_id = c.centre_id and a.enrolment_id = c.id
          join slot s on s.centre_id = c.centre_id and s.id = a.slot_id
         where s.trainer_id is not null
        union
        select c.id, 'tutor', e.tutor_id
          from candidate c
          join employment e on e.centre_id = c.centre_id and e.person_id = c.person_id
         where e.tutor_id is not null
        union
        select c.id, 'other', c.person_id from candidate c)
      select t.id as "enrolmentId", t.kind, t.person_id as "personId", p.email,
             coalesce(p.usage_name, p.birth_name) || ' ' || p.given_name as name
        from tie t
        join candidate c on c.id = t.id
        join person p on p.centre_id = c.centre_id and p.id = t.person_id
      union all
      select c.id, 'employer', null, e.employer_email, e.employer_name
        from candidate c
        join employment e on e.centre_id = c.centre_id and e.person_id = c.person_id`,
    values: [ids],
  });
  const byCandidate = new Map<string, CandidateTie[]>(ids.map((id) => [id, []]));
  for (const { enrolmentId, ...tie } of rows) byCandidate.get(enrolmentId)?.push(tie);
  return [...byCandidate].map(([candidateId, ties]) => ({ candidateId, ties }));
}
