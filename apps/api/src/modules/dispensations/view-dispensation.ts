import { evidenceItems, frameworkContent, type Output } from '@jalon/contract';
import {
  checkCourseOpen,
  type Framework,
  formatName,
  listNextDispensationStates,
  sumHoursDue,
  tellLackingEvidence,
  trainingMinutesOf,
} from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { dispensationFacts } from '../enrolments/enrolment-facts.ts';

export type DispensationView = Output<'GET /dispensations/:dispensationId'>;

export const withLearner = {
  enrolment: {
    include: {
      person: true,
      cohort: { include: { frameworkVersion: true } },
      dispensations: true,
    },
  },
  rectifications: { orderBy: [{ rectifiedAt: 'desc' }, { id: 'desc' }] },
} as const satisfies Prisma.DispensationInclude;

export type DispensationRow = Prisma.DispensationGetPayload<{ include: typeof withLearner }>;

/** The rules that bind a request: those of its learner's cohort. */
export const frameworkOf = (row: DispensationRow): Framework =>
  frameworkContent.parse(row.enrolment.cohort.frameworkVersion.content);

/** A dispensation as the screens show it, with what it makes of the hours due. */
export function viewDispensation(row: DispensationRow): DispensationView {
  const { enrolment } = row;
  const framework = frameworkOf(row);
  const papers = evidenceItems.parse(row.evidenceItems);
  const block = framework.blocks.find(({ code }) => code === row.blockCode);
  const module = block?.modules.find(({ code }) => code === row.moduleCode);
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    learner: formatName(enrolment.person),
    cohort: { id: enrolment.cohort.id, name: enrolment.cohort.name },
    frameworkTitle: framework.title,
    profile: enrolment.profile,
    diplomaLevel: enrolment.diplomaLevel,
    experienceYears: enrolment.experienceYears,
    blockCode: row.blockCode,
    blockName: block?.name ?? row.blockCode,
    moduleCode: row.moduleCode,
    moduleName: row.moduleCode === null ? null : (module?.name ?? row.moduleCode),
    availableMinutes: module?.minutes ?? (block ? trainingMinutesOf(block) : 0),
    requestedMinutes: row.requestedMinutes,
    grantedMinutes: row.grantedMinutes,
    evidence: row.evidence,
    ruleId: row.ruleId,
    startedFrom: row.startedFrom,
    evidenceItems: papers,
    evidenceLacking: tellLackingEvidence(papers),
    state: row.state,
    nextStates: [...listNextDispensationStates(row.state)],
    closedBecause: checkCourseOpen(enrolment.state, 'dispensation')[0]?.message ?? null,
    filedOn: toDayOrNull(row.filedOn),
    transmittedOn: toDayOrNull(row.transmittedOn),
    decidedOn: toDayOrNull(row.decidedOn),
    reference: row.reference,
    motive: row.motive,
    answerTypedIn: row.answerTypedIn,
    withdrawnOn: toDayOrNull(row.withdrawnOn),
    withdrawalMotive: row.withdrawalMotive,
    formerAnswers: row.rectifications.map((former) => ({
      state: former.formerState,
      grantedMinutes: former.formerGrantedMinutes,
      decidedOn: toDay(former.formerDecidedOn),
      reference: former.formerReference,
      motive: former.formerMotive,
      answerTypedIn: former.formerTypedIn,
      rectifiedOn: parisDayOf(former.rectifiedAt),
      because: former.because,
    })),
    hours: sumHoursDue(framework, enrolment.route, enrolment.dispensations.map(dispensationFacts))
      .sentence,
    revision: row.revision,
  };
}
