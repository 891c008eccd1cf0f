import { randomBytes } from 'node:crypto';
import type { CalendarFeedView, Input, Output } from '@jalon/contract';
import { formatSpokenName, mayReadFeed, personalFeedKinds } from '@jalon/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import type { Config } from '../../config.ts';
import { Database, type Prisma, type Tx, type UnitOfWork } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { CONFIG } from '../../platform-tokens.ts';
import { requireRoom, requireTrainer } from '../planning/bookings.ts';
import { runsTheCentre, scopeFeeds, scopeRevocable } from './feed-scope.ts';
import { type FeedSubject, hashSecret } from './feed-subject.ts';
import { nameSubjects } from './name-subjects.ts';

type Made = Output<'POST /calendar-feeds'>;

@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(actor: Actor): Promise<CalendarFeedView[]> {
    return this.db.run(actor, ({ tx }) => describeFeeds(tx, actor, scopeFeeds(actor)));
  }

  /** The addresses by which someone's own half-days are read. */
  listOfPerson(
    actor: Actor,
    { params }: Input<'GET /people/:personId/calendar-feeds'>,
  ): Promise<CalendarFeedView[]> {
    const { personId } = params;
    return this.db.run(actor, async ({ tx }) => {
      found(await tx.person.findFirst({ where: { id: personId } }), 'Cette personne');
      const where = { subjectId: personId, kind: { in: [...personalFeedKinds] } };
      return describeFeeds(tx, actor, where);
    });
  }

  create(actor: Actor, { body }: Input<'POST /calendar-feeds'>): Promise<Made> {
    return refusingTwins(() =>
      this.db.run(actor, async (unit) =>
        this.open(unit, actor, await findSubject(unit.tx, actor, body)),
      ),
    );
  }

  /** The old address stops in the same moment as the new one starts. */
  replace(
    actor: Actor,
    { params }: Input<'POST /calendar-feeds/:feedId/replacement'>,
  ): Promise<Made> {
    return refusingTwins(() =>
      this.db.run(actor, async (unit) => {
        const feed = await findFeed(unit.tx, params.feedId, scopeFeeds(actor));
        if (!mayReadFeed(feed, actor)) throw notTheirs();
        await this.close(unit, actor, feed);
        return this.open(unit, actor, feed);
      }),
    );
  }

  revoke(actor: Actor, { params }: Input<'DELETE /calendar-feeds/:feedId'>) {
    return this.db.run(actor, async (unit) => {
      const feed = await findFeed(unit.tx, params.feedId, scopeRevocable(actor));
      await this.close(unit, actor, feed);
      return { done: true as const };
    });
  }

  private async open(
    { tx, audit }: UnitOfWork,
    actor: Actor,
    { kind, subjectId }: FeedSubject,
  ): Promise<Made> {
    const secret = randomBytes(32).toString('base64url');
    const { id } = await tx.calendarFeed.create({
      data: {
        centreId: actor.centreId,
        kind,
        subjectId,
        secretHash: hashSecret(secret),
        createdByUserId: actor.userId,
        createdAt: this.clock.now(),
      },
    });
    audit({ action: 'calendar-feed.created', subjectId: id, data: { kind, of: subjectId } });
    return { id, address: new URL(`/api/feeds/${secret}.ics`, this.config.publicUrl).toString() };
  }

  private async close(
    { tx, audit }: UnitOfWork,
    actor: Actor,
    { id, kind, subjectId }: FeedSubject & { id: string },
  ): Promise<void> {
    const { count } = await tx.calendarFeed.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: this.clock.now(), revokedByUserId: actor.userId },
    });
    if (count === 0)
      throw new DomainError(
        'edited_meanwhile',
        'Cette adresse vient d’être révoquée. Rechargez la page pour voir celle qui est en service.',
      );
    audit({ action: 'calendar-feed.revoked', subjectId: id, data: { kind, of: subjectId } });
  }
}

const findFeed = async (tx: Tx, id: string, scope: Prisma.CalendarFeedWhereInput) =>
  found(await tx.calendarFeed.findFirst({ where: { id, AND: [scope] } }), 'Cette adresse d’agenda');

/** The addresses in service, the newest first; never their secret. */
async function describeFeeds(
  tx: Tx,
  actor: Actor,
  where: Prisma.CalendarFeedWhereInput,
): Promise<CalendarFeedView[]> {
  const rows = await tx.calendarFeed.findMany({
    where: { revokedAt: null, AND: [where] },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  const nameOf = await nameSubjects(tx, rows);
  const makers = await nameMakers(tx, rows);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: { id: row.subjectId, name: nameOf(row) },
    createdAt: row.createdAt.toISOString(),
    createdBy: makers.get(row.createdByUserId) ?? '',
    lastReadAt: row.lastReadAt?.toISOString() ?? null,
    isMine: row.createdByUserId === actor.userId,
  }));
}

/** Whom or what the feed is of, once the actor may subscribe to it. */
async function findSubject(
  tx: Tx,
  actor: Actor,
  body: Input<'POST /calendar-feeds'>['body'],
): Promise<FeedSubject> {
  const { kind } = body;
  if (kind === 'learner' || kind === 'tutor' || (kind === 'trainer' && body.trainerId === null))
    return ownSubject(actor, kind);
  if (kind === 'trainer' && body.trainerId === actor.personId) return ownSubject(actor, kind);
  if (!runsTheCentre(actor)) throw notTheirs();
  if (kind === 'trainer') {
    await requireTrainer(tx, body.trainerId);
    return { kind, subjectId: body.trainerId ?? actor.personId };
  }
  if (kind === 'room') {
    await requireRoom(tx, body.roomId);
    return { kind, subjectId: body.roomId };
  }
  found(await tx.cohort.findFirst({ where: { id: body.cohortId } }), 'Cette cohorte');
  return { kind, subjectId: body.cohortId };
}

const notTheirs = () =>
  new DomainError('forbidden', 'Demandez cette adresse à la coordination de votre centre.');

function ownSubject(actor: Actor, kind: 'learner' | 'tutor' | 'trainer'): FeedSubject {
  if (actor.roles.includes(kind)) return { kind, subjectId: actor.personId };
  throw new DomainError('forbidden', 'Votre rôle n’a pas ce calendrier.');
}

async function nameMakers(
  tx: Tx,
  rows: readonly { createdByUserId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const members = await tx.membership.findMany({
    where: { userId: { in: [...new Set(rows.map((row) => row.createdByUserId))] } },
    include: { person: true },
  });
  return new Map(members.map(({ userId, person }) => [userId, formatSpokenName(person)]));
}

async function refusingTwins<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError(
      'already_exists',
      'Vous avez déjà une adresse pour ce calendrier. Remplacez-la si vous ne l’avez plus.',
    );
  }
}
