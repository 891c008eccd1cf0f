import { Prisma } from './generated/client.ts';

/** Two rows where one may stand: a unique key refused the second. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2002' || (error.code === 'P2010' && error.message.includes('23505')));
