import type { Query, Tx } from './database.ts';

/**
 * Statements of `db.read` inside a transaction of `db.run`, so that one loader serves both. Prisma
 * returns `date` columns as `Date`: cast them to text in the statement.
 */
export const queryIn =
  (tx: Tx): Query =>
  (statement) =>
    tx.$queryRawUnsafe(statement.text, ...(statement.values ?? []));
