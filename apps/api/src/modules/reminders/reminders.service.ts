import type { Input, Output } from '@jalon/contract';
import {
  type ActiveReminderKind,
  formatDay,
  formatSpokenName,
  reminderCatalogue,
  stateOfMail,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { describeLead } from './describe-lead.ts';

type Done = Output<'POST /mails/:mailId/resend'>;

const PAGE_SIZE = 500;

@Injectable()
export class RemindersService {
  constructor(private readonly db: Database) {}

  /** Hands a mail that was given up to the queue again; asked twice, it is handed over once. */
  resend(actor: Actor, { params }: Input<'POST /mails/:mailId/resend'>): Promise<Done> {
    return this.db.run(actor, async ({ tx, audit, enqueue }) => {
      const id = params.mailId;
      found(await tx.mail.findFirst({ where: { id }, select: { id: true } }), 'Ce mail');
      const { count } = await tx.mail.updateMany({
        where: { id, sentAt: null, givenUpAt: { not: null } },
        data: { givenUpAt: null, failingSince: null, failure: null },
      });
      if (count === 0) return { done: true };
      enqueue({ name: 'mail.send', payload: { mailId: id } });
      audit({ action: 'mail.resent', subjectId: id });
      return { done: true };
    });
  }

  list(actor: Actor, { query }: Input<'GET /reminders'>): Promise<Output<'GET /reminders'>> {
    const contains = { contains: query.search ?? '', mode: 'insensitive' } as const;
    const where = {
      ...(query.kind ? { kind: query.kind } : {}),
      ...(query.search
        ? {
            OR: [
              { recipientEmail: contains },
              { mail: { subject: contains } },
              { mail: { toName: contains } },
            ],
          }
        : {}),
    };
    return this.db.run(actor, async ({ tx }) => {
      const rows = await tx.reminder.findMany({
        where,
        include: { mail: true, person: true },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (query.page - 1) * PAGE_SIZE,
        take: PAGE_SIZE,
      });
      const total = await tx.reminder.count({ where });
      const left = await tx.reminder.count({
        where: { AND: [where, { mail: { sentAt: { not: null } } }] },
      });
      const givenUp = await tx.reminder.count({
        where: { AND: [where, { mail: { sentAt: null, givenUpAt: { not: null } } }] },
      });
      return {
        counts: { left, givenUp, waiting: total - left - givenUp },
        rows: rows.map((row) => {
          // The column is only ever written from the catalogue.
          const kind = row.kind as ActiveReminderKind;
          return {
            id: row.id,
            kind,
            title: reminderCatalogue[kind].title,
            subject: row.mail?.subject ?? '',
            recipient: row.person
              ? formatSpokenName(row.person)
              : (row.mail?.toName ?? row.recipientEmail),
            recipientEmail: row.recipientEmail,
            lead: `${describeLead(row.lead)} le ${formatDay(toDay(row.dueOn))}`,
            dueOn: toDay(row.dueOn),
            createdAt: row.createdAt.toISOString(),
            sentAt: row.mail?.sentAt?.toISOString() ?? null,
            state: stateOfMail(row.mail),
            failure: row.mail?.failure ?? null,
            mailId: row.mailId,
          };
        }),
        total,
        pageSize: PAGE_SIZE,
      };
    });
  }
}
