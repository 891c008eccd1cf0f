import { isAllowed } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';

export const withEventParts = {
  cohort: { include: { frameworkVersion: true, site: true } },
  room: { include: { site: true } },
  assessors: { include: { person: true }, orderBy: { position: 'asc' } },
  candidates: true,
  results: {
    where: { supersededById: null },
    select: { enrolmentId: true, assessmentCode: true, attempt: true },
  },
  summons: {
    include: { mail: { select: { sentAt: true, givenUpAt: true, failure: true } } },
    orderBy: { createdAt: 'desc' },
  },
} as const satisfies Prisma.AssessmentEventInclude;
export type EventRow = Prisma.AssessmentEventGetPayload<{ include: typeof withEventParts }>;

/** Whether the actor sees every event of the centre, and not only those at which they assess. */
export const seesEveryEvent = (actor: Actor): boolean => isAllowed(actor.roles, 'enrolment:read');

export const scopeEvents = (actor: Actor): Prisma.AssessmentEventWhereInput =>
  seesEveryEvent(actor) ? {} : { assessors: { some: { personId: actor.personId } } };

/** The event, for those who may see it. @throws not_found */
export const findEvent = async (tx: Tx, actor: Actor, id: string): Promise<EventRow> =>
  found(
    await tx.assessmentEvent.findFirst({
      where: { id, AND: [scopeEvents(actor)] },
      include: withEventParts,
    }),
    'Cette séance',
  );

/** The event, held: one change, one convocation or one mark at a time. */
export async function holdEvent(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select id from assessment_event where id = ${id}::uuid for update`;
}
