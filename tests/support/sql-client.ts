import { connectionUrl } from '@jalon/api';
import pg from 'pg';
import { TEST_SECRET } from './test-app.ts';

/** A connection under the application's own role, bound to one centre: what no code may do either. */
export async function connectAsApp(ownerUrl: string, centreId: string): Promise<pg.Client> {
  const client = await connect(connectionUrl(ownerUrl, 'jalon_app', TEST_SECRET));
  await client.query("select set_config('app.centre_id', $1, false)", [centreId]);
  return client;
}

/** A connection under the owner of the database, who may do anything: the one to be found out. */
export const connectAsOwner = (ownerUrl: string): Promise<pg.Client> => connect(ownerUrl);

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
