import { formatSpokenName, type PlainDate, tellUnreachable, withDe } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { type LinkRefusal, PersonalLinks } from '../../auth/personal-links.ts';
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
   * Writes the mail in the caller's transaction. @returns its id, or why the tutor cannot be reached
   * and what to do.
   */
  async send(
    tx: Tx,
    { centreId, userId }: Pick<Actor, 'centreId' | 'userId'>,
    { tutor, asked, label, dueOn }: AskedOf,
  ): Promise<{ readonly mailId: string } | { readonly refusal: DomainError }> {
    const name = formatSpokenName(tutor);
    if (tutor.email === null) return { refusal: unreachable(name, 'no_address') };
    const [only, ...others] = asked;
    const path =
      only && others.length === 0 ? `/appreciations/${only.appraisalId}` : '/appreciations/a-faire';
    const holder = { personId: tutor.id, name, email: tutor.email };
    const link = await this.links.create(tx, centreId, holder, { role: 'tutor', path });
    if ('refusal' in link) return { refusal: unreachable(name, link.refusal) };
    const to = { toEmail: tutor.email, toName: name, personId: tutor.id };
    const centre = await tx.centre.findUniqueOrThrow({ where: { id: centreId } });
    const mail = requestMail(centre.name, asked, label, dueOn, link.path);
    const mailId = await this.mails.write(tx, centreId, to, { ...mail, signedBy: userId });
    return { mailId };
  }
}

const unreachable = (name: string, why: LinkRefusal | 'no_address'): DomainError =>
  new DomainError(
    'rule_refused',
    why === 'access_ended'
      ? `L’accès ${withDe(name)} a été retiré : rendez-le depuis la page du centre, ou saisissez sa feuille papier.`
      : (tellUnreachable(why, name) ?? ''),
  );
