import type { Progress } from '@jalon/contract';
import {
  type ApprovedEquivalence,
  type BlockCell,
  type CompetenceBlock,
  checkStanding,
  countedMinutes,
  type DeadlineRow,
  describeLearner,
  describeProgress,
  type Framework,
  formatName,
  isTakenOff,
  type LearnerFacts,
  type LearnerLine,
  listProgramme,
  longestCredential,
  minutesWaived,
  nameAssessment,
  type ParisMoment,
  type PlainDate,
  tellAppraisal,
  tellCredential,
  tellDeadline,
  tellEquivalence,
  tellKeptUntil,
  tellOwnLeaving,
} from '@jalon/domain';
import type { OwnEvent } from '../assessment-events/list-own-events.ts';
import type { CohortRecord, LearnerRecord } from '../facts/learner-record.ts';
import type { ProgressRecords } from './progress.queries.ts';

/** One clock of one employer, with the enrolment it concerns. */
export interface OwnDeadline {
  readonly enrolmentId: string;
  readonly row: DeadlineRow;
  readonly settledOn: PlainDate | null;
}

/** One enrolment as its learner reads it. */
export function describeOwnProgress(input: {
  readonly learner: LearnerRecord;
  readonly cohort: CohortRecord;
  readonly framework: Framework;
  readonly records: ProgressRecords;
  readonly deadlines: readonly OwnDeadline[];
  readonly events: readonly OwnEvent[];
  readonly now: ParisMoment;
}): Progress {
  const { learner, cohort, framework, records, now } = input;
  const { enrolmentId, facts } = learner;
  const line = describeLearner(framework, facts, now.day);
  const slots = describeSlots(framework, records, learner);
  const own = input.deadlines.filter((deadline) => deadline.enrolmentId === enrolmentId);
  const cells = framework.blocks.flatMap((block, index) => {
    const cell = line.cells[index];
    return cell ? [{ blockCode: block.code, blockName: block.shortName, cell }] : [];
  });
  const [nextSlot] = slots;
  const { headline, missing, afterwards } = describeProgress({
    readiness: checkStanding({
      framework,
      blockDecisions: facts.decisions,
      credentials: facts.credentials,
      hours: line.hours.total,
      nextJuryOn: facts.nextJuryOn,
      today: now.day,
    }),
    outcome: framework.outcome,
    cells,
    nextSlot: nextSlot
      ? {
          day: nextSlot.on,
          startMinute: nextSlot.startsAt,
          endMinute: nextSlot.endsAt,
          title: nextSlot.title,
          room: nextSlot.room,
          trainerName: nextSlot.trainerName,
        }
      : null,
    nextJuryOn: facts.nextJuryOn,
    deadlines: own.map(({ row }) => row),
    today: now.day,
  });
  const certificate = records.certificates.find((one) => one.enrolmentId === enrolmentId);
  const blocks = framework.blocks.flatMap((block, index) => {
    const cell = line.cells[index];
    return cell ? [describeBlock(block, cell, line, facts, now.day)] : [];
  });
  const left = learner.state === 'withdrawn' ? leave(blocks, line, learner, records) : null;
  return {
    enrolmentId,
    cohortName: cohort.name,
    hasLeft: left !== null,
    siteName: cohort.siteName,
    officeMail: records.officeMail,
    title: framework.certification?.name ?? framework.title,
    outcome: framework.outcome,
    dueMinutes: line.hours.total.due,
    doneMinutes: countedMinutes(line.hours.total),
    waivedMinutes: line.hours.total.waived,
    unsignedMinutes: line.hours.total.unsigned,
    rate: line.hours.rate,
    headline: certificate ? announceCertificate(framework) : headline,
    missing: certificate ? [] : missing.map((line) => ({ ...line, steps: [...line.steps] })),
    afterwards: certificate ? null : afterwards,
    blocks,
    slots,
    assessmentEvents: input.events
      .filter((own) => own.enrolmentId === enrolmentId)
      .map(({ event }) => event),
    juryOn: facts.nextJuryOn,
    deadlines: certificate
      ? []
      : tellDeadlines(framework, facts, own, now.day).filter(
          // What is missing already says when the attestation ends.
          ({ kind }) => kind !== 'credential' || missing.every((thing) => thing.kind !== kind),
        ),
    certificate: certificate ?? null,
    notices: records.notices
      .filter((notice) => notice.enrolmentId === enrolmentId)
      .map(({ id, heldOn }) => ({ id, heldOn })),
    ...left,
  };
}

/** Nothing is ahead any more: what is kept, and what it is good for. */
function leave(
  blocks: Progress['blocks'],
  { cells }: LearnerLine,
  { enrolmentId }: LearnerRecord,
  { enrolments }: ProgressRecords,
) {
  const held = blocks.filter(({ state }) => state === 'acquired');
  const leftOn = enrolments.find(({ id }) => id === enrolmentId)?.endsOn ?? null;
  const ends = cells.flatMap(({ keptUntil }) => (keptUntil === null ? [] : [keptUntil]));
  const keptUntil = ends.toSorted()[0] ?? null;
  return {
    ...tellOwnLeaving({ leftOn, held: held.map(({ code }) => code), keptUntil }),
    blocks: held,
    missing: [],
    deadlines: [],
    assessmentEvents: [],
    juryOn: null,
  };
}

const announceCertificate = ({ outcome }: Framework): string =>
  outcome === 'certificate' ? 'Votre certificat est délivré' : 'Votre attestation est délivrée';

function describeBlock(
  block: CompetenceBlock,
  { state, label, fact, decision, keptUntil, assessments, appraisal }: BlockCell,
  { hours }: LearnerLine,
  facts: LearnerFacts,
  today: PlainDate,
): Progress['blocks'][number] {
  const ofBlock = hours.blocks.find(({ blockCode }) => blockCode === block.code);
  return {
    code: block.code,
    name: block.shortName,
    state,
    label,
    fact,
    kept: state === 'acquired' ? tellKept(keptUntil, decision?.equivalence) : null,
    dueMinutes: ofBlock?.due ?? 0,
    doneMinutes: ofBlock ? countedMinutes(ofBlock) : 0,
    unsignedMinutes: ofBlock?.unsigned ?? 0,
    assessments: block.assessments.map((assessment) => ({
      code: assessment.code,
      title: nameAssessment(block, assessment),
      state:
        assessments.details.find((detail) => detail.code === assessment.code)?.state ?? 'missing',
    })),
    appraisal:
      appraisal.state === 'not_needed'
        ? null
        : tellAppraisal(appraisal, facts.tutorName, today).participle,
  };
}

function describeSlots(
  framework: Framework,
  { slots }: ProgressRecords,
  { enrolmentId, facts }: LearnerRecord,
): Progress['slots'] {
  const programme = listProgramme(framework);
  const waived = minutesWaived(framework, facts.dispensations);
  return slots
    .filter((slot) => slot.enrolmentId === enrolmentId)
    .filter((slot) => !isTakenOff({ ...slot, date: slot.on }, facts.halfDays, waived))
    .map((slot) => ({
      slotId: slot.slotId,
      on: slot.on,
      startsAt: slot.startsAt,
      endsAt: slot.startsAt + slot.minutes,
      title:
        programme.find(
          ({ kind, blockCode, moduleCode }) =>
            kind === slot.kind && blockCode === slot.blockCode && moduleCode === slot.moduleCode,
        )?.name ?? `Bloc ${slot.blockCode}`,
      room: slot.room,
      isRemote: slot.isRemote,
      trainerName: slot.trainer && formatName(slot.trainer),
    }));
}

/** What binds in the learner's words: operative clocks that still run, and the attestations held. */
function tellDeadlines(
  framework: Framework,
  facts: LearnerFacts,
  own: readonly OwnDeadline[],
  today: PlainDate,
): Progress['deadlines'] {
  const clocks = own
    .filter(({ row, settledOn }) => row.isOperative && settledOn === null)
    .map(({ row }) => ({
      kind: row.kind,
      on: row.dueOn,
      text: tellDeadline(row, framework.outcome),
    }));
  const credentials = framework.credentials.flatMap((rule) => {
    const held = longestCredential(rule.code, facts.credentials, today);
    return held && held.expiresOn > today
      ? [{ kind: 'credential' as const, on: held.expiresOn, text: tellCredential(rule, held) }]
      : [];
  });
  return [...clocks, ...credentials].sort((one, other) => one.on.localeCompare(other.on));
}

/** « acquis par équivalence approuvée le …, conservé … »: how they have it when no jury here decided it. */
const tellKept = (
  until: PlainDate | null,
  equivalence: ApprovedEquivalence | null | undefined,
): string => (equivalence ? `acquis ${tellEquivalence(equivalence)}, ` : '') + tellKeptUntil(until);
