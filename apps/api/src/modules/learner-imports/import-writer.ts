import { type Framework, isTaught, type LearnerImportStep, type PlannedRow } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import type { UnitOfWork } from '../../db/database.ts';
import { addPathRuns } from '../enrolments/enrolment-paths.ts';
import { leavePaths } from '../enrolments/leave-paths.ts';
import { listOfferedRuns } from '../enrolments/module-runs.ts';
import { PersonRegistry } from '../people/person-registry.ts';
import { proposePaths } from './propose-paths.ts';
import { type RowToWrite, type TutorToWrite, writeRows } from './write-rows.ts';

interface ImportPlan {
  readonly cohort: { readonly id: string; readonly frameworkVersionId: string };
  readonly framework: Framework;
  readonly rows: readonly PlannedRow[];
}

/** Carries out the lines that can be taken. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly registry: PersonRegistry,
    private readonly clock: Clock,
  ) {}

  /** @param tell hears each step as it begins */
  async write(
    unit: UnitOfWork,
    actor: Actor,
    plan: ImportPlan,
    tell: (step: LearnerImportStep) => void,
  ): Promise<void> {
    const taken = plan.rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
    const learners = taken.map((planned) => ({
      planned,
      personId: planned.person?.id ?? uuidv7(),
    }));
    const tutors = listTutors(learners);
    const rows = learners.map((learner) => toWrite(learner, tutors));
    const today = this.clock.today();
    tell('writing');
    await writeRows(unit.tx, actor, plan.cohort.id, rows, [...tutors.values()], today);
    tell('planning');
    await leavePaths(unit, actor, listLeaving(rows), this.clock.now());
    await this.planPaths(unit, actor, plan, rows);
    tell('opening');
    await this.registry.syncAccess(unit, actor, [...listPersonsToLetIn(rows)]);
    for (const { enrolmentId, isNewEnrolment, personId, planned } of rows)
      unit.audit({
        action: isNewEnrolment ? 'enrolment.imported' : 'enrolment.changed-by-import',
        subjectId: enrolmentId,
        data: { personId, fields: planned.changes.map(({ field }) => field) },
      });
    for (const { id, takesMail } of tutors.values())
      if (takesMail) unit.audit({ action: 'person.updated', subjectId: id });
  }

  private async planPaths(
    unit: UnitOfWork,
    actor: Actor,
    { cohort, framework }: ImportPlan,
    rows: readonly RowToWrite[],
  ): Promise<void> {
    const paths = proposePaths(rows, {
      framework,
      runs: await listOfferedRuns(unit.tx, cohort, framework),
      today: this.clock.today(),
    });
    for (const { row, path } of paths) {
      if (row.isNewEnrolment) continue;
      const data = { added: path.map(({ id }) => id), removed: [] };
      unit.audit({ action: 'enrolment.path-changed', subjectId: row.enrolmentId, data });
    }
    const pairs = paths.flatMap(({ row: { enrolmentId }, path }) =>
      path.map(({ id }) => ({ enrolmentId, moduleRunId: id })),
    );
    await addPathRuns(unit.tx, actor, pairs);
  }
}

/** Those whose access route is now one without training have no path any more (DOMAIN 4.7). */
const listLeaving = (rows: readonly RowToWrite[]): readonly string[] =>
  rows.flatMap(({ isNewEnrolment, enrolmentId, planned: { row } }) =>
    !isNewEnrolment && row.route !== null && !isTaught(row.route) ? [enrolmentId] : [],
  );

type Learner = Pick<RowToWrite, 'planned' | 'personId'>;

/**
 * The tutors to make or to give the mail of the file, one a mail. A new one may be a learner of
 * another line, by the same mail.
 */
function listTutors(learners: readonly Learner[]): ReadonlyMap<string, TutorToWrite> {
  const learnerOf = new Map(learners.map(({ planned, personId }) => [planned.row.email, personId]));
  const tutors = new Map<string, TutorToWrite>();
  for (const { planned } of learners) {
    const { tutor } = planned;
    if (tutor === null || tutors.has(tutor.typed.email)) continue;
    const { typed, person, takesMail } = tutor;
    const known = person?.id ?? learnerOf.get(typed.email);
    tutors.set(typed.email, { ...typed, id: known ?? uuidv7(), isNew: !known, takesMail });
  }
  return tutors;
}

const toWrite = (
  { planned, personId }: Learner,
  tutors: ReadonlyMap<string, TutorToWrite>,
): RowToWrite => ({
  planned,
  personId,
  isNewPerson: planned.person === null,
  enrolmentId: planned.person?.enrolment?.id ?? uuidv7(),
  isNewEnrolment: !planned.person?.enrolment,
  tutorId: tutors.get(planned.tutor?.typed.email ?? '')?.id ?? null,
});

/** Whose logins may have changed: new learners, changed mails, tutors of new or changed employments. */
function listPersonsToLetIn(rows: readonly RowToWrite[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { planned, personId, isNewEnrolment, tutorId } of rows) {
    if (isNewEnrolment || planned.changes.some(({ field }) => field === 'email')) ids.add(personId);
    if (tutorId !== null) ids.add(tutorId);
  }
  return ids;
}
