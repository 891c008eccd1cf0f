import type { Home } from '@jalon/contract';
import {
  countedMinutes,
  type DeadlineUrgency,
  formatName,
  greet,
  listUrgent,
  type NearDeadline,
  type OpenSheet,
  type ParisMoment,
  type PlainDate,
  type UndeclaredEarlyEnd,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Query, type Tx } from '../../db/database.ts';
import { listUnsigned } from '../attendance/unsigned-sheets.ts';
import { isRunning, loadDeadlines } from '../deadlines/deadlines.queries.ts';
import { loadEarlyEnds, nameEmployers } from '../early-ends/load-early-ends.ts';
import { readPathItems } from '../enrolments/path-items.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import { readOpenResits } from '../facts/open-resits.ts';
import { FrameworkDocuments } from '../frameworks/framework-documents.ts';
import { describeAwaited, listHeldReviews } from '../joint-reviews/joint-reviews.queries.ts';
import { describeSlots } from '../planning/describe-slot.ts';
import { type HomeRecords, readHomeRecords } from './home.queries.ts';
import {
  collectHomeFacts,
  describeHomeLearner,
  describeOpenSheet,
  expectedLearners,
  type HomeLearner,
  nameOfHalfDay,
} from './home-facts.ts';
import { countMenus, listCertificates, listUnreported } from './menu-counts.ts';
import { offerAction } from './offer-action.ts';

/** The coordinator's morning: what is late, what is at risk, what is on today, and the cohorts. */
@Injectable()
export class HomeService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly frameworks: FrameworkDocuments,
  ) {}

  async read(actor: Actor): Promise<Home> {
    const now = this.clock.parisMoment();
    const [{ records, learners, resits, paths }, calendar] = await Promise.all([
      this.db.read(actor, (query) => this.readCentre(query, actor, now)),
      this.readCalendarOf(actor, now),
    ]);
    const { deadlines, earlyEnds, reviews, sheets, certificates, unreported, menu } = calendar;
    const facts = collectHomeFacts(records, learners, paths, now.day);
    const named = new Map(learners.map((learner) => [learner.named.enrolmentId, learner.named]));
    const urgent = listUrgent(
      {
        ...facts,
        reviews,
        sheets,
        resits,
        certificates,
        unreported,
        earlyEnds,
        deadlines: deadlines.map((deadline) => ({
          ...deadline,
          learner: named.get(deadline.learner.enrolmentId) ?? deadline.learner,
        })),
      },
      now.day,
    );
    const { late, today, atRisk } = urgent;
    return {
      today: now.day,
      title: greet(records.givenName ?? actor.name, {
        late: late.length,
        today: today.length,
        atRisk: atRisk.length,
      }),
      menu,
      late: late.map((row) => offerAction(row, actor.roles)),
      toDo: today.map((row) => offerAction(row, actor.roles)),
      atRisk: atRisk.map((row) => offerAction(row, actor.roles)),
      juries: records.juries.map((jury) => ({ ...jury, cohortNames: [...jury.cohortNames] })),
      slots: describeToday(records, learners),
      cohorts: records.cohorts.map((cohort) => describeCohort(cohort, records, learners)),
    };
  }

  private async readCentre(query: Query, actor: Actor, now: ParisMoment) {
    const records = await readHomeRecords(query, actor.personId, now.day);
    const cohortIds = records.cohorts.map(({ id }) => id);
    const facts = await readLearnerFacts(query, 'cohorts', cohortIds, now);
    const versions = new Map(facts.cohorts.map((cohort) => [cohort.id, cohort.frameworkVersionId]));
    const documents = await this.frameworks.find(query, [...versions.values()]);
    const learners = facts.learners.flatMap((record) => {
      const framework = documents.get(versions.get(record.cohortId) ?? '');
      return framework ? [describeHomeLearner(record, framework, now.day)] : [];
    });
    const open = await readOpenResits(query, now.day);
    const resits = open
      .filter(({ registeredOn }) => registeredOn === null)
      .map((resit) => ({ ...resit, learnerName: formatName(resit) }));
    const paths = await readPathItems(
      query,
      learners.map(({ record }) => record.enrolmentId),
    );
    return { records, learners, resits, paths };
  }

  /** What days bind: the deadlines not met, the past sheets that nobody signed; and the menu. */
  private readCalendarOf(actor: Actor, now: ParisMoment) {
    return this.db.run(actor, async ({ tx }) => {
      const deadlines = await this.listDeadlines(tx, now.day);
      const held = await listHeldReviews(tx, now.day);
      const reviews = held.map((row) => describeAwaited(row, actor.personId));
      const sheets = await listOpenSheets(tx, now.day);
      const earlyEnds = await this.listEarlyEnds(tx, now.day);
      const urgencies = [...deadlines, ...earlyEnds].map(({ urgency }) => urgency);
      const certificates = await listCertificates(tx, now);
      const unreported = await listUnreported(tx, now.day);
      const menu = await countMenus(tx, {
        deadlines: urgencies,
        reviews,
        unsignedSheets: sheets.length,
        certificates,
        unreported,
        now,
      });
      return { deadlines, earlyEnds, reviews, sheets, certificates, unreported, menu };
    });
  }

  /** Early ends that nobody has noted as declared. */
  private async listEarlyEnds(
    tx: Tx,
    day: PlainDate,
  ): Promise<(UndeclaredEarlyEnd & { readonly urgency: DeadlineUrgency })[]> {
    const ends = await loadEarlyEnds(tx, day);
    return ends
      .filter(({ standing }) => standing.settledOn === null)
      .map(({ enrolment, employers, standing: { dueOn, sentence, urgency } }) => ({
        enrolmentId: enrolment.id,
        name: formatName(enrolment.person),
        employerName: nameEmployers(employers),
        dueOn,
        sentence,
        urgency,
      }));
  }

  /** The operative deadlines that are near or past and not met. */
  private async listDeadlines(
    tx: Tx,
    day: PlainDate,
  ): Promise<(NearDeadline & { readonly urgency: DeadlineUrgency })[]> {
    const employments = await loadDeadlines(tx, { state: { not: 'withdrawn' } }, day);
    return employments
      .filter(({ employment }) => isRunning(employment, day))
      .flatMap(({ enrolment, employment, deadlines }) =>
        deadlines
          .filter(({ isOperative, urgency }) => isOperative && urgency !== 'settled')
          .map(({ kind, dueOn, sentence, urgency }) => ({
            kind,
            urgency,
            dueOn,
            sentence,
            employerName: employment.employerName,
            learner: {
              enrolmentId: enrolment.id,
              name: formatName(enrolment.person),
              nextJuryOn: null,
            },
          })),
      );
  }
}

async function listOpenSheets(tx: Tx, day: PlainDate): Promise<OpenSheet[]> {
  const unsigned = await listUnsigned(tx, {}, day);
  const views = await describeSlots(
    tx,
    unsigned.map(({ slot }) => slot),
  );
  return unsigned.flatMap((sheet, index) => {
    const slot = views[index];
    return slot ? [describeOpenSheet(sheet, slot)] : [];
  });
}

function describeToday({ halfDays }: HomeRecords, learners: readonly HomeLearner[]): Home['slots'] {
  const byEnrolment = new Map(learners.map((learner) => [learner.record.enrolmentId, learner]));
  return halfDays.map((halfDay) => {
    return {
      slotId: halfDay.slotId,
      startsAt: halfDay.startsAt,
      endsAt: halfDay.startsAt + halfDay.minutes,
      title: nameOfHalfDay(halfDay, learners),
      cohortName: halfDay.cohortName,
      room: halfDay.room,
      trainerName: halfDay.trainer && formatName(halfDay.trainer),
      expectedCount: expectedLearners(halfDay, byEnrolment).length,
      isSigned: halfDay.isSigned,
    };
  });
}

function describeCohort(
  cohort: HomeRecords['cohorts'][number],
  { dispensations }: HomeRecords,
  learners: readonly HomeLearner[],
): Home['cohorts'][number] {
  const own = learners.filter(({ record }) => record.cohortId === cohort.id);
  const ids = new Set(own.map(({ record }) => record.enrolmentId));
  const juries = own.flatMap(({ named }) => named.nextJuryOn ?? []).sort();
  return {
    id: cohort.id,
    name: cohort.name,
    state: cohort.state,
    startsOn: cohort.startsOn,
    outcome: own[0]?.framework.outcome ?? 'certificate',
    capacity: cohort.capacity,
    learners: own.length,
    acquired: own.filter(({ line }) => line.isAcquired).length,
    ready: own.filter(({ line }) => line.isReady).length,
    // Issuing ends the enrolment.
    issued: own.filter(({ record }) => record.state === 'completed').length,
    dueMinutes: own.reduce((total, { line }) => total + line.hours.total.due, 0),
    doneMinutes: own.reduce((total, { line }) => total + countedMinutes(line.hours.total), 0),
    juryOn: juries[0] ?? cohort.juryOn,
    waitingDispensations: dispensations.filter(({ enrolmentId }) => ids.has(enrolmentId)).length,
  };
}
