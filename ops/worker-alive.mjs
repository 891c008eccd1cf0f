// Whether the worker of this machine gave a sign of life in the last half-minute: for its healthcheck,
// since a worker serves no HTTP.
import { hostname } from 'node:os';
import pg from 'pg';
import { roleUrl } from './roles.mjs';

const { DATABASE_URL = '', JALON_SECRET = '' } = process.env;
const client = new pg.Client({
  connectionString: roleUrl(DATABASE_URL, 'jalon_system', JALON_SECRET),
});
await client.connect();
const { rowCount } = await client.query(
  `select 1 from worker_heartbeat where starts_with(id, $1) and at > now() - interval '30 seconds'`,
  [`${hostname()}:`],
);
await client.end();
process.exitCode = rowCount ? 0 : 1;
