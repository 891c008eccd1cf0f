import type { Page } from 'playwright-core';

export interface NewBlock {
  readonly name: string;
  readonly shortName: string;
  readonly module: string;
  /** « 14 h », as people type it. */
  readonly duration: string;
  readonly evaluation: string;
  readonly competences: readonly string[];
  /** Each aims at every competence, with one criterion for each. */
  readonly assessments: readonly string[];
  /** How many of them acquire the block. */
  readonly threshold: number;
}

/** On the part « Blocs » of a version's draft: a block more, whole. Ends on the screen of that block. */
export async function enterBlock(page: Page, block: NewBlock): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un bloc' }).click();
  await page.getByLabel('Nom du bloc').fill(block.name);
  await page.getByLabel('Nom court').fill(block.shortName);
  await page.getByLabel('Heures annoncées').fill(block.duration);
  await page.getByLabel('Heures d’évaluation').fill(block.evaluation);
  await page.getByRole('button', { name: 'Ajouter un module' }).click();
  await page.getByLabel('Nom du module').fill(block.module);
  await page.getByLabel('Durée').fill(block.duration);
  for (const [index, name] of block.competences.entries()) {
    await page.getByRole('button', { name: 'Ajouter une compétence' }).click();
    await page.getByLabel(`Compétence ${index + 1}`).fill(name);
  }
  for (const [index, title] of block.assessments.entries()) {
    await page.getByRole('button', { name: 'Ajouter une épreuve' }).click();
    await page.getByLabel('Intitulé').nth(index).fill(title);
    const targets = page.getByRole('group', { name: 'Compétences visées' }).nth(index);
    for (const name of block.competences) {
      await targets.getByLabel(name, { exact: true }).check();
      await targets.getByLabel(`Critères de « ${name} », un par ligne`).fill(`${title} : réussi`);
    }
  }
  const { length } = block.assessments;
  await page.getByLabel(`Épreuves à acquérir, sur ${length}`).fill(String(block.threshold));
}
