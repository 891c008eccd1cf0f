import type { Input, Output } from '@jalon/contract';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';

const withRoomParts = {
  site: { select: { id: true, name: true } },
  closures: { orderBy: { fromOn: 'asc' } },
} as const satisfies Prisma.RoomInclude;
type RoomRow = Prisma.RoomGetPayload<{ include: typeof withRoomParts }>;
type RoomView = Output<'GET /rooms'>[number];

@Injectable()
export class RoomsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<RoomView[]> {
    return this.db.run(actor, async ({ tx }) => {
      const rows = await tx.room.findMany({
        where: { archivedAt: null },
        include: withRoomParts,
        orderBy: [{ site: { name: 'asc' } }, { nameKey: 'asc' }],
      });
      return rows.map(describeRoom);
    });
  }

  async add(actor: Actor, { body }: Input<'POST /rooms'>): Promise<{ id: string }> {
    return refusingTwins(() =>
      this.db.run(actor, async ({ tx, audit }) => {
        found(await tx.site.findFirst({ where: { id: body.siteId } }), 'Ce site');
        const { id } = await tx.room.create({
          data: { centreId: actor.centreId, ...body, nameKey: nameKeyOf(body.name) },
        });
        audit({ action: 'room.created', subjectId: id, data: { seats: body.seats } });
        return { id };
      }),
    );
  }

  async change(
    actor: Actor,
    { params, body: { revision, ...room } }: Input<'PUT /rooms/:roomId'>,
  ): Promise<{ done: true }> {
    return refusingTwins(() =>
      this.db.run(actor, async ({ tx, audit }) => {
        await save(tx, params.roomId, revision, { ...room, nameKey: nameKeyOf(room.name) });
        audit({ action: 'room.changed', subjectId: params.roomId, data: { seats: room.seats } });
        return { done: true };
      }),
    );
  }

  /** Half-days that were held there keep it; those to come have to find another one first. */
  archive(
    actor: Actor,
    { params, body }: Input<'POST /rooms/:roomId/archive'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const ahead = await tx.slot.count({
        where: {
          roomId: params.roomId,
          cancelledAt: null,
          heldOn: { gte: fromDay(this.clock.today()) },
        },
      });
      if (ahead > 0)
        throw new DomainError(
          'rule_refused',
          `Cette salle a encore ${ahead} ${ahead > 1 ? 'créneaux' : 'créneau'} à venir : donnez-leur une autre salle d’abord.`,
        );
      await save(tx, params.roomId, body.revision, {
        archivedAt: this.clock.now(),
        // Its name is free again for another room.
        nameKey: `${params.roomId} archived`,
      });
      audit({ action: 'room.archived', subjectId: params.roomId });
      return { done: true };
    });
  }

  close(
    actor: Actor,
    { params, body }: Input<'POST /rooms/:roomId/closures'>,
  ): Promise<{ id: string }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await findRoom(tx, params.roomId);
      const { id } = await tx.roomClosure.create({
        data: {
          centreId: actor.centreId,
          roomId: params.roomId,
          fromOn: fromDay(body.fromOn),
          toOn: fromDay(body.toOn),
          label: body.label,
        },
      });
      audit({ action: 'room.closed', subjectId: params.roomId, data: { closureId: id } });
      return { id };
    });
  }

  reopen(
    actor: Actor,
    { params }: Input<'DELETE /rooms/:roomId/closures/:closureId'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const where = { id: params.closureId, roomId: params.roomId };
      found(await tx.roomClosure.findFirst({ where }), 'Cette fermeture');
      await tx.roomClosure.delete({ where: key(params.closureId) });
      audit({
        action: 'room.reopened',
        subjectId: params.roomId,
        data: { closureId: params.closureId },
      });
      return { done: true };
    });
  }
}

const findRoom = async (tx: Tx, id: string): Promise<RoomRow> =>
  found(
    await tx.room.findFirst({ where: { id, archivedAt: null }, include: withRoomParts }),
    'Cette salle',
  );

async function save(
  tx: Tx,
  id: string,
  revision: number,
  data: Prisma.RoomUpdateManyMutationInput,
): Promise<void> {
  const { count } = await tx.room.updateMany({
    where: { id, revision, archivedAt: null },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw editedMeanwhile(describeRoom(await findRoom(tx, id)));
}

/** « Salle 2 » and « salle  2 » are one room. */
const nameKeyOf = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');

async function refusingTwins<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError('already_exists', 'Ce site a déjà une salle de ce nom.', {
      errors: [{ pointer: '/name', message: 'Ce site a déjà une salle de ce nom.' }],
    });
  }
}

const describeRoom = (row: RoomRow): RoomView => ({
  id: row.id,
  site: row.site,
  name: row.name,
  seats: row.seats,
  equipment: row.equipment,
  closures: row.closures.map(({ id, fromOn, toOn, label }) => ({
    id,
    label,
    fromOn: toDay(fromOn),
    toOn: toDay(toOn),
  })),
  revision: row.revision,
});
