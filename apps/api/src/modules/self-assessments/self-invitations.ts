import {
  type CompetenceBlock,
  formatLongDay,
  formatSpokenName,
  isStillToSay,
  type PlainDate,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { PersonalLinks } from '../../auth/personal-links.ts';
import type { UnitOfWork } from '../../db/database.ts';
import { type MailContent, MailWriter } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';
import { loadSentSelfAssessments } from './self-assessments.queries.ts';

/** What a campaign asks the tutors about, and of which learners for the first time. */
interface Inviting {
  readonly campaignId: string;
  readonly opensOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly enrolmentIds: readonly string[];
  readonly blocks: readonly CompetenceBlock[];
}

/** Invites learners to say where they are, on the day their tutor is asked: one mail a campaign. */
@Injectable()
export class SelfInvitations {
  constructor(
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  /** Whoever has no address, or has said it all already, gets nothing; their page says it anyway. */
  async invite(
    { tx, audit }: UnitOfWork,
    { centreId, userId }: Pick<Actor, 'centreId' | 'userId'>,
    { campaignId, opensOn, dueOn, enrolmentIds, blocks }: Inviting,
  ): Promise<void> {
    const sent = await loadSentSelfAssessments(tx, enrolmentIds);
    const centre = await tx.centre.findUniqueOrThrow({ where: { id: centreId } });
    const enrolments = await tx.enrolment.findMany({
      where: { id: { in: [...enrolmentIds] } },
      include: { person: true },
      orderBy: { id: 'asc' },
    });
    for (const { id, person } of enrolments) {
      const lastOn = (code: string) =>
        sent.findLast((one) => one.enrolmentId === id && one.blockCode === code)?.sentOn ?? null;
      const toSay = blocks.filter(({ code }) => isStillToSay(lastOn(code), opensOn));
      if (toSay.length === 0 || person.email === null) continue;
      const holder = { personId: person.id, name: formatSpokenName(person), email: person.email };
      const target = { role: 'learner', path: '/mon-parcours/auto-evaluations' } as const;
      const link = await this.links.create(tx, centreId, holder, target);
      if ('refusal' in link) continue;
      const to = { toEmail: person.email, toName: holder.name, personId: person.id };
      const mail = invitationMail(centre.name, toSay, dueOn, link.path);
      const mailId = await this.mails.write(tx, centreId, to, { ...mail, signedBy: userId });
      audit({ action: 'self-assessment.invited', subjectId: id, data: { campaignId, mailId } });
    }
  }
}

const invitationMail = (
  centreName: string,
  blocks: readonly CompetenceBlock[],
  dueOn: PlainDate,
  path: string,
): MailContent => ({
  subject: 'Où en êtes-vous, d’après vous ?',
  paragraphs: [
    `${centreName} demande son avis à votre tuteur et vous propose de dire le vôtre avant le ${formatLongDay(dueOn)} : ${blocks.map(({ name }) => `« ${name} »`).join(', ')}.`,
    'Quelques minutes sur votre téléphone. Votre tuteur et le centre le lisent pour en parler avec vous ; cela ne compte dans aucune décision.',
    PRIVACY_LINE,
  ],
  action: { label: 'M’auto-évaluer', path },
  purpose: 'self-assessment.invited',
});
