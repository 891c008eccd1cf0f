import { randomBytes } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'jalon_template';

/** A fresh migrated database, cloned from the template in milliseconds. */
export interface TestDatabase {
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

function clusterUrl(): string {
  const url = process.env.JALON_TEST_PG_URL;
  if (!url) throw new Error('Run the tests through npm test: it starts PostgreSQL.');
  return url;
}

async function runOnCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOnCluster(`create database ${name} template ${TEMPLATE}`);
  const url = new URL(clusterUrl());
  url.pathname = `/${name}`;
  return {
    ownerUrl: url.toString(),
    drop: () => runOnCluster(`drop database if exists ${name} with (force)`),
  };
}
