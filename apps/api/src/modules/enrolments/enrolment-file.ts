import { frameworkContent, type Output } from '@jalon/contract';
import {
  checkHiredOnEntry,
  checkStoredDates,
  checkWorkingDays,
  type Framework,
  hasCalendarOf,
  isPlaced,
  type PlainDate,
  type StoredDates,
  sumHoursDue,
  trainingMinutesOf,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { viewDispensation, withLearner } from '../dispensations/view-dispensation.ts';
import { viewEarlyEnd, withEarlyEnds } from '../early-ends/view-early-end.ts';
import { viewFunding, withFunding } from '../funding-requests/view-funding.ts';
import { withOwnJury } from '../juries/own-jury.ts';
import { describePerson, withRoles } from '../people/person-record.ts';
import { viewVaeItems } from '../vae-items/view-vae-items.ts';
import { judgeEntry } from './check-enrolment.ts';
import { countLearners, dispensationFacts, loadEntryContext } from './enrolment-facts.ts';
import { pathDates, viewPath } from './enrolment-paths.ts';
import { countUnplanned, describeGaps } from './file-gaps.ts';
import { listOfferedRuns } from './module-runs.ts';
import { checkRemotePath } from './remote-caps.ts';
import { withTurns } from './tutor-turns.ts';
import { toContract, viewEmployment, workedEmployment } from './view-employment.ts';

type File = Output<'GET /enrolments/:enrolmentId'>;

const withEverything = {
  cohort: { include: { frameworkVersion: true } },
  person: {
    include: {
      ...withRoles,
      credentials: {
        where: { supersededById: null, removal: null },
        orderBy: { obtainedOn: 'asc' },
      },
      employments: {
        include: { tutor: true, suspensions: { where: { removedAt: null } }, ...withTurns },
        orderBy: { hireDate: 'asc' },
      },
      enrolments: { include: { cohort: true }, orderBy: { startsOn: 'asc' } },
    },
  },
  dispensations: { include: withLearner, orderBy: { createdAt: 'asc' } },
  ...withOwnJury,
  ...withEarlyEnds,
  fundingRequests: withFunding.fundingRequests,
  vaeItems: true,
  pathRuns: { select: { moduleRunId: true } },
  positionings: { select: { id: true }, take: 1 },
} as const satisfies Prisma.EnrolmentInclude;

export type EnrolmentRow = Prisma.EnrolmentGetPayload<{ include: typeof withEverything }>;

/** An enrolment with all that its file shows. @throws not_found */
export const loadEnrolment = async (tx: Tx, id: string): Promise<EnrolmentRow> =>
  found(
    await tx.enrolment.findFirst({ where: { id }, include: withEverything }),
    'Cette inscription',
  );

/** The file of a learner, from its rows and the rules. */
export async function viewFile(
  tx: Tx,
  row: EnrolmentRow,
  {
    followed,
    today,
  }: { readonly followed: ReadonlyMap<string, number>; readonly today: PlainDate },
): Promise<File> {
  const framework = frameworkContent.parse(row.cohort.frameworkVersion.content);
  const startsOn = toDay(row.startsOn);
  const enrolled = await countLearners(tx, row.cohortId);
  const dispensations = row.dispensations.map(dispensationFacts);
  const hours = sumHoursDue(framework, row.route, dispensations);
  const { entry, findings } = judgeEntry(
    { ...row, startsOn, endsOn: toDayOrNull(row.endsOn) },
    await loadEntryContext(
      tx,
      { cohort: row.cohort, framework },
      {
        enrolled,
        waivedMinutes: hours.waivedMinutes,
        contracts: row.person.employments.map(toContract),
        keepsRoute: true,
      },
    ),
  );
  const hireDates = row.person.employments.map(({ hireDate }) => toDay(hireDate));
  const runs = await listOfferedRuns(tx, row.cohort, framework);
  const chosen = row.pathRuns.map(({ moduleRunId }) => moduleRunId);
  const followedRuns = runs.filter(({ id }) => chosen.includes(id));
  const remarks = [
    ...findings,
    ...checkHiredOnEntry({ ...row, startsOn }, hireDates),
    ...checkRemotePath({ framework, startsOn }, followedRuns),
    ...checkWorkingDays(
      row.person.employments.map(workedEmployment),
      followedRuns.flatMap(({ slots }) => slots),
      { since: startsOn < today ? today : startsOn, path: '/employments' },
    ),
  ];
  const unplanned = countUnplanned(framework, row, {
    path: followedRuns.filter(isPlaced),
    hasCalendar: hasCalendarOf(runs),
  });
  return {
    id: row.id,
    state: row.state,
    revision: row.revision,
    profile: row.profile,
    diplomaLevel: row.diplomaLevel,
    experienceYears: row.experienceYears,
    route: row.route,
    funder: row.funder,
    startsOn,
    endsOn: toDayOrNull(row.endsOn),
    entryMotive: row.entryMotive,
    withdrawMotive: row.withdrawMotive,
    person: describePerson(row.person),
    cohort: { id: row.cohort.id, name: row.cohort.name },
    framework: {
      id: row.cohort.frameworkVersionId,
      code: framework.code,
      title: framework.title,
    },
    programme: listBlocks(framework),
    entry: { outcome: entry.outcome, reasons: [...entry.reasons] },
    findings: [
      ...(row.state === 'active' ? remarks : []),
      ...checkStoredDates(storedDates(row, framework), today),
    ],
    hours: { ...hours, reasons: [...hours.reasons] },
    employments: row.person.employments.map((one) =>
      // Nothing of a tutor is to be watched any more once the course is over.
      withConcerns(
        viewEmployment(one, framework.deadlineRegimes, followed),
        row.state === 'active',
      ),
    ),
    dispensations: row.dispensations.map(viewDispensation),
    funding: viewFunding(row, today),
    earlyEnd: viewEarlyEnd(row, today),
    vaeItems: viewVaeItems(row.route, row.vaeItems),
    path: viewPath(
      { framework, route: row.route, runs, ...pathDates(row, today) },
      chosen,
      dispensations,
    ),
    unplanned,
    toComplete: [...describeGaps(row, unplanned, today)],
    others: row.person.enrolments
      .filter(({ id }) => id !== row.id)
      .map((other) => ({
        id: other.id,
        cohortName: other.cohort.name,
        state: other.state,
        startsOn: toDay(other.startsOn),
      })),
  };
}

const withConcerns = (
  employment: File['employments'][number],
  isWatched: boolean,
): File['employments'][number] =>
  isWatched || employment.tutor === null
    ? employment
    : { ...employment, tutor: { ...employment.tutor, concerns: [] } };

const storedDates = (
  { person, startsOn, endsOn }: EnrolmentRow,
  { credentials }: Framework,
): StoredDates => ({
  birthDate: toDayOrNull(person.birthDate),
  startsOn: toDay(startsOn),
  endsOn: toDayOrNull(endsOn),
  employments: person.employments.map((one) => ({
    employerName: one.employerName,
    hireDate: toDay(one.hireDate),
    dutyStartOn: toDayOrNull(one.dutyStartOn),
    cpamContractSignedOn: toDayOrNull(one.cpamContractSignedOn),
    endsOn: toDayOrNull(one.endsOn),
    contractStartsOn: toDayOrNull(one.contractStartsOn),
    suspensions: one.suspensions.map(({ fromOn, toOn }) => ({
      fromOn: toDay(fromOn),
      toOn: toDay(toOn),
    })),
  })),
  credentials: person.credentials.map(({ code, obtainedOn }) => ({
    name: credentials.find((rule) => rule.code === code)?.name ?? code,
    obtainedOn: toDay(obtainedOn),
  })),
});

const listBlocks = (framework: Framework): File['programme'] =>
  framework.blocks.map((block) => ({
    blockCode: block.code,
    name: block.name,
    trainingMinutes: trainingMinutesOf(block),
    modules: block.modules.map(({ code, name, minutes }) => ({ code, name, minutes })),
  }));
