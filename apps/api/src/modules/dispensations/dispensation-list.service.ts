import type { Input, Output } from '@jalon/contract';
import { dispensationStates, formatName, normaliseName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { scope } from './scope.ts';
import { viewDispensation, withLearner } from './view-dispensation.ts';

type Query = Input<'GET /dispensations'>['query'];

/** The list of dispensations: filters, sort, page. */
@Injectable()
export class DispensationListService {
  constructor(private readonly db: Database) {}

  list(
    actor: Actor,
    { query }: Input<'GET /dispensations'>,
  ): Promise<Output<'GET /dispensations'>> {
    return this.db.run(actor, async ({ tx }) => {
      const light = await this.listLight(tx, actor, query);
      const matching = light.filter(({ state }) => !query.state || state === query.state);
      const first = (query.page - 1) * query.perPage;
      const ids = sortRows(matching, query)
        .slice(first, first + query.perPage)
        .map(({ id }) => id);
      const rows = await tx.dispensation.findMany({
        where: { id: { in: ids } },
        include: withLearner,
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return {
        rows: ids.flatMap((id) => {
          const row = byId.get(id);
          return row ? [viewDispensation(row)] : [];
        }),
        total: matching.length,
        byState: Object.fromEntries(
          dispensationStates.map((state) => [
            state,
            light.filter((row) => row.state === state).length,
          ]),
        ),
      };
    });
  }

  private async listLight(tx: Tx, actor: Actor, query: Query): Promise<Light[]> {
    const rows = await tx.dispensation.findMany({
      where: { ...scope(actor), ...whereOf(query) },
      select: {
        id: true,
        state: true,
        createdAt: true,
        transmittedOn: true,
        enrolment: { select: { person: true } },
      },
    });
    return rows.map(({ enrolment, ...row }) => ({ ...row, learner: formatName(enrolment.person) }));
  }
}

interface Light {
  readonly id: string;
  readonly state: (typeof dispensationStates)[number];
  readonly createdAt: Date;
  readonly transmittedOn: Date | null;
  readonly learner: string;
}

function sortRows(rows: readonly Light[], { sort, direction }: Query): Light[] {
  const french = new Intl.Collator('fr');
  const sign = direction === 'asc' ? 1 : -1;
  const keyOf = (row: Light): string =>
    ({
      learner: row.learner,
      state: String(dispensationStates.indexOf(row.state)),
      transmittedOn: row.transmittedOn?.toISOString() ?? '',
      createdAt: row.createdAt.toISOString(),
    })[sort];
  return rows.toSorted(
    (a, b) => sign * french.compare(keyOf(a), keyOf(b)) || french.compare(a.learner, b.learner),
  );
}

function whereOf({ search, cohortId }: Query): Prisma.DispensationWhereInput {
  const words = search ? normaliseName(search).split(' ').filter(Boolean) : [];
  return {
    enrolment: {
      ...(cohortId ? { cohortId } : {}),
      AND: words.map((word) => ({ person: { matchKey: { contains: word } } })),
    },
  };
}
