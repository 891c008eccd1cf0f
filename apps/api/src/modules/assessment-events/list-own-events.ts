import type { Progress } from '@jalon/contract';
import { type PlainDate, tellExtraTime, tellSummonsLine } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { withEventParts } from './event-record.ts';
import { tellCandidate } from './tell-candidate.ts';

export interface OwnEvent {
  readonly enrolmentId: string;
  readonly event: Progress['assessmentEvents'][number];
}

/** The events of that day and later to which a learner was convoked, each as its convocation says. */
export async function listOwnEvents(
  tx: Tx,
  personId: string,
  today: PlainDate,
): Promise<readonly OwnEvent[]> {
  const rows = await tx.assessmentEvent.findMany({
    where: {
      heldOn: { gte: fromDay(today) },
      candidates: { some: { enrolment: { personId } } },
      summons: { some: { mailId: { not: null }, enrolment: { personId } } },
    },
    include: withEventParts,
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }],
  });
  const own = await tx.enrolment.findMany({ where: { personId }, select: { id: true } });
  return rows.flatMap((row) =>
    row.candidates
      .filter(
        ({ enrolmentId }) =>
          own.some(({ id }) => id === enrolmentId) &&
          row.summons.some((one) => one.enrolmentId === enrolmentId && one.mailId !== null),
      )
      .map((candidate) => {
        const told = tellCandidate(row, candidate);
        const { startsAt, minutes } = tellSummonsLine(told);
        return {
          enrolmentId: candidate.enrolmentId,
          event: {
            id: told.id,
            blockCode: told.blockCode,
            on: told.heldOn,
            startsAt,
            endsAt: startsAt + minutes,
            assessments: [...told.assessments],
            place: told.place,
            extraTimeWords: tellExtraTime(told.extraTime, told.minutes),
            isCancelled: row.cancelledAt !== null,
          },
        };
      }),
  );
}
