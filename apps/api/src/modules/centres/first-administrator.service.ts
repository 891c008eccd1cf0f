import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { Logins } from '../../auth/logins.ts';
import { Passwords } from '../../auth/passwords.ts';
import type { Config } from '../../config.ts';
import { Database, type DoorWork } from '../../db/database.ts';
import { CONFIG, LOGGER } from '../../platform-tokens.ts';
import { createStaffMember } from './create-staff-member.ts';

/** Several processes start at once: one of them makes the administrator. */
const firstAdministratorLock = 5_026_002;
/** Where the platform's administrators log in; it has no site and trains nobody. */
const platform = { name: 'Jalon', slug: 'jalon' };
const role = 'platform_admin';

/**
 * The first administrator of the platform, whom nobody inside can name. Their address comes from the
 * environment; they choose their password themselves, by a link that expires and is used once.
 */
@Injectable()
export class FirstAdministrator implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly logins: Logins,
    private readonly passwords: Passwords,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { adminEmail, demonstration, runsHttp } = this.config;
    if (!runsHttp) return;
    if (adminEmail) return this.open(adminEmail);
    if (demonstration || (await this.db.system.membership.count({ where: { role } })) > 0) return;
    this.say(
      'Personne ne peut encore se connecter. Donnez l’adresse mail de la personne qui administrera la plateforme, puis relancez : JALON_ADMIN_EMAIL=prenom.nom@exemple.fr',
    );
  }

  private async open(email: string): Promise<void> {
    const userId = await this.logins.findOrCreate(email);
    const link = await this.db.runAtTheDoor(async (unit) => {
      await unit.tx.$executeRaw`select pg_advisory_xact_lock(${firstAdministratorLock})`;
      const isNew = await this.create(unit, userId, email);
      return this.invite(unit, userId, email, isNew);
    });
    if (link)
      this.say(
        `Pour administrer la plateforme, ${email} choisit son mot de passe à cette adresse, valable un jour et une seule fois : ${link}`,
      );
  }

  /** @returns whether there was none */
  private async create({ tx, audit }: DoorWork, userId: string, email: string): Promise<boolean> {
    if ((await tx.membership.count({ where: { role } })) > 0) return false;
    const where = { slug: platform.slug };
    const { id: centreId } = await tx.centre.upsert({ where, create: platform, update: {} });
    const who = { givenName: 'Administration', birthName: 'Jalon', email, role } as const;
    const subjectId = await createStaffMember(tx, centreId, userId, who);
    audit({ centreId, userId, roles: [] }, { action: 'member.added', subjectId, data: { role } });
    return true;
  }

  /**
   * Mails the link. Without SMTP no mail leaves: the link is given to whoever starts Jalon, again at
   * each start until a password is chosen, for « Mot de passe oublié » would reach nobody.
   */
  private async invite(
    unit: DoorWork,
    userId: string,
    email: string,
    isNew: boolean,
  ): Promise<string | null> {
    const { smtpUrl } = this.config;
    if (!isNew) {
      if (smtpUrl) return null;
      const isOwn = await unit.tx.membership.count({ where: { userId, role, endedAt: null } });
      if (isOwn === 0 || (await unit.tx.account.count({ where: { userId } })) > 0) return null;
    }
    await this.passwords.mail(unit, email);
    if (smtpUrl) return null;
    const mail = await unit.tx.mail.findFirstOrThrow({
      where: { toEmail: email, purpose: 'password.requested' },
      orderBy: { id: 'desc' },
    });
    return /https?:\/\/\S+\/mot-de-passe\/[\w-]+/.exec(mail.text)?.[0] ?? null;
  }

  /** To the terminal of `npm start`; in a container, to its log. */
  private say(sentence: string): void {
    if (process.send) process.send({ sentence });
    else this.log.warn(sentence);
  }
}
