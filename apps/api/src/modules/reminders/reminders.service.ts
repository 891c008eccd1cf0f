import type { Input, Output } from '@jalon/contract';
import {
  type ActiveReminderKind,
  formatDay,
  formatSpokenName,
  reminderCatalogue,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { describeLead } from './describe-lead.ts';

const PAGE_SIZE = 500;

@Injectable()
export class RemindersService {
  constructor(private readonly db: Database) {}

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
      return {
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
          };
        }),
        total,
        pageSize: PAGE_SIZE,
      };
    });
  }
}
