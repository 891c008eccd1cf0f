import type { Input, Output } from '@jalon/contract';
import { addDays, listActs, nameAct } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { startOfParisDay } from '../../clock/paris-day.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { nameActors } from './name-actors.ts';
import { nameRemoved, nameSubjects } from './name-subjects.ts';

const PAGE_SIZE = 100;

/** The centre's journal: every act of its trail, in words. */
@Injectable()
export class AuditService {
  constructor(private readonly db: Database) {}

  list(actor: Actor, { query }: Input<'GET /audit-events'>): Promise<Output<'GET /audit-events'>> {
    return this.db.run(actor, async ({ tx }) => {
      const events = await tx.auditEvent.findMany({
        where: filterOf(query),
        orderBy: { seq: 'desc' },
        take: PAGE_SIZE + 1,
      });
      const shown = events.slice(0, PAGE_SIZE);
      const names = await nameActors(tx, shown);
      const subjects = await nameSubjects(
        tx,
        shown.map(({ subjectId }) => subjectId),
      );
      const last = shown.at(-1);
      return {
        rows: shown.map(({ seq, at, action, subjectId, actorUserId, data }) => ({
          seq: Number(seq),
          at: at.toISOString(),
          action,
          act: nameAct(action),
          subject: subjects.get(subjectId)?.name ?? nameRemoved(action, data),
          place: subjects.get(subjectId)?.place ?? null,
          by: names.get(actorUserId ?? '') ?? 'Jalon',
        })),
        next: events.length > PAGE_SIZE && last ? Number(last.seq) : null,
      };
    });
  }
}

const filterOf = ({
  group,
  until,
  before,
}: Input<'GET /audit-events'>['query']): Prisma.AuditEventWhereInput => ({
  ...(group ? { action: { in: [...listActs(group)] } } : {}),
  ...(until ? { at: { lt: startOfParisDay(addDays(until, 1)) } } : {}),
  ...(before ? { seq: { lt: before } } : {}),
});
