import { frameworkContent, type Input, type Output } from '@jalon/contract';
import { checkFramework, type Framework, hasError, sumHours } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { createBlankFramework } from './blank-framework.ts';

type Version = Output<'GET /frameworks/:frameworkId'>;
type Row = Prisma.FrameworkVersionGetPayload<{
  include: { _count: { select: { cohorts: true } } };
}>;

const withCohorts = { _count: { select: { cohorts: true } } } as const;
const asJson = (content: Framework) => content as unknown as Prisma.InputJsonObject;

@Injectable()
export class FrameworksService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<Output<'GET /frameworks'>> {
    return this.db.run(actor, async ({ tx }) => {
      const rows = await tx.frameworkVersion.findMany({
        include: withCohorts,
        orderBy: [{ state: 'desc' }, { title: 'asc' }],
      });
      return rows.map((row) => {
        const content = frameworkContent.parse(row.content);
        return {
          id: row.id,
          code: row.code,
          title: row.title,
          state: row.state,
          rncp: content.certification?.rncp ?? null,
          outcome: content.outcome,
          statedMinutes: content.hours.statedMinutes,
          blockCount: content.blocks.length,
          cohortCount: row._count.cohorts,
          publishedAt: row.publishedAt?.toISOString() ?? null,
        };
      });
    });
  }

  read(actor: Actor, { params }: Input<'GET /frameworks/:frameworkId'>): Promise<Version> {
    return this.db.run(actor, ({ tx }) => this.load(tx, params.frameworkId));
  }

  async create(actor: Actor, { body }: Input<'POST /frameworks'>): Promise<{ id: string }> {
    const { copyOfId, code, title } = body;
    try {
      return await this.db.run(actor, async ({ tx, audit }) => {
        const source = copyOfId
          ? frameworkContent.parse((await this.find(tx, copyOfId)).content)
          : createBlankFramework();
        const row = await tx.frameworkVersion.create({
          data: {
            centreId: actor.centreId,
            code,
            title,
            content: asJson({ ...source, code, title }),
            copiedFromId: copyOfId,
          },
        });
        if (copyOfId) await copySubjects(tx, copyOfId, row.id);
        audit({ action: 'framework.created', subjectId: row.id, data: { code, copyOfId } });
        return { id: row.id };
      });
    } catch (error) {
      throw isUniqueViolation(error) ? codeTaken(code, '/code') : error;
    }
  }

  async save(
    actor: Actor,
    { params, body }: Input<'PUT /frameworks/:frameworkId'>,
  ): Promise<Version> {
    const { revision, content } = body;
    try {
      return await this.db.run(actor, async ({ tx, audit }) => {
        await this.requireDraft(tx, params.frameworkId);
        const { count } = await tx.frameworkVersion.updateMany({
          where: { id: params.frameworkId, revision },
          data: {
            code: content.code,
            title: content.title,
            content: asJson(content),
            revision: { increment: 1 },
          },
        });
        if (count === 0) throw editedMeanwhile(await this.load(tx, params.frameworkId));
        audit({ action: 'framework.saved', subjectId: params.frameworkId });
        return this.load(tx, params.frameworkId);
      });
    } catch (error) {
      throw isUniqueViolation(error) ? codeTaken(content.code, '/content/code') : error;
    }
  }

  publish(
    actor: Actor,
    { params, body }: Input<'POST /frameworks/:frameworkId/publish'>,
  ): Promise<Version> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const row = await this.requireDraft(tx, params.frameworkId);
      const findings = checkFramework(frameworkContent.parse(row.content), this.clock.today());
      if (hasError(findings)) throw notPublishable(findings);
      const { count } = await tx.frameworkVersion.updateMany({
        where: { id: params.frameworkId, revision: body.revision, state: 'draft' },
        data: {
          state: 'published',
          publishedAt: this.clock.now(),
          publishedByUserId: actor.userId,
          revision: { increment: 1 },
        },
      });
      if (count === 0) throw editedMeanwhile(await this.load(tx, params.frameworkId));
      audit({ action: 'framework.published', subjectId: params.frameworkId });
      return this.load(tx, params.frameworkId);
    });
  }

  remove(
    actor: Actor,
    { params }: Input<'DELETE /frameworks/:frameworkId'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      await this.requireDraft(tx, params.frameworkId);
      await refuseCopied(tx, params.frameworkId);
      await tx.trainerSubject.deleteMany({ where: { frameworkVersionId: params.frameworkId } });
      await tx.dispensationRule.deleteMany({ where: { frameworkVersionId: params.frameworkId } });
      await tx.frameworkVersion.delete({ where: key(params.frameworkId) });
      audit({ action: 'framework.deleted', subjectId: params.frameworkId });
      return { done: true };
    });
  }

  private async find(tx: Tx, id: string): Promise<Row> {
    const row = await tx.frameworkVersion.findFirst({ where: { id }, include: withCohorts });
    return found(row, 'Ce référentiel');
  }

  private async requireDraft(tx: Tx, id: string): Promise<Row> {
    const row = await this.find(tx, id);
    if (row.state === 'draft') return row;
    throw new DomainError(
      'already_signed',
      'Une version publiée ne change plus : publier la fige. Copiez-la pour la modifier.',
    );
  }

  private async load(tx: Tx, id: string): Promise<Version> {
    const row = await this.find(tx, id);
    const content = frameworkContent.parse(row.content);
    return {
      id: row.id,
      state: row.state,
      revision: row.revision,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      cohortCount: row._count.cohorts,
      content,
      sums: sumHours(content),
      findings: [...checkFramework(content, this.clock.today())],
    };
  }
}

/** A copy keeps its codes: whoever teaches a module of the source teaches it in the copy. */
async function copySubjects(tx: Tx, sourceId: string, copyId: string): Promise<void> {
  const subjects = await tx.trainerSubject.findMany({
    where: { frameworkVersionId: sourceId },
    select: { centreId: true, trainerId: true, blockCode: true, moduleCode: true },
  });
  await tx.trainerSubject.createMany({
    data: subjects.map((subject) => ({ ...subject, frameworkVersionId: copyId })),
  });
}

function notPublishable(findings: ReturnType<typeof checkFramework>): DomainError {
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => ({ pointer: `/content${path}`, message }));
  return new DomainError(
    'rule_refused',
    `Ce référentiel ne peut pas encore être publié. ${errors.map(({ message }) => message).join(' ')}`,
    { errors },
  );
}

const codeTaken = (code: string, pointer: string): DomainError =>
  new DomainError('already_exists', `Le code « ${code} » est déjà pris par une autre version.`, {
    errors: [{ pointer, message: 'Choisissez un autre code.' }],
  });

/** A copy says what it comes from: blocks acquired under one are kept under the other (S1:L176). */
async function refuseCopied(tx: Tx, copiedFromId: string): Promise<void> {
  const copy = await tx.frameworkVersion.findFirst({ where: { copiedFromId } });
  if (copy)
    throw new DomainError(
      'rule_refused',
      `« ${copy.title} » est une copie de ce brouillon et garde trace de son origine : supprimez d’abord la copie, ou gardez ce brouillon.`,
    );
}
