import type { Page } from 'playwright-core';

/** On the page of certificates: one learner's, which is ready. */
export async function issueCertificate(page: Page, learner: string): Promise<void> {
  await page.getByRole('button', { name: learner, exact: true }).click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Délivrer le certificat' }).click();
  await panel.getByRole('heading', { name: /^Délivré sous le n°/ }).waitFor();
}

/** On the same page: the sentence that says why a certificate cannot be issued. */
export async function readReadiness(page: Page, learner: string, why: RegExp): Promise<void> {
  await page.getByRole('button', { name: learner, exact: true }).click();
  const panel = page.getByRole('complementary');
  await panel.getByText(why).first().waitFor();
}

/** Whoever comes without password asks for a link at their own address. */
export async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto('/mon-lien');
  await page.getByLabel('Adresse mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir mon lien' }).click();
  await page.getByRole('heading', { name: 'Regardez vos mails' }).waitFor();
}
