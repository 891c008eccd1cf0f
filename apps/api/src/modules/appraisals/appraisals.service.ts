import type { Input, Output } from '@jalon/contract';
import {
  describeLearner,
  type Framework,
  formatName,
  isAppraisalToAsk,
  type LearnerFacts,
  type PlainDate,
  tellAppraisal,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import {
  loadSentSelfAssessments,
  type SentSelfAssessment,
} from '../self-assessments/self-assessments.queries.ts';
import { attachBlocks, withContext } from './appraisals.queries.ts';
import { openRequests } from './appraisals.scope.ts';
import { byUrgency, describeRow } from './describe-row.ts';
import { describeSheets, type Sheet } from './sheet.ts';
import { loadTutorReach } from './tutor-reach.ts';

const PAGE_SIZE = 500;
type ListQuery = Input<'GET /appraisals'>['query'];

/** What the office reads of appraisals. */
@Injectable()
export class AppraisalsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { query }: Input<'GET /appraisals'>): Promise<Output<'GET /appraisals'>> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const where = matching(query);
      const closed = closedOnes(query.state);
      const rows = await tx.appraisal.findMany({
        where: { ...where, ...(closed?.where ?? openRequests) },
        include: withContext,
        ...(closed
          ? { orderBy: closed.orderBy, skip: (query.page - 1) * PAGE_SIZE, take: PAGE_SIZE }
          : {}),
      });
      const signed = await tx.appraisal.count({ where: { ...where, ...signedOnes.where } });
      const ended = await tx.appraisal.count({ where: { ...where, ...endedOnes.where } });
      const cohorts = await tx.cohort.findMany({
        where: { enrolments: { some: { appraisals: { some: {} } } } },
        select: { id: true, name: true },
        orderBy: { startsOn: 'desc' },
      });
      const reachOf = await loadTutorReach(tx);
      const described = (await attachBlocks(tx, rows)).map((one) =>
        describeRow(one, today, reachOf(one.row.tutor)),
      );
      const late = described.filter(({ isLate }) => isLate);
      const counts = closed
        ? await countOpen(tx.appraisal, where, today)
        : { open: described.length, late: late.length };
      const shown = closed ? described : keepState(described, query.state).toSorted(byUrgency);
      const from = (query.page - 1) * PAGE_SIZE;
      const total = query.state === 'ended' ? ended : closed ? signed : shown.length;
      return {
        rows: closed ? shown : shown.slice(from, from + PAGE_SIZE),
        total,
        pageSize: PAGE_SIZE,
        counts: { ...counts, signed, ended },
        cohorts,
      };
    });
  }

  read(actor: Actor, { params }: Input<'GET /appraisals/:appraisalId'>): Promise<Sheet> {
    return this.db.run(actor, async ({ tx }) => {
      const row = await tx.appraisal.findFirst({
        where: { id: params.appraisalId },
        include: withContext,
      });
      const appraisal = found(row, 'Cette appréciation');
      const [sheet] = await describeSheets(tx, [appraisal], this.clock.today());
      return found(sheet, 'Cette appréciation');
    });
  }

  listOfEnrolment(actor: Actor, { params }: Input<'GET /enrolments/:enrolmentId/appraisals'>) {
    return this.db.run(actor, async ({ tx }) => {
      const enrolment = found(
        await tx.enrolment.findFirst({
          where: { id: params.enrolmentId },
          include: { person: true, cohort: true },
        }),
        'Cette inscription',
      );
      const { cohort } = enrolment;
      const frameworks = await loadFrameworks(tx, [cohort.frameworkVersionId]);
      const framework = frameworks.get(cohort.frameworkVersionId);
      const { learners } = await readLearnerFacts(
        queryIn(tx),
        'enrolments',
        [enrolment.id],
        this.clock.parisMoment(),
      );
      const rows = await tx.appraisal.findMany({
        where: { enrolmentId: enrolment.id },
        include: withContext,
        orderBy: [
          { endedAt: { sort: 'desc', nulls: 'first' } },
          { signedAt: { sort: 'desc', nulls: 'first' } },
          { createdAt: 'desc' },
        ],
      });
      return {
        learnerName: formatName(enrolment.person),
        cohort: { id: cohort.id, name: cohort.name },
        unasked: learners.flatMap(({ facts }) =>
          framework ? listUnasked(framework, facts, this.clock.today()) : [],
        ),
        blocks: (framework?.blocks ?? []).map(({ code, name, competences }) => ({
          code,
          name,
          competences: [...competences],
        })),
        appraisals: await describeSheets(tx, rows, this.clock.today()),
        selfAssessments: describeOwn(framework, await loadSentSelfAssessments(tx, [enrolment.id])),
      };
    });
  }
}

/** The learner's last word on each block, in the framework's order. */
function describeOwn(
  framework: Framework | undefined,
  sent: readonly SentSelfAssessment[],
): Output<'GET /enrolments/:enrolmentId/appraisals'>['selfAssessments'] {
  return (framework?.blocks ?? []).flatMap(({ code, name, competences }) => {
    const last = sent.findLast(({ blockCode }) => blockCode === code);
    if (!last) return [];
    return [
      {
        block: { code, name },
        sentOn: last.sentOn,
        competences: competences.map((one) => ({ code: one.code, name: one.name })),
        ratings: { ...last.ratings },
        comments: { ...last.remarks },
        comment: last.comment,
      },
    ];
  });
}

const signedOnes = {
  where: { signedAt: { not: null } },
  orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
} satisfies Prisma.AppraisalFindManyArgs;
const endedOnes = {
  where: { endedAt: { not: null } },
  orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
} satisfies Prisma.AppraisalFindManyArgs;

/** The lists of what is over, which grow for ever and are read page by page. */
const closedOnes = (state: ListQuery['state']) =>
  state === 'signed' ? signedOnes : state === 'ended' ? endedOnes : null;

/** The blocks that a jury has not acquired and whose appraisal is still to be asked for. */
function listUnasked(framework: Framework, facts: LearnerFacts, today: PlainDate) {
  const { cells } = describeLearner(framework, facts, today);
  return framework.blocks.flatMap(({ code, name }, index) => {
    const cell = cells[index];
    if (!cell || !isAppraisalToAsk(cell)) return [];
    const { participle } = tellAppraisal(cell.appraisal, facts.tutorName, today);
    return [{ code, name, standing: participle }];
  });
}

function matching({ search, cohortId, blockCode }: ListQuery): Prisma.AppraisalWhereInput {
  const words = search?.trim().split(/\s+/).filter(Boolean) ?? [];
  return {
    ...(blockCode ? { blockCode } : {}),
    ...(cohortId ? { enrolment: { cohortId } } : {}),
    AND: words.map((word) => {
      const contains = { contains: word, mode: 'insensitive' } as const;
      const named = [{ givenName: contains }, { birthName: contains }, { usageName: contains }];
      return { OR: [{ enrolment: { person: { OR: named } } }, { tutor: { OR: named } }] };
    }),
  };
}

async function countOpen(
  appraisal: Prisma.TransactionClient['appraisal'],
  where: Prisma.AppraisalWhereInput,
  today: string,
) {
  const open = await appraisal.count({ where: { ...where, ...openRequests } });
  const late = await appraisal.count({
    where: { ...where, ...openRequests, dueOn: { lt: fromDay(today) } },
  });
  return { open, late };
}

type Row = ReturnType<typeof describeRow>;

function keepState(rows: readonly Row[], state: ListQuery['state']): Row[] {
  if (state === undefined || state === 'open') return [...rows];
  return rows.filter((row) => (state === 'late' ? row.isLate : row.state === state));
}
