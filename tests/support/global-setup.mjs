import { startTestPostgres } from '../../ops/test-postgres.mjs';

/** One PostgreSQL for the whole run, unless npm test has started it already. */
export default async function setUp() {
  if (process.env.JALON_TEST_PG_URL) return;
  process.env.JALON_TEST_SECRET = 'test-secret';
  const postgres = await startTestPostgres(process.env.JALON_TEST_SECRET);
  process.env.JALON_TEST_PG_URL = postgres.url;
  globalThis.stopTestPostgres = postgres.stop;
}
