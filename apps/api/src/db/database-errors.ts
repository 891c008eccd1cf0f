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

/**
 * What two transactions at once were refused by the database: `taken` when another row already
 * stands where one may (23P01, found at the commit), or both waited for each other (40P01); `final`
 * when the row has been signed, superseded, closed or published since it was read (JL001).
 */
export type DatabaseRefusal = 'taken' | 'final';

const refusals: Readonly<Record<string, DatabaseRefusal>> = {
  '23P01': 'taken',
  '40P01': 'taken',
  JL001: 'final',
};

/** The refusal behind an error of the database, or `null` for any other. */
export const readRefusal = (error: unknown): DatabaseRefusal | null =>
  refusals[sqlStateOf(error) ?? ''] ?? null;

/** The state that PostgreSQL gave, as `pg` and as Prisma carry it: in a statement, or at a commit. */
function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const driver =
    error instanceof Prisma.PrismaClientKnownRequestError
      ? (error.meta?.driverAdapterError as { cause?: unknown } | undefined)
      : error;
  const cause = driver?.cause as { originalCode?: unknown } | undefined;
  if (typeof cause?.originalCode === 'string') return cause.originalCode;
  return 'severity' in error && 'code' in error ? String(error.code) : undefined;
}
