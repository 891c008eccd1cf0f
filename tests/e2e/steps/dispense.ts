import type { Page } from 'playwright-core';

export interface DispensationRequest {
  /** Label of the block in the choice, and of the module when not the whole block is asked for. */
  readonly block: string;
  readonly module?: string;
  readonly evidence: string;
  /** Day of filing and of transmission. */
  readonly on: string;
}

/** From the learner's file: draft → filed → transmitted to the branch. */
export async function requestDispensation(
  page: Page,
  { block, module, evidence, on }: DispensationRequest,
): Promise<void> {
  await page.getByRole('button', { name: 'Demander une dispense' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Bloc', { exact: true }).selectOption(block);
  if (module) await drawer.getByLabel('Module').selectOption(module);
  await drawer.getByLabel('Pièces justificatives').fill(evidence);
  await drawer.getByRole('button', { name: 'Préparer la demande' }).click();
  await page.getByRole('link', { name: 'Ouvrir', exact: true }).click();
  await page.getByLabel('Déposée le').fill(on);
  await page.getByRole('button', { name: 'Déposer' }).click();
  await page.getByLabel('Transmise le').fill(on);
  await page.getByLabel('Référence de l’envoi').fill('LR-2026-118');
  await page.getByRole('button', { name: 'Noter la transmission' }).click();
  await page.getByText('La transmission est notée.').waitFor();
}

/** The certifier grants, on their own page, what was transmitted for this learner. */
export async function grantDispensation(page: Page, learner: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: /dispenses? à décider/ }).waitFor();
  await page.getByRole('link', { name: learner }).first().click();
  await page.getByLabel(/^Accordée :/).check();
  await page.getByLabel('Référence de la réponse').fill('CPNEFP-2026-77');
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await page.getByText('La décision est enregistrée').waitFor();
}
