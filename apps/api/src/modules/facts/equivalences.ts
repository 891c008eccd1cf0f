import type { PersonalEquivalence } from '@jalon/domain';
import type { Query } from '../../db/database.ts';

const text = `
select e.person_id as "personId", q.acquired_under_id as "acquiredUnder",
       q.acquired_block_code as "acquiredBlockCode", q.followed_id as followed,
       q.block_code as "blockCode", a.outcome::text as state
  from equivalence q
  join enrolment e on e.centre_id = q.centre_id and e.id = q.enrolment_id
  join equivalence_answer a on a.centre_id = q.centre_id and a.equivalence_id = q.id`;

/** Every equivalence of the centre that the certifier answered. */
export const readEquivalences = (query: Query): Promise<readonly PersonalEquivalence[]> =>
  query<PersonalEquivalence & Record<string, unknown>>({ name: 'equivalences', text });
