import type { Prisma } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';

/** The sessions prepared for a learner and not closed; a re-sit asks for no module of theirs. */
export const withOwnJury = {
  juryCandidates: {
    where: { kind: 'training', jurySession: { state: { not: 'closed' } } },
    select: { jurySession: { select: { heldOn: true } } },
  },
} as const satisfies Prisma.EnrolmentInclude;

/** Their days alone, as `nextJuryDay` takes them: what the cohort plans is left out. */
export const listSessionDays = ({
  juryCandidates,
}: Prisma.EnrolmentGetPayload<{ include: typeof withOwnJury }>) => ({
  sessionDays: juryCandidates.map(({ jurySession }) => toDay(jurySession.heldOn)),
  plannedOn: null,
});
