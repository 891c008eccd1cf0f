import type { Input, Output } from '@jalon/contract';
import { checkRatings, checkSignature, findBlock, formatName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { DomainError, found, invalid } from '../../http/domain-error.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { attachBlocks, ratingsOf, withContext } from './appraisals.queries.ts';
import { byUrgency, describeRow } from './describe-row.ts';
import { loadLearners } from './learners.queries.ts';
import { describeSheets, type Sheet } from './sheet.ts';
import { supersedeEarlier } from './supersede-earlier.ts';

const PAGE_SIZE = 500;
type ListQuery = Input<'GET /appraisals'>['query'];

/** What the office reads of appraisals, and the paper forms it types in. */
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
      const isSigned = query.state === 'signed';
      const rows = await tx.appraisal.findMany({
        where: { ...where, signedAt: isSigned ? { not: null } : null },
        include: withContext,
        ...(isSigned
          ? { orderBy: { signedAt: 'desc' }, skip: (query.page - 1) * PAGE_SIZE, take: PAGE_SIZE }
          : {}),
      });
      const signedCount = await tx.appraisal.count({
        where: { ...where, signedAt: { not: null } },
      });
      const cohorts = await tx.cohort.findMany({
        where: { enrolments: { some: { appraisals: { some: {} } } } },
        select: { id: true, name: true },
        orderBy: { startsOn: 'desc' },
      });
      const described = (await attachBlocks(tx, rows)).map((one) => describeRow(one, today));
      const late = described.filter(({ isLate }) => isLate);
      const counts = isSigned
        ? await countOpen(tx.appraisal, where, today)
        : { open: described.length, late: late.length };
      const shown = isSigned ? described : keepState(described, query.state).toSorted(byUrgency);
      const from = (query.page - 1) * PAGE_SIZE;
      return {
        rows: isSigned ? shown : shown.slice(from, from + PAGE_SIZE),
        total: isSigned ? signedCount : shown.length,
        pageSize: PAGE_SIZE,
        counts: { ...counts, signed: signedCount },
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
      const rows = await tx.appraisal.findMany({
        where: { enrolmentId: enrolment.id },
        include: withContext,
        orderBy: [{ signedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
      });
      return {
        learnerName: formatName(enrolment.person),
        cohort: { id: cohort.id, name: cohort.name },
        blocks: (frameworks.get(cohort.frameworkVersionId)?.blocks ?? []).map(
          ({ code, name, competences }) => ({ code, name, competences: [...competences] }),
        ),
        appraisals: await describeSheets(tx, rows, this.clock.today()),
      };
    });
  }

  /** A form signed on paper, typed in by the office: never the tutor's own signature, and shown so. */
  enterPaper(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/appraisals/paper'>,
  ): Promise<{ id: string }> {
    const today = this.clock.today();
    if (body.signedOn > today)
      throw invalid([
        { pointer: '/signedOn', message: 'La feuille ne peut pas être signée dans le futur.' },
      ]);
    return this.db.run(actor, async ({ tx, audit }) => {
      const [learner] = await loadLearners(tx, { id: params.enrolmentId }, today);
      const { enrolment, employment } = found(learner, 'Cette inscription');
      const cohort = await tx.cohort.findFirstOrThrow({ where: { id: enrolment.cohortId } });
      const framework = (await loadFrameworks(tx, [cohort.frameworkVersionId])).get(
        cohort.frameworkVersionId,
      );
      if (!framework?.blocks.some(({ code }) => code === body.blockCode))
        throw invalid([
          { pointer: '/blockCode', message: 'Ce bloc n’est pas dans le référentiel.' },
        ]);
      const block = findBlock(framework, body.blockCode);
      const findings = checkRatings(block, body.ratings, body.comments);
      if (findings.length > 0)
        throw invalid(findings.map(({ path, message }) => ({ pointer: path, message })));
      const { outcome, reasons } = checkSignature(block, body.ratings);
      if (outcome === 'incomplete')
        throw invalid([{ pointer: '/ratings', message: reasons[0]?.facts ?? '' }]);
      const open = await tx.appraisal.findFirst({
        where: { enrolmentId: enrolment.id, blockCode: block.code, signedAt: null },
      });
      const begun = open ? Object.keys(ratingsOf(open)).length : 0;
      if (begun > 0 && !body.replacesDraft)
        throw new DomainError(
          'rule_refused',
          `Le tuteur a commencé en ligne (${begun} sur ${block.competences.length}). Confirmez que la feuille papier remplace son brouillon.`,
        );
      const data = {
        ratings: body.ratings,
        comments: body.comments,
        comment: body.comment,
        origin: 'office_paper',
        savedAt: this.clock.now(),
        signedAt: this.clock.now(),
        signedOn: fromDay(body.signedOn),
        signerName: body.signerName,
        signedByUserId: actor.userId,
      } as const;
      const { id } = open
        ? await tx.appraisal.update({
            where: { centreId_id: { centreId: actor.centreId, id: open.id } },
            data: { ...data, revision: { increment: 1 } },
          })
        : await tx.appraisal.create({
            data: {
              ...data,
              centreId: actor.centreId,
              enrolmentId: enrolment.id,
              employmentId: employment?.id ?? null,
              tutorId: employment?.tutorId ?? null,
              blockCode: block.code,
              label: body.label,
              createdAt: this.clock.now(),
            },
          });
      await supersedeEarlier(tx, id);
      const { signedOn } = body;
      audit({
        action: 'appraisal.paper-entered',
        subjectId: id,
        data: {
          enrolmentId: enrolment.id,
          blockCode: block.code,
          signedOn,
          replacedDraft: begun > 0,
        },
      });
      return { id };
    });
  }
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
  const open = await appraisal.count({ where: { ...where, signedAt: null } });
  const late = await appraisal.count({
    where: { ...where, signedAt: null, dueOn: { lt: fromDay(today) } },
  });
  return { open, late };
}

type Row = ReturnType<typeof describeRow>;

function keepState(rows: readonly Row[], state: ListQuery['state']): Row[] {
  if (state === undefined || state === 'open') return [...rows];
  return rows.filter((row) => (state === 'late' ? row.isLate : row.state === state));
}
