import type { Page } from 'playwright-core';

export interface NewJury {
  readonly on: string;
  readonly place: string;
  readonly cohort: string;
}

export interface JuryMember {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly college: 'Employeurs' | 'Salariés';
  readonly isChair?: boolean;
}

/** From the list of juries to the page of the new session. @returns the jury's id */
export async function prepareJury(page: Page, { on, place, cohort }: NewJury): Promise<string> {
  await page.goto('/jurys');
  await page
    .getByRole('link', { name: /^Préparer (un|le premier) jury$/ })
    .first()
    .click();
  await page.getByLabel('Date de la séance').fill(on);
  await page.getByLabel('Lieu').fill(place);
  await page.getByRole('combobox', { name: 'Cohortes' }).click();
  await page.getByRole('option', { name: cohort }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Préparer ce jury' }).click();
  await page.waitForURL(/\/jurys\/[0-9a-f-]{36}$/);
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}

/** On the session's page: one more member. */
export async function addMember(page: Page, member: JuryMember): Promise<void> {
  const form = page.getByRole('group').filter({ hasText: 'Ajouter un membre' });
  const prenom = page.getByLabel('Prénom', { exact: true });
  // The form stands open while the jury is not complete.
  await page.getByText('Ajouter un membre').waitFor();
  if (!(await prenom.isVisible())) await page.getByText('Ajouter un membre').click();
  await prenom.fill(member.givenName);
  await page.getByLabel('Nom', { exact: true }).fill(member.familyName);
  await page.getByLabel('Adresse mail').fill(member.email);
  await form.getByLabel('Collège', { exact: true }).selectOption(member.college);
  if (member.isChair) await page.getByLabel('Préside la séance').check();
  await page.getByRole('button', { name: 'Ajouter ce membre' }).click();
  await page.getByRole('listitem').filter({ hasText: member.email }).waitFor();
}

/** On the session's page, on its day: everyone is there, and the session opens. */
export async function openSession(page: Page): Promise<void> {
  const members = page.getByRole('radiogroup', { name: /^Présence d/ });
  await members.first().waitFor();
  for (const member of await members.all()) {
    await member.getByRole('radio', { name: 'Présent' }).click();
    await member.getByRole('radio', { checked: true, disabled: false }).waitFor();
  }
  await page.getByRole('button', { name: 'Ouvrir la session' }).click();
}

/** On the session's page: a candidate who does not come this time. */
export async function withdrawCandidate(page: Page, candidate: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: candidate });
  await row.getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('button', { name: 'Retirer le candidat' }).click();
  await row.waitFor({ state: 'detached' });
}

/** From the list of blocks to sit again. */
export async function registerResit(page: Page, candidate: string, jury: RegExp): Promise<void> {
  await page.goto('/jurys/representations');
  const row = page.getByRole('row').filter({ hasText: candidate });
  await row.getByRole('button', { name: 'Inscrire' }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByRole('option', { name: jury });
  await choice.waitFor({ state: 'attached' });
  await dialog.getByLabel('Jury').selectOption(await choice.textContent());
  await dialog.getByRole('button', { name: 'Inscrire' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What a candidate is given: a key for each block presented, with a motive where one is asked. */
export interface Verdict {
  readonly candidate: string;
  readonly keys: string;
  readonly motive?: string;
}

/** What the room shows of one block of the candidate on screen: its proposal and why. */
export async function readProposal(page: Page, blockCode: string): Promise<string> {
  const block = page.getByRole('region', { name: new RegExp(`^${blockCode}, `) });
  await block.waitFor();
  return ((await block.textContent()) ?? '').replaceAll(/\s+/g, ' ');
}

/** In the room, by keyboard: letters decide, arrows change block, Enter goes to the next one. */
export async function decide(page: Page, verdicts: readonly Verdict[]): Promise<void> {
  for (const [index, { candidate, keys, motive }] of verdicts.entries()) {
    await page.getByRole('heading', { level: 1, name: candidate }).waitFor();
    for (const [position, key] of [...keys].entries()) {
      if (position > 0) await page.keyboard.press('ArrowRight');
      await page.keyboard.press(key);
      if (motive && key === 'n') {
        await page.getByRole('textbox', { name: 'Motif' }).fill(motive);
        await page.keyboard.press('Enter');
      }
      await page.getByText('Enregistré par').nth(position).waitFor();
    }
    if (index < verdicts.length - 1) await page.keyboard.press('Enter');
  }
}

/** On the session's page: closed for ever, then the minutes as the browser saves them. */
export async function closeAndDownload(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'Clore la session' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clore la session' }).click();
  await page.getByRole('heading', { level: 1, name: /clos/ }).waitFor();
  return saveFile(page, () => page.getByRole('button', { name: 'Procès-verbal (PDF)' }).click());
}

/** The bytes of what a click saves. */
export async function saveFile(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
