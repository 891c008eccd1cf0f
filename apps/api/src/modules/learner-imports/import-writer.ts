import {
  type Framework,
  isTaught,
  latestDay,
  type PlainDate,
  type PlannedRow,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import type { UnitOfWork } from '../../db/database.ts';
import {
  addPathRuns,
  proposeRuns,
  shareGroups,
  takePlaces,
} from '../enrolments/enrolment-paths.ts';
import { leavePaths } from '../enrolments/leave-paths.ts';
import { listOfferedRuns, type OfferedRun } from '../enrolments/module-runs.ts';
import { PersonRegistry } from '../people/person-registry.ts';
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

  async write(unit: UnitOfWork, actor: Actor, plan: ImportPlan): Promise<void> {
    const taken = plan.rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
    const learners = taken.map((planned) => ({
      planned,
      personId: planned.person?.id ?? uuidv7(),
    }));
    const tutors = listTutors(learners);
    const rows = learners.map((learner) => toWrite(learner, tutors));
    const today = this.clock.today();
    await writeRows(unit.tx, actor, plan.cohort.id, rows, [...tutors.values()], today);
    await leavePaths(unit, actor, listLeaving(rows), this.clock.now());
    await this.planPaths(unit, actor, plan, rows);
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

  /** Everybody who enters on one day is proposed the same path, until a run of another cohort is full. */
  private async planPaths(
    unit: UnitOfWork,
    actor: Actor,
    { cohort, framework }: ImportPlan,
    rows: readonly RowToWrite[],
  ): Promise<void> {
    const entering = rows.filter(needsPath);
    let runs: readonly OfferedRun[] = await listOfferedRuns(unit.tx, cohort, framework);
    const proposed = new Map<string, readonly OfferedRun[]>();
    const today = this.clock.today();
    const pairs: { enrolmentId: string; moduleRunId: string }[] = [];
    for (const entry of entering) {
      const { enrolmentId, isNewEnrolment, planned } = entry;
      const { route } = planned.row;
      if (route === null) continue;
      const days = datePath(entry, today);
      const key = Object.values(days).join();
      const known = proposed.get(key) ?? proposeRuns({ framework, route, today, runs, ...days });
      proposed.set(key, known);
      const path = shareGroups(known, runs, days.startsOn);
      if (!isNewEnrolment) {
        const data = { added: path.map(({ id }) => id), removed: [] };
        unit.audit({ action: 'enrolment.path-changed', subjectId: enrolmentId, data });
      }
      pairs.push(...path.map(({ id }) => ({ enrolmentId, moduleRunId: id })));
      runs = takePlaces(runs, path);
      const shared = new Set(path.filter(({ isOwn }) => !isOwn).map(({ id }) => id));
      if (runs.some((run) => shared.has(run.id) && run.freePlaces <= 0)) proposed.clear();
    }
    await addPathRuns(unit.tx, actor, pairs);
  }
}

/** Those whose access route is now one without training have no path any more (DOMAIN 4.7). */
const listLeaving = (rows: readonly RowToWrite[]): readonly string[] =>
  rows.flatMap(({ isNewEnrolment, enrolmentId, planned: { row } }) =>
    !isNewEnrolment && row.route !== null && !isTaught(row.route) ? [enrolmentId] : [],
  );

/** Who has no path yet: the new ones, and those who leave a VAE for a training. */
const needsPath = ({ isNewEnrolment, planned: { row, person } }: RowToWrite): boolean => {
  const before = person?.enrolment?.record.route;
  if (isNewEnrolment) return row.route !== null && isTaught(row.route);
  return row.route !== null && isTaught(row.route) && !!before && !isTaught(before);
};

/** Between which days a line's path is planned: somebody known begins today at the earliest. */
function datePath({ planned: { row, person } }: RowToWrite, today: PlainDate) {
  const known = person?.enrolment;
  const enteredOn = row.startsOn ?? known?.record.startsOn ?? today;
  return {
    enteredOn,
    startsOn: known ? latestDay(enteredOn, today) : enteredOn,
    endsOn: known?.endsOn ?? null,
  };
}

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
