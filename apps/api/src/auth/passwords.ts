import { Injectable } from '@nestjs/common';
import { Database, type DoorWork } from '../db/database.ts';
import { DomainError, invalid } from '../http/domain-error.ts';
import { Identity } from './identity.ts';
import { publicPassword } from './public-password.ts';

/** Choosing and changing a password, always by a link to the address itself. */
@Injectable()
export class Passwords {
  constructor(
    private readonly db: Database,
    private readonly identity: Identity,
  ) {}

  /** Mails a link, in a transaction of its own: for the accesses that the office gives. */
  async request(email: string): Promise<void> {
    await this.db.runAtTheDoor((unit) => this.mail(unit, email));
  }

  /** Mails a link when the address has an access that a password opens; silent otherwise. */
  async mail(unit: DoorWork, email: string): Promise<void> {
    const staff = await unit.tx.membership.findFirst({
      where: {
        user: { email },
        endedAt: null,
        role: { notIn: ['tutor', 'learner', 'jury_member'] },
      },
    });
    if (!staff) return;
    await this.identity.within(unit).requestPasswordReset({ body: { email } });
  }

  /** @throws link_expired when the token is unknown, used or too old; invalid when everybody knows it */
  async choose(token: string, password: string): Promise<void> {
    if (password === publicPassword)
      throw invalid([
        {
          pointer: '/password',
          message:
            'Ce mot de passe est écrit dans la documentation de Jalon : choisissez-en un autre.',
        },
      ]);
    try {
      await this.db.runAtTheDoor((unit) =>
        this.identity.within(unit).resetPassword({ body: { token, newPassword: password } }),
      );
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'APIError') throw error;
      throw new DomainError(
        'link_expired',
        'Ce lien ne permet plus de choisir un mot de passe. Demandez-en un nouveau depuis la page de connexion.',
      );
    }
  }
}
