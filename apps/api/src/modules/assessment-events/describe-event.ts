import type { AssessmentEventHeader, AssessmentEventView } from '@jalon/contract';
import { isAllowed } from '@jalon/contract';
import {
  checkAssessmentEvent,
  findBlock,
  findSummonsObstacle,
  formatLongDay,
  formatName,
  formatTime,
  judgeSummons,
  nameAssessment,
  type PlainDate,
  type SummonsLine,
  stateOfMail,
  summariseLearnerBlock,
  tellOwnEnd,
  tellSending,
  tellSummonsLine,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { queryIn } from '../../db/query-in.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import { type EventRow, seesEveryEvent } from './event-record.ts';
import { loadContext, toRuleEvent } from './load-context.ts';
import { tellCandidate } from './tell-candidate.ts';

type Candidate = EventRow['candidates'][number];

const blockOf = ({ cohort, blockCode }: EventRow) =>
  findBlock(toFramework(cohort.frameworkVersion), blockCode);

/** An event as a list shows it. */
export function describeHeader(event: EventRow): AssessmentEventHeader {
  const { cohort, room, mode, candidates, results } = event;
  const { code, name } = blockOf(event);
  const site = room?.site ?? cohort.site;
  return {
    id: event.id,
    cohort: { id: cohort.id, name: cohort.name },
    block: { code, name },
    heldOn: toDay(event.heldOn),
    startsAt: event.startsAt,
    minutes: event.minutes,
    mode,
    place: mode === 'remote' ? 'À distance' : [room?.name, site.name].filter(Boolean).join(', '),
    assessors: event.assessors.map(({ person }) => ({ id: person.id, name: formatName(person) })),
    candidateCount: candidates.length,
    summonedCount: candidates.filter((one) => lastSummons(event, one)).length,
    markedCount: results.length,
    toMarkCount: candidates.reduce((sum, one) => sum + one.assessmentCodes.length, 0),
    cancelReason: event.cancelReason,
  };
}

/** An event with its candidates, as `actor` may read it. */
export async function describeEvent(
  tx: Tx,
  actor: Actor,
  event: EventRow,
  today: PlainDate,
): Promise<AssessmentEventView> {
  const facts = await loadBlockFacts(
    queryIn(tx),
    event.candidates.map(({ enrolmentId }) => enrolmentId),
  );
  const persons = await tx.enrolment.findMany({
    where: { id: { in: [...facts.keys()] } },
    include: { person: { select: { email: true } } },
  });
  const reachOf = (id: string): Reach => {
    const one = persons.find((row) => row.id === id);
    return { hasEmail: one?.person.email != null, isActive: one?.state !== 'withdrawn' };
  };
  const ruleEvent = toRuleEvent(event);
  const framework = toFramework(event.cohort.frameworkVersion);
  const around = { eventId: event.id, cohortId: event.cohort.id, framework };
  const isOffice = seesEveryEvent(actor);
  return {
    ...describeHeader(event),
    roomId: event.roomId,
    revision: event.revision,
    canWrite: event.cancelledAt === null && isAllowed(actor.roles, 'assessment-event:write'),
    canMark:
      event.cancelledAt === null &&
      toDay(event.heldOn) <= today &&
      isAllowed(actor.roles, 'assessment:write'),
    candidates: [...facts.values()].flatMap((one) => {
      const row = event.candidates.find(({ enrolmentId }) => enrolmentId === one.enrolmentId);
      if (!row) return [];
      const reach = reachOf(one.enrolmentId);
      return [describeCandidate(event, row, one, { reach, today, isOffice })];
    }),
    findings:
      isOffice && event.cancelledAt === null
        ? [...checkAssessmentEvent(ruleEvent, await loadContext(tx, ruleEvent, around))]
        : [],
    moved: isOffice ? await tellMoved(tx, event) : null,
  };
}

/** Whether a mail can be sent to a candidate. */
interface Reach {
  readonly hasEmail: boolean;
  readonly isActive: boolean;
}

interface Seen {
  readonly reach: Reach;
  readonly today: PlainDate;
  readonly isOffice: boolean;
}

function describeCandidate(
  event: EventRow,
  row: Candidate,
  facts: EnrolmentFacts,
  { reach, today, isOffice }: Seen,
): AssessmentEventView['candidates'][number] {
  const block = blockOf(event);
  const { details } = summariseLearnerBlock(facts, block, today, null);
  const extraTime = { kind: row.extraTimeKind, minutes: row.extraMinutes };
  return {
    enrolmentId: row.enrolmentId,
    name: facts.name,
    cohort: facts.cohort,
    assessments: block.assessments
      .filter(({ code }) => row.assessmentCodes.includes(code))
      .map((one) => ({
        code: one.code,
        title: nameAssessment(block, one),
        state: details.find(({ code }) => code === one.code)?.state ?? 'missing',
        markedAttempt:
          event.results.find(
            (result) =>
              result.enrolmentId === row.enrolmentId && result.assessmentCode === one.code,
          )?.attempt ?? null,
      })),
    extraTime,
    extraTimeWords: tellOwnEnd(event, extraTime),
    extraTimeEvidence: isOffice ? row.extraTimeEvidence : null,
    summons: describeSummons(event, row, reach, today),
  };
}

const lastSummons = ({ summons }: EventRow, { enrolmentId }: Candidate) =>
  summons.find((one) => one.enrolmentId === enrolmentId);

/** Where a candidate's convocation to the event stands. */
function describeSummons(
  event: EventRow,
  candidate: Candidate,
  reach: Reach,
  today: PlainDate,
): AssessmentEventView['candidates'][number]['summons'] {
  const now = [tellSummonsLine(tellCandidate(event, candidate))];
  const last = lastSummons(event, candidate);
  const told = (last?.content ?? null) as unknown as SummonsLine[] | null;
  const isAhead = event.cancelledAt === null && toDay(event.heldOn) >= today;
  return {
    state: last ? (isAhead ? judgeSummons({ told, now, today }) : 'sent') : 'none',
    lastSentAt: last?.createdAt.toISOString() ?? null,
    sending: last?.mail ? { state: stateOfMail(last.mail), words: tellSending(last.mail) } : null,
    obstacle: isAhead
      ? findSummonsObstacle({ ...reach, slotCount: 1 })
      : 'La séance est passée ou annulée.',
  };
}

/** What has become of the half-day that the event was prepared from. */
async function tellMoved(tx: Tx, event: EventRow): Promise<string | null> {
  if (event.slotId === null || event.cancelledAt !== null) return null;
  const slot = await tx.slot.findFirst({ where: { id: event.slotId, cancelledAt: null } });
  if (!slot) return 'La demi-journée de cette séance n’est plus au calendrier.';
  const isSame = toDay(slot.heldOn) === toDay(event.heldOn) && slot.startsAt === event.startsAt;
  if (isSame) return null;
  return `Au calendrier, cette demi-journée est maintenant le ${formatLongDay(toDay(slot.heldOn))} à ${formatTime(slot.startsAt)}.`;
}
