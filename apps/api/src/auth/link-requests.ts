import { formatSpokenName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { DoorWork } from '../db/database.ts';
import { type MailContent, MailWriter } from '../mail/mail-writer.ts';
import { PAPER_FORM_LINE, PRIVACY_LINE, SHARED_ADDRESS_LINE } from '../mail/render-mail.ts';
import type { LinkRequest } from './access-links.ts';
import { PersonalLinks } from './personal-links.ts';

type LinkRole = LinkRequest['role'];

/** Where each role lands, and the words of the mail that leads there. */
const doors: Record<LinkRole, { path: string; words: string }> = {
  tutor: { path: '/appreciations/a-faire', words: 'vos appréciations de tuteur' },
  learner: { path: '/mon-parcours', words: 'votre parcours de formation' },
  jury_member: { path: '/jurys', words: 'vos sessions de jury' },
};

/** « Envoyez-moi mon lien »: whoever has no password asks for a way in by their address. */
@Injectable()
export class LinkRequests {
  constructor(
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  /** Mails a link for each role that the address holds in each centre; silent when it holds none. */
  async mail(unit: DoorWork, email: string): Promise<void> {
    const persons = await unit.tx.person.findMany({
      where: { email: { equals: email, mode: 'insensitive' } },
      include: {
        centre: { select: { name: true } },
        _count: { select: { enrolments: true, tutoring: true, juryMembers: true } },
      },
    });
    for (const { _count: held, centre, ...person } of persons) {
      const roles: LinkRole[] = [
        ...(held.tutoring > 0 ? (['tutor'] as const) : []),
        ...(held.enrolments > 0 ? (['learner'] as const) : []),
        ...(held.juryMembers > 0 ? (['jury_member'] as const) : []),
      ];
      for (const role of roles) await this.mailOne(unit, { ...person, email }, centre.name, role);
    }
  }

  private async mailOne(
    { tx, audit }: DoorWork,
    person: { centreId: string; id: string; email: string } & Parameters<
      typeof formatSpokenName
    >[0],
    centreName: string,
    role: LinkRole,
  ): Promise<void> {
    const { centreId, id: personId, email } = person;
    const name = formatSpokenName(person);
    const { path, words } = doors[role];
    const link = await this.links.create(tx, centreId, { personId, name, email }, { role, path });
    const to = { toEmail: email, toName: name, personId };
    if ('refusal' in link) {
      if (link.refusal === 'shared_address')
        await this.mails.write(tx, centreId, to, sharedAddressMail(centreName, role));
      return;
    }
    await this.mails.write(tx, centreId, to, {
      subject: `Votre lien d’accès à ${centreName}`,
      paragraphs: [`Voici le lien que vous avez demandé : il ouvre ${words}.`, PRIVACY_LINE],
      action: { label: 'Ouvrir ma page', path: link.path },
      purpose: 'access-link.requested',
    });
    const author = { centreId, userId: link.userId, roles: [role] };
    audit(author, { action: 'access-link.requested', subjectId: personId });
  }
}

/** No link leads to another person's pages: whoever shares an address is told whom to ask. */
const sharedAddressMail = (centreName: string, role: LinkRole): MailContent => ({
  subject: `Votre accès à ${centreName}`,
  paragraphs: [
    `Vous avez demandé le lien qui ouvre ${doors[role].words}.`,
    SHARED_ADDRESS_LINE,
    ...(role === 'tutor' ? [PAPER_FORM_LINE] : []),
  ],
  purpose: 'access-link.refused',
});
