import type { Input, Output } from '@jalon/contract';
import { checkSuspension, deadlineUrgencies, formatName, type PlainDate } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { type EndedEarly, loadEarlyEnds, nameEmployers } from '../early-ends/load-early-ends.ts';
import { viewEarlyEnd, withEarlyEnds } from '../early-ends/view-early-end.ts';
import {
  datesOf,
  type EmploymentDeadlines,
  isRunning,
  loadDeadlines,
} from './deadlines.queries.ts';

const PAGE_SIZE = 500;
type List = Output<'GET /deadlines'>;
type ListRow = List['rows'][number];

/** Legal clocks: computed on reading, never stored, so that a suspension shows at once. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { query }: Input<'GET /deadlines'>): Promise<List> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const employments = await loadDeadlines(tx, { state: { not: 'withdrawn' } }, today);
      const ends = await loadEarlyEnds(tx, today);
      const all = [
        ...employments.filter(({ employment }) => isRunning(employment, today)).flatMap(toListRows),
        ...ends.map(toEarlyEndRow),
      ];
      const cohorts = new Map(all.map(({ cohort }) => [cohort.id, cohort]));
      const matching = all.filter((row) => isMatching(row, query));
      const counts = Object.fromEntries(
        deadlineUrgencies.map((urgency) => [
          urgency,
          matching.filter((row) => row.urgency === urgency).length,
        ]),
      ) as List['counts'];
      const shown = matching
        .filter(({ urgency }) =>
          query.urgency ? urgency === query.urgency : urgency !== 'settled',
        )
        .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
      const from = (query.page - 1) * PAGE_SIZE;
      return {
        rows: shown.slice(from, from + PAGE_SIZE),
        total: shown.length,
        pageSize: PAGE_SIZE,
        counts,
        cohorts: [...cohorts.values()].toSorted((one, other) =>
          one.name.localeCompare(other.name, 'fr'),
        ),
      };
    });
  }

  listOfEnrolment(actor: Actor, { params }: Input<'GET /enrolments/:enrolmentId/deadlines'>) {
    return this.db.run(actor, async ({ tx }) => {
      const enrolment = found(
        await tx.enrolment.findFirst({
          where: { id: params.enrolmentId },
          include: { person: true, cohort: true, ...withEarlyEnds },
        }),
        'Cette inscription',
      );
      const employments = await loadDeadlines(tx, { id: enrolment.id }, this.clock.today());
      return {
        learnerName: formatName(enrolment.person),
        cohort: { id: enrolment.cohort.id, name: enrolment.cohort.name },
        earlyEnd: viewEarlyEnd(enrolment, this.clock.today()),
        employments: employments.map((one) => describeEmployment(one, this.clock.today())),
      };
    });
  }

  suspend(
    actor: Actor,
    { params, body }: Input<'POST /employments/:employmentId/suspensions'>,
  ): Promise<{ id: string }> {
    const { fromOn, toOn, motive, evidence } = body;
    return this.db.run(actor, async ({ tx, audit }) => {
      const employment = found(
        await tx.employment.findFirst({ where: { id: params.employmentId } }),
        'Cet emploi',
      );
      raiseFindings(
        checkSuspension({
          fromOn,
          toOn,
          employment: { ...datesOf(employment), endsOn: toDayOrNull(employment.endsOn) },
          today: this.clock.today(),
        }),
      );
      // One at a time for an employment: two clicks at once would both find none.
      await tx.$executeRaw`select 1 from employment where id = ${employment.id}::uuid for update`;
      const days = { fromOn: fromDay(fromOn), toOn: fromDay(toOn) };
      const twin = await tx.deadlineSuspension.findFirst({
        where: { employmentId: employment.id, ...days, motive, removedAt: null },
      });
      if (twin)
        throw new DomainError(
          'already_exists',
          'Cette suspension est déjà notée, pour les mêmes jours et le même motif.',
          { current: { suspensionId: twin.id } },
        );
      const { id } = await tx.deadlineSuspension.create({
        data: {
          centreId: actor.centreId,
          employmentId: employment.id,
          ...days,
          motive,
          evidence,
          createdByUserId: actor.userId,
          createdAt: this.clock.now(),
        },
      });
      const data = { suspensionId: id, fromOn, toOn };
      audit({ action: 'deadline.suspended', subjectId: employment.id, data });
      return { id };
    });
  }

  removeSuspension(
    actor: Actor,
    { params, body }: Input<'POST /suspensions/:suspensionId/removal'>,
  ) {
    return this.db.run(actor, async ({ tx, audit }) => {
      const suspension = found(
        await tx.deadlineSuspension.findFirst({ where: { id: params.suspensionId } }),
        'Cette suspension',
      );
      const { count } = await tx.deadlineSuspension.updateMany({
        where: { id: suspension.id, removedAt: null },
        data: { removedAt: this.clock.now(), removedMotive: body.motive },
      });
      if (count === 0) throw new DomainError('rule_refused', 'Cette suspension est déjà retirée.');
      audit({
        action: 'deadline.suspension-removed',
        subjectId: suspension.employmentId,
        data: { suspensionId: suspension.id },
      });
      return { done: true as const };
    });
  }
}

function toListRows({ enrolment, employment, deadlines }: EmploymentDeadlines): ListRow[] {
  const { cohort } = enrolment;
  return deadlines
    .filter(({ isOperative }) => isOperative)
    .map((deadline) => ({
      ...deadline,
      enrolmentId: enrolment.id,
      employmentId: employment.id,
      learnerName: formatName(enrolment.person),
      cohort: { id: cohort.id, name: cohort.name },
      employerName: employment.employerName,
    }));
}

const toEarlyEndRow = ({ enrolment, employers, standing }: EndedEarly): ListRow => ({
  ...standing,
  kind: 'early_end',
  suspendedDays: 0,
  enrolmentId: enrolment.id,
  employmentId: null,
  learnerName: formatName(enrolment.person),
  cohort: { id: enrolment.cohort.id, name: enrolment.cohort.name },
  employerName: nameEmployers(employers),
});

function isMatching(row: ListRow, query: Input<'GET /deadlines'>['query']): boolean {
  const words = (query.search ?? '').toLocaleLowerCase('fr').split(/\s+/).filter(Boolean);
  const text = `${row.learnerName} ${row.employerName}`.toLocaleLowerCase('fr');
  return (
    words.every((word) => text.includes(word)) &&
    (!query.kind || row.kind === query.kind) &&
    (!query.cohortId || row.cohort.id === query.cohortId)
  );
}

const describeEmployment = (
  { employment, deadlines, outdated }: EmploymentDeadlines,
  today: PlainDate,
) => ({
  isRunning: isRunning(employment, today),
  id: employment.id,
  employerName: employment.employerName,
  hireDate: toDay(employment.hireDate),
  dutyStartOn: toDayOrNull(employment.dutyStartOn),
  cpamContractSignedOn: toDayOrNull(employment.cpamContractSignedOn),
  endsOn: toDayOrNull(employment.endsOn),
  hasEmployerEmail: employment.employerEmail !== null,
  deadlines: [...deadlines],
  outdated: [...outdated],
  suspensions: employment.suspensions.map((suspension) => ({
    id: suspension.id,
    fromOn: toDay(suspension.fromOn),
    toOn: toDay(suspension.toOn),
    motive: suspension.motive,
    evidence: suspension.evidence,
    createdAt: suspension.createdAt.toISOString(),
    removedAt: suspension.removedAt?.toISOString() ?? null,
    removedMotive: suspension.removedMotive,
  })),
});
