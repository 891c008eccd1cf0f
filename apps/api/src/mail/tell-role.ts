import { formatSpokenName } from '@jalon/domain';
import type { Actor } from '../auth/actor.ts';
import type { Tx } from '../db/database.ts';
import type { MailContent, MailWriter } from './mail-writer.ts';

/** Writes to everybody of the centre who has a role. @returns how many were written to */
export async function tellRole(
  mails: MailWriter,
  tx: Tx,
  actor: Actor,
  role: 'certifier' | 'coordinator',
  content: MailContent,
): Promise<number> {
  const members = await tx.membership.findMany({
    where: { role, endedAt: null },
    include: { person: true },
  });
  let told = 0;
  for (const { person } of members) {
    if (!person.email) continue;
    const to = { toEmail: person.email, toName: formatSpokenName(person), personId: person.id };
    await mails.write(tx, actor.centreId, to, content);
    told += 1;
  }
  return told;
}
