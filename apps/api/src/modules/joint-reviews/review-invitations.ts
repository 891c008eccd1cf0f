import { formatSpokenName, withDe } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { PersonalLinks } from '../../auth/personal-links.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import type { PartRow, ReviewRow } from './joint-reviews.queries.ts';
import { reviewMail } from './review-mails.ts';

/** A mail that was written, or why the person cannot be reached and what to do. */
export type Invitation =
  | { readonly name: string; readonly mailId: string }
  | { readonly name: string; readonly reason: string };

/** The mail that brings one of the three to their own part of a review. */
@Injectable()
export class ReviewInvitations {
  constructor(
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  /** Writes the mail in the caller's transaction. */
  async send(
    tx: Tx,
    { centreId, ...row }: ReviewRow,
    { person, role, ...part }: PartRow,
    { isReminder }: { readonly isReminder: boolean },
  ): Promise<Invitation> {
    const name = formatSpokenName(person);
    if (person.email === null)
      return { name, reason: `${name} n’a pas d’adresse mail : ajoutez-la sur sa fiche.` };
    const page = `/points-de-parcours/${part.id}`;
    const holder = { personId: person.id, name, email: person.email };
    // A trainer has a password; a learner or a tutor comes in by a link.
    const link =
      role === 'trainer'
        ? { path: page }
        : await this.links.create(tx, centreId, holder, { role, path: page });
    if ('refusal' in link) return { name, reason: sayRefusal(link.refusal, name) };
    const centre = await tx.centre.findUniqueOrThrow({ where: { id: centreId } });
    const content = reviewMail({
      centreName: centre.name,
      role,
      isReminder,
      path: link.path,
      learnerName: formatSpokenName(row.enrolment.person),
      heldOn: toDay(row.heldOn),
    });
    const to = { toEmail: person.email, toName: name, personId: person.id };
    const signed = { ...content, signedBy: row.openedByUserId };
    return { name, mailId: await this.mails.write(tx, centreId, to, signed) };
  }
}

const sayRefusal = (why: 'shared_address' | 'access_ended', name: string): string =>
  why === 'access_ended'
    ? `L’accès ${withDe(name)} a été retiré : rendez-le depuis la page du centre.`
    : `${name} a la même adresse mail qu’une autre personne : demandez-lui une adresse personnelle.`;

/** Those who were written to, and those who could not be. */
export function sortInvitations(invitations: readonly Invitation[]) {
  return {
    sentTo: invitations.flatMap((one) => ('mailId' in one ? [one.name] : [])),
    unreachable: invitations.flatMap((one) => ('reason' in one ? [one] : [])),
  };
}
