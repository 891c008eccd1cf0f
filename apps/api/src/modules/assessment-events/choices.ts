import type { Output } from '@jalon/contract';
import { findBlock, formatName, nameAssessment, type PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toFramework } from '../../db/framework-content.ts';
import { invalid } from '../../http/domain-error.ts';
import { requireRoom } from '../planning/bookings.ts';
import { listDue } from './list-due.ts';

type Choices = Output<'GET /assessment-events/:eventId/choices'>;

interface Asked {
  readonly cohort: Prisma.CohortGetPayload<{ include: { frameworkVersion: true } }>;
  readonly blockCode: string;
  readonly heldOn: PlainDate;
  readonly today: PlainDate;
  readonly eventId: string | null;
}

/** What a person chooses from when they prepare an event. */
export async function listChoices(tx: Tx, asked: Asked): Promise<Choices> {
  const { cohort, blockCode, heldOn, today, eventId } = asked;
  const block = findBlock(toFramework(cohort.frameworkVersion), blockCode);
  const { id: cohortId, frameworkVersionId } = cohort;
  const due = await listDue(tx, {
    cohortId,
    frameworkVersionId,
    blockCode,
    heldOn,
    today,
    eventId,
  });
  const rooms = await tx.room.findMany({
    where: { archivedAt: null },
    include: { site: true },
    orderBy: [{ site: { name: 'asc' } }, { name: 'asc' }],
  });
  const members = await tx.membership.findMany({
    where: { role: { in: ['trainer', 'coordinator'] }, endedAt: null },
    include: { person: true },
  });
  const assessors = new Map(
    members.map(({ person }) => [person.id, { id: person.id, name: formatName(person) }]),
  );
  return {
    due: due.map(({ enrolmentId, name, cohort: own, isResit, outcome, ...one }) => ({
      enrolmentId,
      name,
      cohort: own,
      isResit,
      outcome,
      assessmentCodes: [...one.assessmentCodes],
      reasons: [...one.reasons],
    })),
    assessments: block.assessments
      .filter(({ credentialCode }) => credentialCode === null)
      .map((one) => ({ code: one.code, title: nameAssessment(block, one) })),
    rooms: rooms.map(({ id, name, seats, site }) => ({
      id,
      name: `${name}, ${site.name}`,
      seats,
    })),
    assessors: [...assessors.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  };
}

/** @throws validation_failed when somebody, or the room, is not one that the centre can choose */
export async function requireChoices(
  tx: Tx,
  form: {
    readonly roomId: string | null;
    readonly assessorIds: readonly string[];
    readonly candidates: readonly { readonly enrolmentId: string }[];
  },
  frameworkVersionId: string,
  /** Of the event as it stands: who is there already stays. */
  before: { readonly roomId: string | null; readonly assessorIds: readonly string[] },
): Promise<void> {
  if (form.roomId !== before.roomId) await requireRoom(tx, form.roomId);
  const members = await tx.membership.findMany({
    where: {
      personId: { in: [...form.assessorIds] },
      role: { in: ['trainer', 'coordinator'] },
      endedAt: null,
    },
    select: { personId: true },
  });
  const ids = form.candidates.map(({ enrolmentId }) => enrolmentId);
  const enrolments = await tx.enrolment.findMany({
    where: {
      id: { in: ids },
      state: { not: 'withdrawn' },
      cohort: { frameworkVersionId },
    },
    select: { id: true },
  });
  const errors = [
    ...form.assessorIds.flatMap((personId, index) =>
      before.assessorIds.includes(personId) || members.some((one) => one.personId === personId)
        ? []
        : [
            {
              pointer: `/assessorIds/${index}`,
              message: 'Choisissez un évaluateur en poste dans votre centre.',
            },
          ],
    ),
    ...ids.flatMap((enrolmentId, index) =>
      enrolments.some(({ id }) => id === enrolmentId)
        ? []
        : [
            {
              pointer: `/candidates/${index}/enrolmentId`,
              message: 'Choisissez un candidat de ce référentiel, en formation ou à représenter.',
            },
          ],
    ),
  ];
  if (errors.length > 0) throw invalid(errors);
}
