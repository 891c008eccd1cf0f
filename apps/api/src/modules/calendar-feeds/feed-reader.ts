import { createHash } from 'node:crypto';
import type { FileDownload, Input } from '@jalon/contract';
import { type FeedKind, mayReadFeed, personalFeedKinds } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { systemActor, type Visit } from '../../auth/actor.ts';
import { LoginAttempts } from '../../auth/login-attempts.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DomainError } from '../../http/domain-error.ts';
import { type CentreFeed, type FeedSubject, hashSecret } from './feed-subject.ts';
import { loadFeedEvents } from './load-feed-events.ts';
import { nameSubjects } from './name-subjects.ts';
import { writeCalendar } from './write-calendar.ts';

const HOUR = 3_600_000;
const isPersonal = (kind: FeedKind): kind is (typeof personalFeedKinds)[number] =>
  personalFeedKinds.some((one) => one === kind);

/** What calendar applications read, without a login: whoever has the address reads it. */
@Injectable()
export class FeedReader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attempts: LoginAttempts,
  ) {}

  /** @throws feed_unknown, feed_revoked, too_many_requests */
  async read({ params }: Input<'GET /feeds/:file'>, visit: Visit): Promise<FileDownload> {
    const secretHash = hashSecret(params.file);
    await this.attempts.count(`feed:${secretHash}`, visit.ipAddress);
    const feed = await this.db.system.calendarFeed.findUnique({ where: { secretHash } });
    if (!feed)
      throw new DomainError(
        'feed_unknown',
        'Vérifiez que l’adresse est entière, ou créez-en une nouvelle dans Jalon.',
      );
    await this.attempts.forgiveAddress(visit.ipAddress);
    if (feed.revokedAt)
      throw new DomainError(
        'feed_revoked',
        'Elle a été révoquée dans Jalon. Retirez-la de votre agenda et créez-en une nouvelle.',
      );
    return this.db.run(systemActor(feed.centreId), async ({ tx }) => {
      const file = await this.write(tx, feed);
      await this.noteReading(tx, feed.id);
      return file;
    });
  }

  /** To the hour: an application that asks every minute is not a write every minute. */
  private async noteReading(tx: Tx, id: string): Promise<void> {
    const now = this.clock.now();
    const anHourAgo = new Date(now.getTime() - HOUR);
    await tx.calendarFeed.updateMany({
      where: { id, OR: [{ lastReadAt: null }, { lastReadAt: { lt: anHourAgo } }] },
      data: { lastReadAt: now },
    });
  }

  private async write(tx: Tx, feed: OwnedFeed): Promise<FileDownload> {
    await refuseEnded(tx, feed);
    await refuseStranger(tx, feed);
    const name = (await nameSubjects(tx, [feed]))(feed);
    const events = await loadFeedEvents(tx, feed, this.clock.parisMoment());
    // The time of writing is in the file and not in its version: an unchanged calendar is not read twice.
    const etag = createHash('sha256')
      .update(JSON.stringify([name, events]))
      .digest('base64url');
    const text = writeCalendar({ name: `Jalon · ${name}`, events, at: this.clock.now() });
    return { fileName: 'jalon.ics', bytes: Buffer.from(text), etag };
  }
}

type OwnedFeed = CentreFeed & { readonly createdByUserId: string };

/** Whoever made the address has left, or has no longer the role that sees what it shows. */
async function refuseStranger(tx: Tx, feed: OwnedFeed): Promise<void> {
  const memberships = await tx.membership.findMany({
    where: { userId: feed.createdByUserId, endedAt: null },
  });
  const roles = memberships.map(({ role }) => role);
  if (memberships.some(({ personId }) => mayReadFeed(feed, { personId, roles }))) return;
  throw new DomainError(
    'feed_revoked',
    'La personne qui l’a créée n’a plus accès à ce calendrier. Retirez-la de votre agenda ; s’il vous concerne, créez votre adresse dans Jalon ou demandez-la à la coordination.',
  );
}

/** Someone whose access the centre has ended reads nothing any more. */
async function refuseEnded(tx: Tx, { kind, subjectId }: FeedSubject): Promise<void> {
  if (!isPersonal(kind)) return;
  const standing = await tx.membership.count({
    where: { personId: subjectId, role: kind, endedAt: null },
  });
  if (standing > 0) return;
  throw new DomainError(
    'feed_revoked',
    'Le centre a mis fin à cet accès. Écrivez à sa coordination pour le retrouver.',
  );
}
