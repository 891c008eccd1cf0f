import type { Output } from '@jalon/contract';
import { formatDay, formatName } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';

export interface Subject {
  readonly name: string;
  readonly place: Output<'GET /audit-events'>['rows'][number]['place'];
}

const person = { select: { givenName: true, birthName: true, usageName: true } } as const;
const enrolment = { select: { id: true, person } } as const;

/**
 * What the acts of a page of the journal were about, by the id that the trail keeps; absent from it
 * is what no longer exists, and what has no name, as a login. An id is one noun's: the order of the
 * readings does not matter.
 */
export async function nameSubjects(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  const where = { id: { in: [...new Set(ids)] } };
  const [cohorts, frameworks, juries, slots, rooms, sites] = [
    await tx.cohort.findMany({ where }),
    await tx.frameworkVersion.findMany({ where }),
    await tx.jurySession.findMany({ where }),
    await tx.slot.findMany({ where, include: { cohort: true } }),
    await tx.room.findMany({ where }),
    await tx.site.findMany({ where }),
  ];
  return new Map<string, Subject>([
    ...cohorts.map(({ id, name }) => named(id, name, { kind: 'cohort', id })),
    ...frameworks.map(({ id, title }) => named(id, title, { kind: 'framework', id })),
    ...juries.map(({ id, heldOn }) =>
      named(id, `Jury du ${formatDay(toDay(heldOn))}`, { kind: 'jury', id }),
    ),
    ...slots.map(({ id, heldOn, cohort }) =>
      named(id, `${cohort.name}, le ${formatDay(toDay(heldOn))}`, { kind: 'slot', id }),
    ),
    ...[...rooms, ...sites].map(({ id, name }) => named(id, name, null)),
    ...(await nameLearners(tx, where)),
    ...(await namePeople(tx, where)),
  ]);
}

const named = (id: string, name: string, place: Subject['place']): readonly [string, Subject] => [
  id,
  { name, place },
];

type Where = { readonly id: { readonly in: string[] } };

/** Enrolments, and what hangs from one. */
async function nameLearners(tx: Tx, where: Where) {
  const include = { enrolment };
  const own = await tx.enrolment.findMany({ where, include: { person } });
  const ofOne = [
    ...(await tx.appraisal.findMany({ where, include })),
    ...(await tx.dispensation.findMany({ where, include })),
    ...(await tx.certificate.findMany({ where, include })),
    ...(await tx.juryDecision.findMany({ where, include })),
  ];
  return [
    ...own.map((row) => named(row.id, formatName(row.person), { kind: 'enrolment', id: row.id })),
    ...ofOne.map(({ id, enrolment: { id: enrolmentId, person: learner } }) =>
      named(id, formatName(learner), { kind: 'enrolment', id: enrolmentId }),
    ),
  ];
}

/** People, and what is theirs outside a training. */
async function namePeople(tx: Tx, where: Where) {
  const include = { person };
  const own = await tx.person.findMany({ where });
  const ofOne = [
    ...(await tx.membership.findMany({ where, include })),
    ...(await tx.employment.findMany({ where, include })),
    ...(await tx.credential.findMany({ where, include })),
  ];
  return [
    ...own.map((row) => named(row.id, formatName(row), null)),
    ...ofOne.map((row) => named(row.id, formatName(row.person), null)),
  ];
}
