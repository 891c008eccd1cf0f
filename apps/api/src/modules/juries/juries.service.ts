import type { Input, Output } from '@jalon/contract';
import {
  checkOpenDay,
  checkOpening,
  checkSessionDay,
  checkSessionFramework,
  countNoun,
  type Finding,
  hasError,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { RequestEnds } from '../appraisals/request-ends.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { loadCurrentProposals } from './current-proposals.ts';
import {
  listClosingFindings,
  listComers,
  readSession,
  toOpeningInput,
} from './describe-session.ts';
import { listSessions } from './juries.queries.ts';
import { JuryCandidatesService } from './jury-candidates.service.ts';
import { JurySignaturesService } from './jury-signatures.service.ts';
import { composeMinutes } from './minutes-content.ts';
import { refuseClosed } from './refuse-closed.ts';
import { loadSession, lockSession, type SessionRecord } from './session-record.ts';

type Session = Output<'GET /juries/:juryId'>;

/** A session of the jury from its preparation to its closing. */
@Injectable()
export class JuriesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly candidates: JuryCandidatesService,
    private readonly requestEnds: RequestEnds,
    private readonly signatures: JurySignaturesService,
  ) {}

  list(actor: Actor): Promise<Output<'GET /juries'>> {
    return this.db.run(actor, ({ tx }) => listSessions(tx, actor));
  }

  read(actor: Actor, { params }: Input<'GET /juries/:juryId'>): Promise<Session> {
    return this.db.run(actor, async ({ tx }) =>
      readSession(tx, actor, params.juryId, this.clock.today()),
    );
  }

  create(actor: Actor, { body }: Input<'POST /juries'>): Promise<{ id: string }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const cohorts = await findCohorts(tx, body.cohortIds);
      raiseFindings(checkSessionDay(body.heldOn, cohorts, this.clock.today()));
      const session = await tx.jurySession.create({
        data: {
          centreId: actor.centreId,
          frameworkVersionId: await findFramework(tx, body.cohortIds, body.frameworkId),
          heldOn: fromDay(body.heldOn),
          place: body.place,
          remote: body.remote,
        },
      });
      audit({ action: 'jury.prepared', subjectId: session.id, data: { heldOn: body.heldOn } });
      await this.candidates.addCohorts(tx, actor, session.id, body.cohortIds);
      return { id: session.id };
    });
  }

  update(actor: Actor, { params, body }: Input<'PUT /juries/:juryId'>): Promise<Session> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSession(tx, params.juryId);
      const record = await loadSession(tx, actor, params.juryId);
      refuseClosed(record);
      raiseFindings(checkOpenDay({ state: record.row.state, heldOn: record.heldOn }, body.heldOn));
      if (record.heldOn !== body.heldOn)
        raiseFindings(checkSessionDay(body.heldOn, listComers(record), this.clock.today()));
      await this.saveRevision(tx, actor, record, body.revision, {
        heldOn: fromDay(body.heldOn),
        place: body.place,
        remote: body.remote,
        incidents: body.incidents,
      });
      audit({ action: 'jury.changed', subjectId: params.juryId, data: { heldOn: body.heldOn } });
      return readSession(tx, actor, params.juryId, this.clock.today());
    });
  }

  open(actor: Actor, { params, body }: Input<'POST /juries/:juryId/opening'>): Promise<Session> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSession(tx, params.juryId);
      const record = await loadSession(tx, actor, params.juryId);
      refuseClosed(record);
      refuse(checkOpening(toOpeningInput(record, this.clock.today())));
      await this.saveRevision(tx, actor, record, body.revision, {
        state: 'open',
        openedAt: this.clock.now(),
      });
      audit({ action: 'jury.opened', subjectId: params.juryId });
      return readSession(tx, actor, params.juryId, this.clock.today());
    });
  }

  /** The minutes are frozen with the closing; a job draws them as a PDF afterwards. */
  close(actor: Actor, { params, body }: Input<'POST /juries/:juryId/closing'>): Promise<Session> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit, enqueue } = unit;
      await lockSession(tx, params.juryId);
      await holdCandidates(tx, params.juryId);
      const record = await loadSession(tx, actor, params.juryId);
      refuseClosed(record);
      refuse(listClosingFindings(record, await loadCurrentProposals(tx, record)));
      const closedAt = this.clock.now();
      const content = await composeMinutes(tx, actor, record, closedAt);
      await this.saveRevision(tx, actor, record, body.revision, {
        state: 'closed',
        closedAt,
        closedByUserId: actor.userId,
        ...signedFrom(actor),
      });
      await tx.juryMinutes.create({
        data: {
          centreId: actor.centreId,
          jurySessionId: params.juryId,
          content: content as unknown as Prisma.InputJsonObject,
        },
      });
      audit({
        action: 'jury.closed',
        subjectId: params.juryId,
        data: { candidates: record.candidates.length, decisions: record.row.decisions.length },
      });
      // What was still asked of tutors about the blocks it acquires is without object from now on.
      await this.requestEnds.endAcquired(
        unit,
        actor,
        record.row.frameworkVersionId,
        record.row.decisions.filter(({ decision }) => decision === 'acquired'),
      );
      enqueue({ name: 'minutes.produce', payload: { jurySessionId: params.juryId } });
      await this.signatures.askSignatures(unit, actor, record);
      return readSession(tx, actor, params.juryId, this.clock.today());
    });
  }

  private async saveRevision(
    tx: Tx,
    actor: Actor,
    { row }: SessionRecord,
    revision: number,
    data: Prisma.JurySessionUncheckedUpdateManyInput,
  ): Promise<void> {
    const { count } = await tx.jurySession.updateMany({
      where: { id: row.id, revision },
      data: { ...data, revision: { increment: 1 } },
    });
    if (count === 0)
      throw editedMeanwhile(await readSession(tx, actor, row.id, this.clock.today()));
  }
}

/** While the session closes nothing that its decisions rest on is corrected. */
async function holdCandidates(tx: Tx, jurySessionId: string): Promise<void> {
  const candidates = await tx.juryCandidate.findMany({
    where: { jurySessionId },
    select: { enrolmentId: true },
  });
  await holdEnrolments(
    tx,
    candidates.map(({ enrolmentId }) => enrolmentId),
  );
}

/** @throws rule_refused with every error at its place, when one keeps the session from its next state */
function refuse(findings: readonly Finding[]): void {
  if (!hasError(findings)) return;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more =
    errors.length > 1 ? ` Et ${countNoun(errors.length - 1, 'autre point', 'autres points')}.` : '';
  throw new DomainError('rule_refused', `${first?.message ?? ''}${more}`, {
    errors: errors.map(({ path, message }) => ({ pointer: path, message })),
  });
}

/** The cohorts that come, as the rule of the day takes them. @throws not_found */
async function findCohorts(tx: Tx, ids: readonly string[]) {
  const cohorts = await tx.cohort.findMany({
    where: { id: { in: [...ids] } },
    select: { name: true, startsOn: true },
  });
  found(cohorts.length === new Set(ids).size || null, 'Cette cohorte');
  return cohorts.map(({ name, startsOn }) => ({ name, startsOn: toDay(startsOn) }));
}

/** The version that the cohorts share. @throws when they differ, or end without a jury */
async function findFramework(
  tx: Tx,
  cohortIds: readonly string[],
  frameworkId: string | null,
): Promise<string> {
  const cohorts = await tx.cohort.findMany({ where: { id: { in: [...cohortIds] } } });
  found(cohorts.length === new Set(cohortIds).size || null, 'Cette cohorte');
  const ids = new Set(cohorts.map(({ frameworkVersionId }) => frameworkVersionId));
  if (frameworkId) ids.add(frameworkId);
  const frameworks = await loadFrameworks(tx, ids);
  found(frameworks.size === ids.size || null, 'Ce référentiel');
  const versions = [...frameworks].map(([id, { outcome }]) => ({ id, outcome }));
  raiseFindings(checkSessionFramework(versions));
  return found(versions[0], 'Ce référentiel').id;
}
