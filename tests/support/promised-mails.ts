import type { Database } from '@jalon/api';
import { createCentre } from './centre-builder.ts';
import type { SmtpInbox } from './smtp-inbox.ts';

/** Asks for a password for each of so many trainers; every answer was 200. @returns their addresses */
export async function askForPasswords(url: string, db: Database, count = 12): Promise<string[]> {
  const centre = await createCentre(db);
  const members = await Promise.all(
    Array.from({ length: count }, () => centre.addMember('trainer')),
  );
  const emails = members.map(({ email }) => email);
  const answers = await Promise.all(emails.map((email) => askForPassword(url, email)));
  const refused = answers.filter(({ status }) => status !== 200);
  if (refused.length > 0) throw new Error(`${refused.length} requests were not answered 200`);
  return emails;
}

const askForPassword = (url: string, email: string) =>
  fetch(`${url}/api/passwords/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });

/** How many times a mail server received the mail of each address. */
export const deliveriesOf = (inbox: SmtpInbox, emails: readonly string[]): number[] =>
  emails.map((email) => inbox.mails.filter(({ to }) => to === email).length);

/** Whether no request and no mail waits any more. */
export const areAllSent = async (db: Database): Promise<boolean> =>
  (await db.system.accessRequest.count()) === 0 &&
  (await db.system.mail.count({ where: { sentAt: null } })) === 0;
