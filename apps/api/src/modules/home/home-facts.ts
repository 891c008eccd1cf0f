import type { CalendarSlot } from '@jalon/contract';
import {
  describeLearner,
  type EndingCredential,
  type Framework,
  formatName,
  type HomeFacts,
  type InterruptedAppraisals,
  isAppraisalToAsk,
  isPositioningDue,
  isTakenOff,
  type LearnerLine,
  listMissingIdentity,
  listProgramme,
  listUnplanned,
  longestCredential,
  minutesWaived,
  type NearJury,
  type OpenSheet,
  type PlainDate,
  type ProgrammeKey,
  presenceRate,
  requestOf,
  type UnaskedAppraisals,
  type UrgentLearner,
} from '@jalon/domain';
import type { HeldSheet } from '../attendance/unsigned-sheets.ts';
import type { PathItems } from '../enrolments/path-items.ts';
import type { LearnerRecord } from '../facts/learner-record.ts';
import type { HalfDayRecord, HomeRecords } from './home.queries.ts';

/** A learner of a cohort under way, with the line that the board shows. */
export interface HomeLearner {
  readonly record: LearnerRecord;
  readonly framework: Framework;
  readonly line: LearnerLine;
  readonly named: UrgentLearner;
}

export const describeHomeLearner = (
  record: LearnerRecord,
  framework: Framework,
  today: PlainDate,
): HomeLearner => ({
  record,
  framework,
  line: describeLearner(framework, record.facts, today),
  named: {
    enrolmentId: record.enrolmentId,
    name: `${record.familyName} ${record.givenName}`,
    nextJuryOn: record.facts.nextJuryOn,
  },
});

/** The facts of the morning, in the shapes that the domain ranks; deadlines, sheets and re-sits come on their own. */
export function collectHomeFacts(
  records: HomeRecords,
  learners: readonly HomeLearner[],
  paths: ReadonlyMap<string, PathItems>,
  today: PlainDate,
): Omit<
  HomeFacts,
  'deadlines' | 'earlyEnds' | 'reviews' | 'sheets' | 'resits' | 'certificates' | 'unreported'
> {
  const byEnrolment = new Map(learners.map((learner) => [learner.record.enrolmentId, learner]));
  const nameOf = (enrolmentId: string) => byEnrolment.get(enrolmentId)?.named.name ?? '';
  const active = learners.filter(({ record }) => record.state === 'active');
  return {
    appraisals: records.appraisals.flatMap(({ enrolmentId, tutor, ...asked }) => {
      const learner = byEnrolment.get(enrolmentId);
      const standing = learner && standingOf(learner, asked.blockCode);
      const request = standing && requestOf(standing);
      if (!request || request.state === 'interrupted') return [];
      return [
        {
          ...asked,
          learner: learner.named,
          tutorName: tutor && formatName(tutor),
          tutorPhone: tutor?.phone ?? null,
          signedOn: standing.state === 'signed' ? standing.signedOn : null,
        },
      ];
    }),
    interrupted: active.flatMap(listInterrupted),
    starts: records.cohorts.map(({ id, name, state, firstDay }) => ({
      cohortId: id,
      cohortName: name,
      state,
      firstDay,
    })),
    dispensations: records.dispensations.map(({ id, enrolmentId, ...asked }) => ({
      ...asked,
      dispensationId: id,
      learnerName: nameOf(enrolmentId),
    })),
    toSend: records.toSend.map(({ id, enrolmentId, state }) => ({
      dispensationId: id,
      learnerName: nameOf(enrolmentId),
      state,
    })),
    daySheets: records.halfDays
      .filter((halfDay) => !halfDay.isSigned && expectedLearners(halfDay, byEnrolment).length > 0)
      .map((halfDay) => ({
        slotId: halfDay.slotId,
        title: nameOfHalfDay(halfDay, learners),
        cohortName: halfDay.cohortName,
      })),
    unasked: records.cohorts.flatMap((cohort) => listUnasked(cohort, active)),
    credentials: active.flatMap((learner) => listCredentials(learner, today)),
    rates: active.flatMap(({ line, named }) => {
      const rate = presenceRate(line.hours);
      const { expectedMinutes, attendedMinutes, awaitingMinutes, absentMinutes } = line.hours;
      const blankMinutes = expectedMinutes - attendedMinutes - awaitingMinutes - absentMinutes;
      return rate === null ? [] : [{ learner: named, rate, absentMinutes, blankMinutes }];
    }),
    juries: records.cohorts.flatMap((cohort) => describeJury(cohort, learners)),
    identities: collectIdentities(records, byEnrolment),
    paths: collectPaths(records, active, paths),
    entries: collectEntries(records, byEnrolment, today),
  };
}

/** Where the appraisal of one block stands: what the board says of it. */
const standingOf = ({ framework, line }: HomeLearner, blockCode: string) =>
  line.cells[framework.blocks.findIndex(({ code }) => code === blockCode)]?.appraisal;

/** What was asked of a tutor who is no longer in post, and is to be asked of the next one. */
function listInterrupted({ framework, line, named, record }: HomeLearner): InterruptedAppraisals[] {
  const open = line.cells.flatMap(({ appraisal }, index) => {
    const request = requestOf(appraisal);
    const blockCode = framework.blocks[index]?.code;
    return request?.state === 'interrupted' && blockCode ? [{ blockCode, ...request }] : [];
  });
  if (open.length === 0) return [];
  const [dueOn = null] = open.flatMap((request) => request.dueOn ?? []).sort();
  const blockCodes = open.map(({ blockCode }) => blockCode);
  return [{ learner: named, blockCodes, dueOn, tutorName: record.facts.tutorName }];
}

/** What the cohort's learners need from tutors before their jury, and nobody has asked for. */
function listUnasked(
  { id, name }: HomeRecords['cohorts'][number],
  active: readonly HomeLearner[],
): UnaskedAppraisals[] {
  const needing = active.flatMap(({ record, line, named }) => {
    const count = line.cells.filter(isAppraisalToAsk).length;
    const { nextJuryOn } = named;
    if (record.cohortId !== id || count === 0 || nextJuryOn === null) return [];
    return [{ count, nextJuryOn, hasTutor: record.facts.tutorName !== null }];
  });
  const [juryOn] = needing.map(({ nextJuryOn }) => nextJuryOn).sort();
  if (juryOn === undefined) return [];
  const asked = needing.filter(({ hasTutor }) => hasTutor);
  return [
    {
      cohortId: id,
      cohortName: name,
      juryOn,
      count: asked.reduce((total, { count }) => total + count, 0),
      withoutTutor: needing.length - asked.length,
    },
  ];
}

/** Who is expected at a half-day: on its path, and not dispensed of it. */
export const expectedLearners = (
  halfDay: HalfDayRecord,
  byEnrolment: ReadonlyMap<string, HomeLearner>,
) =>
  halfDay.learners.flatMap(({ enrolmentId, isRecorded }) => {
    const learner = byEnrolment.get(enrolmentId);
    return learner && !isDispensed(learner, halfDay) ? [{ learner, isRecorded }] : [];
  });

function isDispensed({ record, framework }: HomeLearner, halfDay: HalfDayRecord): boolean {
  const { dispensations, halfDays } = record.facts;
  if (dispensations.length === 0) return false;
  const slot = { ...halfDay, date: halfDay.heldOn };
  return isTakenOff(slot, halfDays, minutesWaived(framework, dispensations));
}

/** A past sheet without signature, as the morning names it. */
export function describeOpenSheet(
  { expected, entries }: Pick<HeldSheet, 'expected' | 'entries'>,
  slot: CalendarSlot,
): OpenSheet {
  const recorded = new Set(entries.map(({ enrolmentId }) => enrolmentId));
  return {
    slotId: slot.id,
    title: slot.name,
    cohortId: slot.cohort.id,
    cohortName: slot.cohort.name,
    heldOn: slot.date,
    halfDay: slot.halfDay,
    trainerName: slot.trainer?.name ?? null,
    expectedCount: expected.length,
    unrecorded: expected
      .filter(({ enrolmentId }) => !recorded.has(enrolmentId))
      .map(({ learnerName }) => learnerName),
  };
}

/** As its cohort's framework names it. */
export function nameOfHalfDay(halfDay: HalfDayRecord, learners: readonly HomeLearner[]): string {
  const ofCohort = learners.find(({ record }) => record.cohortId === halfDay.cohortId);
  return ofCohort ? nameHalfDay(halfDay, ofCohort.framework) : `Bloc ${halfDay.blockCode}`;
}

/** The module's name, or « Évaluation du bloc B1 ». */
const nameHalfDay = ({ kind, blockCode, moduleCode }: ProgrammeKey, framework: Framework): string =>
  listProgramme(framework).find(
    (item) => item.kind === kind && item.blockCode === blockCode && item.moduleCode === moduleCode,
  )?.name ?? `Bloc ${blockCode}`;

/** Credentials that the certificate asks for and that the learner holds: whether they end too soon. */
function listCredentials(
  { framework, record, named }: HomeLearner,
  today: PlainDate,
): EndingCredential[] {
  return framework.credentials
    .filter(({ requiredForCertificate }) => requiredForCertificate)
    .flatMap(({ code, name }) => {
      const held = longestCredential(code, record.facts.credentials, today);
      return held ? [{ learner: named, name, expiresOn: held.expiresOn }] : [];
    });
}

function describeJury(
  { id, name }: HomeRecords['cohorts'][number],
  learners: readonly HomeLearner[],
): NearJury[] {
  const own = learners.filter(
    ({ record, line }) => record.cohortId === id && record.state === 'active' && !line.isAcquired,
  );
  const days = own.flatMap(({ named }) => (named.nextJuryOn === null ? [] : [named.nextJuryOn]));
  const [juryOn] = days.sort();
  if (juryOn === undefined) return [];
  const notReady = own.filter(({ line }) => !line.isReady).length;
  const isPrepared = own.some(({ record }) => record.nextJuryId !== null);
  return [{ cohortId: id, cohortName: name, juryOn, learners: own.length, notReady, isPrepared }];
}

function collectIdentities(
  { cohorts, identities }: HomeRecords,
  byEnrolment: ReadonlyMap<string, HomeLearner>,
): HomeFacts['identities'] {
  const lacking = identities.flatMap((identity) => {
    const learner = byEnrolment.get(identity.enrolmentId);
    const missing = listMissingIdentity(identity);
    return learner && missing.length > 0 ? [{ learner, missing }] : [];
  });
  return cohorts.flatMap(({ id, name }) => {
    const own = lacking.filter(({ learner }) => learner.record.cohortId === id);
    const days = own.flatMap(({ learner }) => learner.named.nextJuryOn ?? []);
    if (own.length === 0) return [];
    return [
      {
        cohortId: id,
        cohortName: name,
        juryOn: days.sort()[0] ?? null,
        learners: own.map(({ learner }) => learner.named),
        labels: [...new Set(own.flatMap(({ missing }) => missing.map(({ label }) => label)))],
      },
    ];
  });
}

/** Learners who are to enter and still wait for the trace of their positioning. */
const collectEntries = (
  { cohorts, entries }: HomeRecords,
  byEnrolment: ReadonlyMap<string, HomeLearner>,
  today: PlainDate,
): HomeFacts['entries'] =>
  entries.flatMap(({ enrolmentId, cohortId, route, startsOn }) => {
    const learner = byEnrolment.get(enrolmentId);
    const cohortName = cohorts.find(({ id }) => id === cohortId)?.name ?? '';
    const facts = { route, startsOn, state: 'active', hasPositioning: false } as const;
    return learner && isPositioningDue(facts, today)
      ? [{ enrolmentId, name: learner.named.name, cohortId, cohortName, startsOn }]
      : [];
  });

/** Learners in training whose path lacks dates for something of their programme. */
function collectPaths(
  { cohorts }: HomeRecords,
  learners: readonly HomeLearner[],
  paths: ReadonlyMap<string, PathItems>,
): HomeFacts['paths'] {
  const names = new Map(cohorts.map(({ id, name }) => [id, name]));
  return learners.flatMap(({ record, framework, named }) => {
    const items = paths.get(record.enrolmentId);
    if (!items) return [];
    const waived = minutesWaived(framework, record.facts.dispensations);
    const unplanned = listUnplanned({ framework, route: record.route, ...items, waived });
    if (unplanned.length === 0) return [];
    const cohortName = names.get(record.cohortId) ?? '';
    const { cohortId } = record;
    return [{ learner: named, cohortId, cohortName, items: unplanned.map(({ name }) => name) }];
  });
}
