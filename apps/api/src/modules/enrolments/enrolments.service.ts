import type { Input, Output } from '@jalon/contract';
import {
  checkCohortOpen,
  checkCourseOpen,
  checkEndAfterRecord,
  checkEnrolmentDates,
  checkEntryMoved,
  checkHiredOnEntry,
  checkLeftAfterRecord,
  checkReinstatement,
  checkWithdrawal,
  contractOf,
  isTaught,
  isWarning,
  keepsEntryDay,
  keepsRouteOfEntry,
  listCourseChanges,
  minutesWaived,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, fromDayOrNull, toDay, toDayOrNull } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { loadAcquiredBlocks } from '../appraisals/appraisals.queries.ts';
import { RequestEnds } from '../appraisals/request-ends.ts';
import { PersonRegistry } from '../people/person-registry.ts';
import { checkMotiveInForm, judgeEntry } from './check-enrolment.ts';
import { EmploymentWriter } from './employment-writer.ts';
import {
  countLearners,
  dispensationFacts,
  listContracts,
  loadCohort,
  loadEntryContext,
} from './enrolment-facts.ts';
import { loadEnrolment, viewFile } from './enrolment-file.ts';
import {
  addPathRuns,
  checkChosenRuns,
  pathDates,
  proposeRuns,
  viewPath,
} from './enrolment-paths.ts';
import { holdEnrolments } from './hold-enrolments.ts';
import { leavePaths } from './leave-paths.ts';
import { listRecordedDays } from './list-recorded-days.ts';
import { listOfferedRuns } from './module-runs.ts';
import { leaveRuns, type PathPair, tellTurns } from './path-trail.ts';
import { previewEntry } from './preview-entry.ts';
import { checkRemoteJoined, checkRemotePath } from './remote-caps.ts';

type File = Output<'GET /enrolments/:enrolmentId'>;
type Creation = Input<'POST /enrolments'>['body'];

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly db: Database,
    private readonly registry: PersonRegistry,
    private readonly employments: EmploymentWriter,
    private readonly requestEnds: RequestEnds,
    private readonly clock: Clock,
  ) {}

  preview(
    actor: Actor,
    { body }: Input<'POST /enrolments/preview'>,
  ): Promise<Output<'POST /enrolments/preview'>> {
    return this.db.run(actor, ({ tx }) => previewEntry(tx, body, this.clock.today()));
  }

  create(actor: Actor, { body }: Input<'POST /enrolments'>): Promise<Output<'POST /enrolments'>> {
    return this.db.run(actor, async (unit) => {
      await this.registry.lock(unit.tx, actor);
      const own = await loadCohort(unit.tx, body.cohortId);
      const { cohort, framework } = own;
      const enrolled = (await countLearners(unit.tx, cohort.id)) + 1;
      const contracts = [
        ...body.employments.map(contractOf),
        ...(body.person.kind === 'known' ? await listContracts(unit.tx, body.person.personId) : []),
      ];
      const context = await loadEntryContext(unit.tx, own, { enrolled, contracts });
      const opinion = judgeEntry(body, context);
      refuseRule(checkCohortOpen(cohort));
      const warnings = [
        ...raiseFindings([...opinion.findings, ...checkMotiveInForm(opinion, body.entryMotive)]),
      ];
      raiseFindings(checkEnrolmentDates(body));
      const hireDates = body.employments.map(({ hireDate }) => hireDate);
      warnings.push(...checkHiredOnEntry(body, hireDates));
      const personId = await this.choosePerson(unit, actor, body);
      const id = await this.enrol(unit, actor, personId, body);
      for (const [index, employment] of body.employments.entries()) {
        const prefix = `/employments/${index}`;
        const saved = await this.employments.create(unit, actor, personId, employment, prefix);
        warnings.push(...saved.warnings);
      }
      const choice = {
        framework,
        route: body.route,
        startsOn: body.startsOn,
        endsOn: body.endsOn,
        enteredOn: body.startsOn,
        today: this.clock.today(),
        runs: await listOfferedRuns(unit.tx, cohort, framework),
      };
      const chosen = body.moduleRunIds && checkChosenRuns(choice, body.moduleRunIds);
      warnings.push(...(chosen?.findings ?? []));
      const proposed = proposeRuns(choice);
      const path = chosen?.runs ?? proposed;
      warnings.push(...checkRemotePath(choice, path, () => 1));
      await addPathRuns(
        unit.tx,
        actor,
        path.map((run) => ({
          enrolmentId: id,
          moduleRunId: run.id,
          isChosen: !proposed.includes(run),
        })),
      );
      await this.registry.syncAccess(unit, actor, [personId]);
      return { id, personId, warnings: warnings.filter(isWarning) };
    });
  }

  read(actor: Actor, { params }: Input<'GET /enrolments/:enrolmentId'>): Promise<File> {
    return this.db.run(actor, ({ tx }) => this.view(tx, params.enrolmentId));
  }

  save(actor: Actor, { params, body }: Input<'PUT /enrolments/:enrolmentId'>): Promise<File> {
    const { revision, startsOn, endsOn, ...fields } = body;
    return this.change(actor, params.enrolmentId, revision, async (unit, before) => {
      if (listCourseChanges(courseOf(before), body).length > 0)
        refuseRule(checkCourseOpen(before.state, 'course'));
      const own = await loadCohort(unit.tx, before.cohortId);
      const enrolled = await countLearners(unit.tx, before.cohortId);
      const contracts = await listContracts(unit.tx, before.personId);
      const context = await loadEntryContext(unit.tx, own, { enrolled, contracts });
      const keepsEntry = keepsEntryDay(courseOf(before), body);
      const keepsRoute = keepsRouteOfEntry(courseOf(before), body);
      const opinion = judgeEntry(body, { ...context, keepsEntry, keepsRoute });
      raiseFindings([...opinion.findings, ...checkMotiveInForm(opinion, body.entryMotive)]);
      raiseFindings(checkEnrolmentDates(body));
      const recorded = await listRecordedDays(unit.tx, before.id);
      if (!keepsEntry) raiseFindings(checkEntryMoved(startsOn, recorded));
      if (toDayOrNull(before.endsOn) !== endsOn)
        raiseFindings(checkEndAfterRecord(endsOn, recorded));
      unit.audit({
        action: 'enrolment.updated',
        subjectId: before.id,
        data: { route: body.route },
      });
      const dates = { startsOn: fromDay(startsOn), endsOn: fromDayOrNull(endsOn) };
      if (!isTaught(body.route)) await leavePaths(unit, actor, [before.id], this.clock.now());
      else if (!isTaught(before.route))
        await this.proposePath(unit, actor, own, { ...before, ...dates, route: body.route });
      return { ...fields, ...dates };
    });
  }

  withdraw(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/withdraw'>,
  ): Promise<File> {
    return this.change(actor, params.enrolmentId, body.revision, async (unit, before) => {
      const startsOn = toDay(before.startsOn);
      const today = this.clock.today();
      refuseRule(checkWithdrawal({ state: before.state, startsOn }, body.on, today));
      refuseRule(checkLeftAfterRecord(body.on, await listRecordedDays(unit.tx, before.id)));
      unit.audit({ action: 'enrolment.withdrawn', subjectId: before.id, data: { on: body.on } });
      await holdEnrolments(unit.tx, [before.id]);
      const asked = { enrolmentId: before.id };
      await this.requestEnds.end(unit, actor, asked, 'enrolment_withdrawn');
      return {
        state: 'withdrawn',
        plannedEndsOn: before.endsOn,
        endsOn: fromDay(body.on),
        withdrawMotive: body.motive,
      };
    });
  }

  reinstate(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/reinstate'>,
  ): Promise<File> {
    return this.change(actor, params.enrolmentId, body.revision, async (unit, before) => {
      refuseRule(checkReinstatement(before.state));
      unit.audit({ action: 'enrolment.reinstated', subjectId: before.id });
      const acquired = await loadAcquiredBlocks(unit.tx, [before.id], this.clock.today());
      const codes = acquired.map(({ blockCode }) => blockCode);
      await this.requestEnds.reopenWithdrawn(unit, before.id, codes);
      return {
        state: 'active',
        endsOn: before.plannedEndsOn,
        plannedEndsOn: null,
        withdrawMotive: null,
      };
    });
  }

  savePath(
    actor: Actor,
    { params, body }: Input<'PUT /enrolments/:enrolmentId/path'>,
  ): Promise<Output<'PUT /enrolments/:enrolmentId/path'>> {
    return this.db.run(actor, async (unit) => {
      const { tx } = unit;
      const row = await loadEnrolment(tx, params.enrolmentId);
      refuseRule(checkCourseOpen(row.state, 'path'));
      await this.claim(tx, row.id, body.revision, {});
      const { cohort, framework } = await loadCohort(tx, row.cohortId);
      const runs = await listOfferedRuns(tx, cohort, framework);
      const choice = { framework, route: row.route, runs, ...pathDates(row, this.clock.today()) };
      const before = row.pathRuns.map(({ moduleRunId }) => moduleRunId);
      const kept = runs.filter(({ id }) => before.includes(id));
      const { findings } = checkChosenRuns(choice, body.moduleRunIds, kept);
      const added = body.moduleRunIds.filter((id) => !before.includes(id));
      const removed = before.filter((id) => !body.moduleRunIds.includes(id));
      const joined = pairsOf(row.id, added);
      await leaveRuns(tx, actor, pairsOf(row.id, removed), this.clock.now());
      await addPathRuns(
        tx,
        actor,
        joined.map((pair) => ({ ...pair, isChosen: true })),
      );
      await tellTurns(tx, actor, this.clock.now(), { joined });
      unit.audit({ action: 'enrolment.path-changed', subjectId: row.id, data: { added, removed } });
      const dispensations = row.dispensations.map(dispensationFacts);
      const waived = minutesWaived(framework, dispensations);
      return {
        revision: body.revision + 1,
        steps: viewPath({ ...choice, waived }, body.moduleRunIds, dispensations),
        findings: [...findings, ...checkRemoteJoined(choice, body.moduleRunIds, added)],
      };
    });
  }

  /** Whoever leaves a VAE for a training is proposed what is still to come. */
  private async proposePath(
    { tx, audit }: UnitOfWork,
    actor: Actor,
    { cohort, framework }: Awaited<ReturnType<typeof loadCohort>>,
    row: EnrolmentRow,
  ): Promise<void> {
    const runs = await listOfferedRuns(tx, cohort, framework);
    const dates = pathDates(row, this.clock.today());
    const added = proposeRuns({ framework, route: row.route, runs, ...dates }).map(({ id }) => id);
    const pairs = added.map((moduleRunId) => ({ enrolmentId: row.id, moduleRunId }));
    await addPathRuns(tx, actor, pairs);
    audit({ action: 'enrolment.path-changed', subjectId: row.id, data: { added, removed: [] } });
  }

  private async choosePerson(unit: UnitOfWork, actor: Actor, body: Creation): Promise<string> {
    const { person } = body;
    if (person.kind === 'new')
      return this.registry.create(unit, actor, person, {
        prefix: '/person',
        isNamesake: person.isNamesake,
      });
    const known = await unit.tx.person.findFirst({ where: { id: person.personId } });
    const row = found(known, 'Cette personne');
    const { id } = row;
    const enrolled = await unit.tx.enrolment.findFirst({
      where: { personId: id, cohortId: body.cohortId },
    });
    if (enrolled)
      throw new DomainError(
        'already_exists',
        'Cette personne est déjà inscrite dans cette cohorte : ouvrez son dossier.',
        { current: { enrolmentId: enrolled.id, personId: id } },
      );
    if (person.birthDate !== null)
      await this.registry.correctBirthDate(
        unit,
        { ...row, birthDate: person.birthDate },
        '/person',
      );
    return id;
  }

  private async enrol(
    unit: UnitOfWork,
    actor: Actor,
    personId: string,
    body: Creation,
  ): Promise<string> {
    const id = uuidv7();
    const { cohortId, profile, diplomaLevel, experienceYears, route, funder, entryMotive } = body;
    await unit.tx.enrolment.create({
      data: {
        centreId: actor.centreId,
        id,
        personId,
        cohortId,
        profile,
        diplomaLevel,
        experienceYears,
        route,
        funder,
        entryMotive,
        startsOn: fromDay(body.startsOn),
        endsOn: fromDayOrNull(body.endsOn),
      },
    });
    unit.audit({
      action: 'enrolment.created',
      subjectId: id,
      data: { personId, cohortId, profile, route },
    });
    return id;
  }

  /** Loads, decides and saves one enrolment; 409 with the other version when it changed meanwhile. */
  private change(
    actor: Actor,
    id: string,
    revision: number,
    decide: (unit: UnitOfWork, before: EnrolmentRow) => Promise<EnrolmentChange>,
  ): Promise<File> {
    return this.db.run(actor, async (unit) => {
      const before = await loadEnrolment(unit.tx, id);
      await this.claim(unit.tx, id, revision, await decide(unit, before));
      return this.view(unit.tx, id);
    });
  }

  private async claim(tx: Tx, id: string, revision: number, data: EnrolmentChange): Promise<void> {
    const { count } = await tx.enrolment.updateMany({
      where: { id, revision },
      data: { ...data, revision: { increment: 1 } },
    });
    if (count === 0) throw editedMeanwhile(await this.view(tx, id));
  }

  private async view(tx: Tx, id: string): Promise<File> {
    const row = await loadEnrolment(tx, id);
    const tutorIds = row.person.employments.flatMap(({ tutorId }) => tutorId ?? []);
    const followed = await this.employments.countFollowed(tx, tutorIds);
    return viewFile(tx, row, { followed, today: this.clock.today() });
  }
}

const pairsOf = (enrolmentId: string, moduleRunIds: readonly string[]): readonly PathPair[] =>
  moduleRunIds.map((moduleRunId) => ({ enrolmentId, moduleRunId }));

const courseOf = (row: EnrolmentRow) => ({
  route: row.route,
  startsOn: toDay(row.startsOn),
  endsOn: toDayOrNull(row.endsOn),
});

type EnrolmentRow = Awaited<ReturnType<typeof loadEnrolment>>;
type EnrolmentChange = Parameters<Tx['enrolment']['updateMany']>[0]['data'];
