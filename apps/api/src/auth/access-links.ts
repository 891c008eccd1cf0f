import { createHash, randomBytes } from 'node:crypto';
import { formatSpokenName, type Role } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../db/database.ts';
import { DomainError } from '../http/domain-error.ts';
import { MailWriter } from '../mail/mail-writer.ts';
import type { Actor } from './actor.ts';

const VALID_DAYS = 14;
const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whom a link lets in, where it leads, and the mail that carries it. */
export interface LinkRequest {
  readonly centreId: string;
  readonly userId: string;
  readonly personId: string;
  readonly role: Extract<Role, 'tutor' | 'learner' | 'jury_member'>;
  /** Path of the web app to land on, e.g. `/appreciations/…`. */
  readonly path: string;
  readonly renewedFromId?: string;
}

/** Single-use links: how tutors, learners and jury members come in without a password. */
@Injectable()
export class AccessLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mails: MailWriter,
  ) {}

  /** Creates a link inside a transaction. @returns the secret, which is stored nowhere. */
  async create(unit: Pick<UnitOfWork, 'tx'>, request: LinkRequest): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + VALID_DAYS * 86_400_000);
    await unit.tx.accessLink.create({
      data: {
        centreId: request.centreId,
        tokenHash: hashToken(token),
        userId: request.userId,
        personId: request.personId,
        role: request.role,
        path: request.path,
        expiresAt,
        renewedFromId: request.renewedFromId ?? null,
      },
    });
    return token;
  }

  /**
   * Uses the link up, in the transaction that lets its holder in. Whoever is already logged in as its
   * holder goes in, were it used or expired.
   * @throws link_unknown, link_used, link_expired, access_ended
   */
  async consume(tx: Tx, token: string, visitor: Actor | null) {
    const now = this.clock.now();
    const link = await this.find(tx, token);
    await this.refuseEnded(tx, link);
    const isHolder =
      visitor?.userId === link.userId &&
      visitor.centreId === link.centreId &&
      visitor.roles.includes(link.role);
    if (isHolder && (link.usedAt || link.expiresAt <= now)) return { ...link, isHolder };
    if (link.usedAt)
      throw new DomainError(
        'link_used',
        'Un lien ne sert qu’une fois. Demandez-en un nouveau ici.',
      );
    if (link.expiresAt <= now)
      throw new DomainError('link_expired', 'Demandez un nouveau lien ici, il arrive par mail.');
    const { count } = await tx.accessLink.updateMany({
      where: { id: link.id, centreId: link.centreId, usedAt: null },
      data: { usedAt: now },
    });
    if (count === 0)
      throw new DomainError(
        'link_used',
        'Un lien ne sert qu’une fois. Demandez-en un nouveau ici.',
      );
    return { ...link, isHolder };
  }

  /** Mails a fresh link to the address of the first one: whoever holds the old mail gets no further. */
  async renew(token: string): Promise<{ sentTo: string }> {
    return this.db.runAtTheDoor(async ({ tx, audit }) => {
      const link = await this.find(tx, token);
      await this.refuseEnded(tx, link);
      const { centreId, userId, personId, path } = link;
      const role = link.role as LinkRequest['role'];
      const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
      const key = { centreId_id: { centreId, id: personId } };
      const person = await tx.person.findUniqueOrThrow({ where: key });
      const request = { centreId, userId, personId, role, path, renewedFromId: link.id };
      const fresh = await this.create({ tx }, request);
      const to = { toEmail: email, toName: formatSpokenName(person), personId, token: fresh };
      await this.mails.writeRenewedLink(tx, centreId, to);
      const author = { centreId, userId, roles: [role] };
      audit(author, { action: 'access-link.renewed', subjectId: link.id });
      return { sentTo: maskEmail(email) };
    });
  }

  /**
   * The office has ended the access, removed the mail or given it to somebody else: neither this link
   * nor a new one opens anything.
   */
  private async refuseEnded(
    tx: Tx,
    link: Pick<LinkRequest, 'centreId' | 'userId' | 'personId'> & { role: Role },
  ): Promise<void> {
    const { centreId, userId, personId, role } = link;
    const membership = await tx.membership.findUnique({
      where: { centreId_userId_role: { centreId, userId, role } },
      include: { centre: { select: { name: true } } },
    });
    if (membership && !membership.endedAt && membership.personId === personId) return;
    throw new DomainError(
      'access_ended',
      `${membership?.centre.name ?? 'Le centre'} a mis fin à cet accès. Écrivez à sa coordination pour le retrouver.`,
    );
  }

  private async find(tx: Tx, token: string) {
    const link = await tx.accessLink.findUnique({
      where: { tokenHash: hashToken(token) },
    });
    if (link) return link;
    throw new DomainError(
      'link_unknown',
      'Vérifiez que l’adresse est entière, ou ouvrez le lien depuis le mail d’origine.',
    );
  }
}

/** `marie.ferrand@cabinet.example` → `m…d@cabinet.example`: enough to recognise, too little to learn. */
function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}…${local.slice(-1)}@${domain}`;
}
