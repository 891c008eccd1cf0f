import type { Board, BoardLearner, Input } from '@jalon/contract';
import {
  countedMinutes,
  describeCertificateCell,
  describeLearner,
  type Framework,
  type ParisMoment,
  type PlainDate,
  sumHours,
  tellLeaving,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Query } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import type { CohortRecord, LearnerRecord } from '../facts/learner-record.ts';
import { FrameworkDocuments } from '../frameworks/framework-documents.ts';

@Injectable()
export class BoardService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly frameworks: FrameworkDocuments,
  ) {}

  read(actor: Actor, { params }: Input<'GET /cohorts/:cohortId/board'>): Promise<Board> {
    const now = this.clock.parisMoment();
    return this.db.read(actor, async (query) => {
      const { learners, cohorts } = await readLearnerFacts(
        query,
        'cohorts',
        [params.cohortId],
        now,
      );
      const cohort = cohorts[0] ?? (await readEmptyCohort(query, params.cohortId));
      const versionId = cohort.frameworkVersionId;
      const documents = await this.frameworks.find(query, [versionId]);
      const framework = found(documents.get(versionId), 'Le référentiel de cette cohorte');
      const board = describeBoard(cohort, framework, learners, now.day);
      return { ...board, left: await readLeft(query, cohort, framework, now) };
    });
  }
}

/** Who has left the cohort: out of its rows and figures, with the blocks that they keep (S1:L176). */
async function readLeft(
  query: Query,
  { id }: CohortRecord,
  framework: Framework,
  now: ParisMoment,
): Promise<Board['left']> {
  const rows = await query<{ id: string; leftOn: PlainDate | null }>({
    name: 'board-left',
    text: `select id, ends_on as "leftOn" from enrolment
            where cohort_id = $1 and state = 'withdrawn'`,
    values: [id],
  });
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { learners } = await readLearnerFacts(query, 'enrolments', ids, now);
  return learners.toSorted(byName).map(({ enrolmentId, familyName, givenName, facts }) => {
    const leftOn = rows.find((row) => row.id === enrolmentId)?.leftOn ?? null;
    const { cells } = describeLearner(framework, facts, now.day);
    const held = framework.blocks
      .filter((_, index) => cells[index]?.state === 'acquired')
      .map(({ code }) => code);
    return {
      enrolmentId,
      name: `${familyName} ${givenName}`,
      fact: tellLeaving({ leftOn, held }),
    };
  });
}

/** A cohort without learners is on no line of the facts. */
async function readEmptyCohort(query: Query, cohortId: string): Promise<CohortRecord> {
  const [row] = await query<{ [K in keyof CohortRecord]: CohortRecord[K] }>({
    name: 'board-cohort',
    text: `select c.id, c.name, c.framework_version_id as "frameworkVersionId", c.state,
                  c.starts_on as "startsOn", c.ends_on as "endsOn", c.jury_on as "juryOn",
                  s.name as "siteName"
             from cohort c
             join site s on s.centre_id = c.centre_id and s.id = c.site_id
            where c.id = $1`,
    values: [cohortId],
  });
  return found(row, 'Cette cohorte');
}

function describeBoard(
  cohort: CohortRecord,
  framework: Framework,
  records: readonly LearnerRecord[],
  today: PlainDate,
): Omit<Board, 'left'> {
  const { certification, outcome, blocks, title } = framework;
  return {
    cohort: {
      id: cohort.id,
      name: cohort.name,
      siteName: cohort.siteName,
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      certification: certification?.rncp ?? certification?.name ?? title,
      outcome,
      totalMinutes: sumHours(framework).totalMinutes,
    },
    jury: nextJury(cohort, records, today),
    lastJury: lastJury(records),
    blocks: blocks.map(({ code, name, shortName }) => ({ code, name, shortName })),
    learners: records.map((record) => describeLine(framework, record, today)).sort(byName),
  };
}

function describeLine(
  framework: Framework,
  { enrolmentId, familyName, givenName, state, facts }: LearnerRecord,
  today: PlainDate,
): BoardLearner {
  const { hours, cells, isAcquired, isReady, isAtRisk } = describeLearner(framework, facts, today);
  return {
    enrolmentId,
    familyName,
    givenName,
    dueMinutes: hours.total.due,
    doneMinutes: countedMinutes(hours.total),
    waivedMinutes: hours.total.waived,
    unsignedMinutes: hours.total.unsigned,
    expectedMinutes: hours.expectedMinutes,
    attendedMinutes: hours.attendedMinutes,
    isAcquired,
    isReady,
    isAtRisk,
    cells: cells.map(({ state, label, fact }) => ({ state, label, fact })),
    certificate: describeCertificateCell({
      framework,
      state,
      decisions: facts.decisions,
      credentials: facts.credentials,
      hours: hours.total,
      today,
    }),
  };
}

/** The earliest session in which somebody of the cohort is presented, else the day planned for it. */
function nextJury(
  { juryOn }: CohortRecord,
  records: readonly LearnerRecord[],
  today: PlainDate,
): Board['jury'] {
  let next: Board['jury'] = null;
  for (const { facts, nextJuryId } of records) {
    const on = facts.nextJuryOn;
    if (nextJuryId !== null && on !== null && (next === null || on < next.on))
      next = { on, juryId: nextJuryId };
  }
  if (next !== null) return next;
  return juryOn !== null && juryOn >= today ? { on: juryOn, juryId: null } : null;
}

/** The last closed session that decided on a learner of the cohort. */
function lastJury(records: readonly LearnerRecord[]): Board['lastJury'] {
  let last: Board['lastJury'] = null;
  for (const { verdicts } of records)
    for (const { decidedOn, jurySessionId } of verdicts)
      if (jurySessionId !== null && (last === null || decidedOn > last.on))
        last = { on: decidedOn, juryId: jurySessionId };
  return last;
}

const french = new Intl.Collator('fr');
type Named = Pick<BoardLearner, 'familyName' | 'givenName'>;
const byName = (one: Named, other: Named): number =>
  french.compare(one.familyName, other.familyName) ||
  french.compare(one.givenName, other.givenName);
