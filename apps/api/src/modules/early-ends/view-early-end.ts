import type { EarlyEndView } from '@jalon/contract';
import { type EarlyEndFacts, findLeavingDay, type PlainDate, readEarlyEnd } from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';

export const withEarlyEnds = {
  earlyEnds: { orderBy: { createdAt: 'asc' } },
} satisfies Prisma.EnrolmentInclude;

type LeavingRow = Prisma.EnrolmentGetPayload<{ include: typeof withEarlyEnds }>;

/** What the rules of an early end read of an enrolment. */
export const earlyEndFacts = (row: LeavingRow): EarlyEndFacts => ({
  route: row.route,
  leftOn: findLeavingDay({ ...row, endsOn: toDayOrNull(row.endsOn) }),
  plannedEndsOn: toDayOrNull(row.plannedEndsOn),
  declared: row.earlyEnds.map(({ endedOn, declaredOn }) => ({
    endedOn: toDay(endedOn),
    declaredOn: toDay(declaredOn),
  })),
});

export function viewEarlyEnd(row: LeavingRow, today: PlainDate): EarlyEndView | null {
  const standing = readEarlyEnd(earlyEndFacts(row), today);
  if (!standing) return null;
  const noted = row.earlyEnds.find(({ endedOn }) => toDay(endedOn) === standing.anchorOn);
  return { ...standing, declaration: noted ? viewDeclaration(noted) : null };
}

export const viewDeclaration = ({
  id,
  declaredOn,
  reference,
  revision,
}: LeavingRow['earlyEnds'][number]): NonNullable<EarlyEndView['declaration']> => ({
  id,
  declaredOn: toDay(declaredOn),
  reference,
  revision,
});
