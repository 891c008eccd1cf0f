import { formatSpokenName, type PlainDate } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { PersonalLinks } from '../../auth/personal-links.ts';
import type { Tx } from '../../db/database.ts';
import { DomainError } from '../../http/domain-error.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { type AskedAppraisal, requestMail } from './appraisal-mails.ts';

/** A tutor of the centre as the database holds them. */
export interface TutorRow {
  readonly id: string;
  readonly givenName: string;
  readonly birthName: string;
  readonly usageName: string | null;
  readonly email: string | null;
}

export interface AskedOf {
  readonly tutor: TutorRow;
  readonly asked: readonly (AskedAppraisal & { readonly appraisalId: string })[];
  readonly label: string;
  readonly dueOn: PlainDate | null;
}

/** The mail with the single-use link that brings a tutor to what is asked of them. */
@Injectable()
export class AppraisalLinks {
  constructor(
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  /**
   * Writes the mail in the caller's transaction. @returns its id; `null` when the tutor has no
   * address, or one that lets another tutor of the centre in.
   */
  async send(tx: Tx, centreId: string, { tutor, asked, label, dueOn }: AskedOf) {
    if (tutor.email === null) return null;
    const name = formatSpokenName(tutor);
    const [only, ...others] = asked;
    const path =
      only && others.length === 0 ? `/appreciations/${only.appraisalId}` : '/appreciations/a-faire';
    const holder = { personId: tutor.id, name, email: tutor.email };
    const link = await this.links.create(tx, centreId, holder, { role: 'tutor', path });
    if (link === null) return null;
    const to = { toEmail: tutor.email, toName: name, personId: tutor.id };
    const centre = await tx.centre.findUniqueOrThrow({ where: { id: centreId } });
    return this.mails.write(tx, centreId, to, requestMail(centre.name, asked, label, dueOn, link));
  }
}

/** Why a tutor cannot be sent a link, and what to do. */
export const unreachable = (name: string, email: string | null): DomainError =>
  new DomainError(
    'rule_refused',
    email === null
      ? `${name} n’a pas d’adresse mail : ajoutez-la sur sa fiche, ou saisissez sa feuille papier.`
      : `L’adresse ${email} est déjà celle d’un autre tuteur : demandez à ${name} une adresse personnelle, ou saisissez sa feuille papier.`,
  );
