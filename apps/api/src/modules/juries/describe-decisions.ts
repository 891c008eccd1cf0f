import type { Output } from '@jalon/contract';
import type { Vote } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import type { DecisionRow } from './session-record.ts';

type Decisions = Output<'GET /juries/:juryId/decisions'>['decisions'];

/** Decisions with the name of whoever wrote them down. */
export async function describeDecisions(tx: Tx, rows: readonly DecisionRow[]): Promise<Decisions> {
  const names = await readNames(tx, [...new Set(rows.map((row) => row.decidedByUserId))]);
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolmentId,
    blockCode: row.blockCode,
    decision: row.decision,
    motive: row.motive,
    recommendation: row.recommendation,
    vote: voteOf(row),
    origin: row.origin,
    decidedByName: names.get(row.decidedByUserId) ?? '',
    decidedAt: row.createdAt.toISOString(),
  }));
}

/** The count of the vote; `null` when none was held. */
export const voteOf = ({
  votesFor,
  votesAgainst,
  abstentions,
}: Pick<DecisionRow, 'votesFor' | 'votesAgainst' | 'abstentions'>): Vote | null =>
  votesFor === null || votesAgainst === null || abstentions === null
    ? null
    : { for: votesFor, against: votesAgainst, abstentions };

/** Names of logins as their centre knows them. */
export async function readNames(
  tx: Tx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await queryIn(tx)<{ userId: string; name: string }>({
    name: 'names-of-logins',
    text: `
      select distinct on (m.user_id) m.user_id as "userId",
             coalesce(p.usage_name, p.birth_name) || ' ' || p.given_name as name
        from membership m
        join person p on p.centre_id = m.centre_id and p.id = m.person_id
       where m.user_id = any($1::text[])
       order by m.user_id, m.created_at`,
    values: [userIds],
  });
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}
