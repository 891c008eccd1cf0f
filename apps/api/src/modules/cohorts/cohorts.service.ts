import type { CohortView, Input, Output } from '@jalon/contract';
import {
  checkCohortStart,
  checkCohortState,
  checkCohortYears,
  checkFrameworkChange,
  checkPlaces,
  checkRhythm,
  formatName,
  openCohortStates,
  type PlainDate,
  sumHours,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { fromDay, fromDayOrNull, toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { DomainError, editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { scopeCohorts } from './cohort-scope.ts';
import {
  type CohortRow,
  describeCohort,
  describeRow,
  rhythmOf,
  sumCalendars,
  withCohortParts,
} from './describe-cohort.ts';
import { ensureModuleRuns, loadModuleRuns } from './module-runs.ts';

type CohortForm = Input<'POST /cohorts'>['body'];

@Injectable()
export class CohortsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { query }: Input<'GET /cohorts'>): Promise<Output<'GET /cohorts'>> {
    const where: Prisma.CohortWhereInput = {
      ...scopeCohorts(actor),
      ...(query.search ? { name: { contains: query.search, mode: 'insensitive' } } : {}),
      ...(query.state ? { state: query.state } : {}),
      ...(query.takes ? { AND: [{ state: { in: [...openCohortStates] } }] } : {}),
      ...(query.siteId ? { siteId: query.siteId } : {}),
    };
    return this.db.run(actor, async ({ tx }) => {
      const total = await tx.cohort.count({ where });
      const rows = await tx.cohort.findMany({
        where,
        include: withCohortParts,
        orderBy: [{ [query.sort]: query.direction }, { id: 'asc' }],
        skip: (query.page - 1) * query.perPage,
        take: query.perPage,
      });
      const sums = await sumCalendars(
        tx,
        rows.map(({ id }) => id),
      );
      return { total, rows: rows.map((row) => describeRow(row, sums.get(row.id))) };
    });
  }

  frameworks(actor: Actor): Promise<Output<'GET /cohort-frameworks'>> {
    return this.db.run(actor, async ({ tx }) => {
      const versions = await tx.frameworkVersion.findMany({
        where: { state: 'published' },
        orderBy: { title: 'asc' },
      });
      return versions.map((version) => {
        const framework = toFramework(version);
        return {
          id: version.id,
          code: version.code,
          title: version.title,
          totalMinutes: sumHours(framework).totalMinutes,
          months: framework.durationMonths,
          rhythm: { ...framework.rhythm, closedMonths: [...framework.rhythm.closedMonths] },
        };
      });
    });
  }

  read(actor: Actor, { params }: Input<'GET /cohorts/:cohortId'>): Promise<CohortView> {
    return this.db.run(actor, async ({ tx }) =>
      describeCohort(tx, await findCohort(tx, actor, params.cohortId), this.clock),
    );
  }

  moduleRuns(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/module-runs'>,
  ): Promise<Output<'GET /cohorts/:cohortId/module-runs'>> {
    return this.db.run(actor, async ({ tx }) => {
      await findCohort(tx, actor, params.cohortId);
      return loadModuleRuns(tx, { id: params.cohortId });
    });
  }

  async create(actor: Actor, { body }: Input<'POST /cohorts'>): Promise<CohortView> {
    return refusingSameName(body.name, () =>
      this.db.run(actor, async ({ tx, audit }) => {
        await this.check(tx, body);
        const cohort = await tx.cohort.create({
          data: { ...toColumns(body), centreId: actor.centreId },
          include: withCohortParts,
        });
        await ensureModuleRuns(tx, actor, [cohort]);
        audit({
          action: 'cohort.created',
          subjectId: cohort.id,
          data: { frameworkVersionId: body.frameworkVersionId, startsOn: body.startsOn },
        });
        return describeCohort(tx, cohort, this.clock);
      }),
    );
  }

  async save(actor: Actor, { params, body }: Input<'PUT /cohorts/:cohortId'>): Promise<CohortView> {
    return refusingSameName(body.name, () =>
      this.db.run(actor, async ({ tx, audit }) => {
        const before = await findCohort(tx, actor, params.cohortId);
        const { revision, ...form } = body;
        await this.check(tx, form, before);
        if (before.revision !== revision)
          throw editedMeanwhile(await describeCohort(tx, before, this.clock));
        await this.update(tx, before, revision, toColumns(form));
        if (before.frameworkVersionId !== form.frameworkVersionId)
          await tx.moduleRun.deleteMany({ where: { cohortId: before.id } });
        const cohort = await findCohort(tx, actor, before.id);
        await ensureModuleRuns(tx, actor, [cohort]);
        audit({ action: 'cohort.saved', subjectId: cohort.id, data: form });
        return describeCohort(tx, cohort, this.clock);
      }),
    );
  }

  changeState(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/state'>,
  ): Promise<CohortView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const before = await findCohort(tx, actor, params.cohortId);
      const view = await describeCohort(tx, before, this.clock);
      if (before.revision !== body.revision) throw editedMeanwhile(view);
      raiseFindings(checkCohortState({ ...view, today: this.clock.today() }, body.state));
      await this.update(tx, before, body.revision, { state: body.state });
      audit({
        action: 'cohort.state-changed',
        subjectId: before.id,
        data: { from: before.state, to: body.state },
      });
      return describeCohort(tx, await findCohort(tx, actor, before.id), this.clock);
    });
  }

  /** @throws edited_meanwhile when someone saved between the reading and now. */
  private async update(
    tx: Tx,
    before: CohortRow,
    revision: number,
    data: Prisma.CohortUpdateManyMutationInput,
  ): Promise<void> {
    const { count } = await tx.cohort.updateMany({
      where: { id: before.id, revision },
      data: { ...data, revision: { increment: 1 } },
    });
    if (count > 0) return;
    const current = await tx.cohort.findFirstOrThrow({
      where: { id: before.id },
      include: withCohortParts,
    });
    throw editedMeanwhile(await describeCohort(tx, current, this.clock));
  }

  private async check(tx: Tx, form: CohortForm, before?: CohortRow): Promise<void> {
    const version = await tx.frameworkVersion.findFirst({ where: { id: form.frameworkVersionId } });
    if (version?.state !== 'published')
      throw invalid([
        {
          pointer: '/frameworkVersionId',
          message: 'Choisissez un référentiel publié : un brouillon peut encore changer.',
        },
      ]);
    if (!(await tx.site.findFirst({ where: { id: form.siteId } })))
      throw invalid([{ pointer: '/siteId', message: 'Choisissez un site de votre centre.' }]);
    const had = before && { ...describeRow(before), ...rhythmOf(before) };
    raiseFindings(checkCohortYears(form, this.clock.today(), had));
    raiseFindings(checkRhythm(form, toFramework(version)));
    if (before) await checkChange(tx, form, before);
  }
}

/** What can no longer change once people or half-days depend on it. */
async function checkChange(tx: Tx, form: CohortForm, before: CohortRow): Promise<void> {
  raiseFindings(checkPlaces(form.capacity, before._count.enrolments));
  const cohortId = before.id;
  raiseFindings(checkCohortStart(form.startsOn, await findFirstRecorded(tx, cohortId)));
  if (form.frameworkVersionId === before.frameworkVersionId) return;
  const strangers = await tx.enrolment.findMany({
    where: { cohortId: { not: cohortId }, pathRuns: { some: { moduleRun: { cohortId } } } },
    select: { person: true, cohort: { select: { name: true } } },
  });
  raiseFindings(
    checkFrameworkChange({
      hasCalendar: (await tx.slot.count({ where: { cohortId } })) > 0,
      hasEnrolments: (await tx.enrolment.count({ where: { cohortId } })) > 0,
      followers: strangers
        .map(({ person, cohort }) => `${formatName(person)} (${cohort.name})`)
        .toSorted((a, b) => a.localeCompare(b, 'fr')),
    }),
  );
}

/** The first half-day of the cohort on which somebody's presence is recorded. */
async function findFirstRecorded(tx: Tx, cohortId: string): Promise<PlainDate | null> {
  const slot = await tx.slot.findFirst({
    where: { cohortId, attendances: { some: { supersededById: null } } },
    select: { heldOn: true },
    orderBy: { heldOn: 'asc' },
  });
  return slot && toDay(slot.heldOn);
}

/** A cohort that the actor may see, or a 404. */
async function findCohort(tx: Tx, actor: Actor, id: string): Promise<CohortRow> {
  const row = await tx.cohort.findFirst({
    where: { id, ...scopeCohorts(actor) },
    include: withCohortParts,
  });
  return found(row, 'Cette cohorte');
}

const toColumns = (form: CohortForm) => ({
  name: form.name,
  frameworkVersionId: form.frameworkVersionId,
  siteId: form.siteId,
  startsOn: fromDay(form.startsOn),
  endsOn: fromDayOrNull(form.endsOn),
  weekdays: [...new Set(form.weekdays)].sort((a, b) => a - b),
  minutesPerDay: form.minutesPerDay,
  closedMonths: [...new Set(form.closedMonths)].sort((a, b) => a - b),
  capacity: form.capacity,
  juryOn: fromDayOrNull(form.juryOn),
  positioningOn: fromDayOrNull(form.positioningOn),
  daysPerWeek: form.daysPerWeek,
  credentialInFullDays: form.credentialInFullDays,
});

async function refusingSameName<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message = `Une cohorte s’appelle déjà « ${name} » : choisissez un autre nom.`;
    throw new DomainError('already_exists', message, { errors: [{ pointer: '/name', message }] });
  }
}
