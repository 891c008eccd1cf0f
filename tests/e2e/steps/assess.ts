import type { Locator, Page } from 'playwright-core';

export interface Sitting {
  readonly cohortId: string;
  readonly blockCode: string;
  readonly on: string;
  readonly assessor: string;
}

/** `A` acquired or `N` not, one letter for each learner in the order of the grid. */
export type Column = string;

/** The grid of a block by keyboard alone: a letter goes down, arrows go to the next épreuve. */
export async function assessBlock(
  page: Page,
  { cohortId, blockCode, on, assessor }: Sitting,
  columns: readonly Column[],
): Promise<void> {
  await page.goto(`/cohortes/${cohortId}/epreuves/${blockCode}`);
  await page.getByLabel('Jour de l’épreuve').fill(on);
  await page.getByLabel('Évaluateur').fill(assessor);
  await page.getByRole('table').getByRole('button').first().focus();
  for (const column of columns) {
    for (const letter of column) await page.keyboard.press(letter);
    for (const _ of column.slice(1)) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
  }
  for (const [position, column] of columns.entries())
    for (const [row, letter] of [...column].entries())
      await cellAt(page, row, position)
        .getByText(letter === 'A' ? 'acquise' : 'non acquise', { exact: true })
        .waitFor();
}

const cellAt = (page: Page, row: number, column: number): Locator =>
  page
    .getByRole('row')
    .nth(row + 1)
    .getByRole('button')
    .nth(column);

/** On the grid of the block that asks for it: the attestation of a learner. */
export async function recordAfgsu(page: Page, learner: string, on: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: learner });
  await row.getByRole('button').last().click();
  await page.getByLabel('Obtenue ou renouvelée le').fill(on);
  await page.getByLabel('Organisme').fill('CESU 72');
  await page.getByRole('button', { name: 'Enregistrer AFGSU niveau 1' }).click();
  await row.getByRole('button').last().getByText('acquise', { exact: true }).waitFor();
}

/** A failed épreuve sat again, from its cell of the grid. */
export async function sitAgain(page: Page, learner: string, position: number, on: string) {
  const row = page.getByRole('row').filter({ hasText: learner });
  await row.getByRole('button').nth(position).click();
  const panel = page.getByRole('complementary');
  await panel.getByText('Passage n° 2', { exact: true }).waitFor();
  await panel.getByLabel('Jour de l’épreuve').fill(on);
  await panel.getByLabel('Évaluateur').fill('Sandrine Petit');
  await panel.getByLabel('satisfait', { exact: true }).check();
  await panel.getByRole('button', { name: 'Enregistrer le passage' }).click();
  await panel.waitFor({ state: 'hidden' });
}

/** An épreuve with several criteria: N opens it, and the criterion that was not met is said. */
export async function failOneCriterion(page: Page, learner: string, position: number) {
  const row = page.getByRole('row').filter({ hasText: learner });
  const cell = row.getByRole('button').nth(position);
  await cell.focus();
  await page.keyboard.press('n');
  const panel = page.getByRole('complementary');
  await panel.getByLabel('satisfait', { exact: true }).first().check();
  await panel.getByLabel('non satisfait', { exact: true }).last().check();
  await panel.getByRole('button', { name: 'Enregistrer le passage' }).click();
  await cell.getByText('non acquise', { exact: true }).waitFor();
}
