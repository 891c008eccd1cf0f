import type { VersionOrigin } from '@jalon/domain';
import type { Query } from '../../db/database.ts';

const text = `
select id, title, copied_from_id as "copiedFromId",
       coalesce(content -> 'certification' ->> 'rncp',
                content -> 'certification' ->> 'name') as certification,
       (select coalesce(json_object_agg(block ->> 'code', block ->> 'name'), '{}')
          from jsonb_array_elements(content -> 'blocks') block) as "blockNames"
  from framework_version`;

/** Every version of the centre, as far as it says which acquired blocks it keeps. */
export const readVersionOrigins = (query: Query): Promise<readonly VersionOrigin[]> =>
  query<VersionOrigin & Record<string, unknown>>({ name: 'version-origins', text });
