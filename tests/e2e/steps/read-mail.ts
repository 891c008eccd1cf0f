import { formatSpokenName } from '@jalon/domain';
import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import type { Member } from '../../support/test-app.ts';
import type { Story } from './story.ts';

/** The link of the last mail to this address whose subject fits, as a path of the site. */
export function readLink({ app }: Story, to: string, subject: RegExp): Promise<string> {
  return eventually(async () => {
    const { body } = await app.call('GET /mailbox', { query: { search: to } });
    const mail = body.mails.find((one) => one.toEmail === to && subject.test(one.subject));
    return mail?.action?.path;
  }, `a mail to ${to} about ${subject}`);
}

/** The same as people of the demonstration do: in the page of mails, by the mail's own button. */
export async function openMail(page: Page, to: string, subject: RegExp): Promise<void> {
  await page.goto('/boite-mail');
  await page.getByRole('searchbox').fill(to);
  const mail = page.getByRole('article').filter({ hasText: subject }).first();
  await mail.getByRole('link').click();
  await openAccess(page);
}

/** Opens the link of a mail: one tap, no password. */
export async function followLink(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await openAccess(page);
}

/** A link that has expired is no dead end: one tap, and a new one is in the mail. */
export async function renewLink(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  await page.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
  await page.getByRole('heading', { name: 'Un nouveau lien vous attend' }).waitFor();
}

async function openAccess(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/acces'));
}

/** Someone whose login was made by Jalon: a tutor, a learner or a jury member with a link. */
export async function findMember(
  { app, centre }: Story,
  email: string,
  role: 'tutor' | 'learner' | 'jury_member',
): Promise<Member> {
  const { userId, personId, person } = await app.db.system.membership.findFirstOrThrow({
    where: { centreId: centre.id, role, user: { email } },
    include: { person: true },
  });
  return { userId, personId, centreId: centre.id, email, name: formatSpokenName(person) };
}
