import { Prisma } from './generated/client.ts';

/** Two rows where one may stand: a unique key refused the second. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2002' || (error.code === 'P2010' && error.message.includes('23505')));

const DIVISION_BY_ZERO = '22012';

/**
 * The database cannot hold a value that was sent (SQLSTATE class 22: out of range, not a text…).
 * What a schema lets through by mistake is then a bad request, not a breakdown.
 */
export function isUnstorableValue(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state?.startsWith('22') === true && state !== DIVISION_BY_ZERO;
}

/** The state that PostgreSQL gave, as `pg` and as Prisma carry it. */
function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError))
    return error instanceof Error && 'severity' in error && 'code' in error
      ? String(error.code)
      : undefined;
  const driver = error.meta?.driverAdapterError as
    | { cause?: { originalCode?: string } }
    | undefined;
  return driver?.cause?.originalCode;
}
