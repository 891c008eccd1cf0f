import type { Framework } from '@jalon/domain';
import type { Prisma } from './generated/client.ts';

/**
 * The rules that a framework row carries. No check here: content is validated when it is saved, and
 * once published it never changes.
 */
export const toFramework = (row: { readonly content: Prisma.JsonValue }): Framework =>
  row.content as unknown as Framework;
