import type { Locator, Page } from 'playwright-core';

export interface NewCohort {
  readonly name: string;
  /** Part of the framework's title, as the choice shows it. */
  readonly framework: RegExp;
  /** `07/09/2026`, as people type it. */
  readonly firstDay: string;
  readonly juryDay: string;
  readonly weekdays: readonly string[];
}

const allWeekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** From the list of cohorts to the cohort's calendar page. @returns the cohort's id */
export async function createCohort(page: Page, cohort: NewCohort): Promise<string> {
  await page.goto('/cohortes');
  await page.getByRole('link', { name: 'Ouvrir une cohorte' }).first().click();
  await page.getByLabel('Nom de la cohorte').fill(cohort.name);
  await page.getByRole('combobox', { name: 'Référentiel' }).click();
  await page.getByRole('option', { name: cohort.framework }).click();
  await page.getByLabel('Premier jour').fill(cohort.firstDay);
  await page.getByLabel('Jury prévu').fill(cohort.juryDay);
  for (const weekday of allWeekdays)
    await page.getByLabel(weekday, { exact: true }).setChecked(cohort.weekdays.includes(weekday));
  await page.getByRole('button', { name: 'Ouvrir la cohorte' }).click();
  await page.waitForURL(/\/cohortes\/[0-9a-f-]{36}\/calendrier/);
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}

/** On the calendar page: a proposal is read, then adopted. */
export async function adoptCalendar(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Proposer le calendrier' }).click();
  await page.getByText('Rien n’est enregistré tant que vous n’adoptez pas').waitFor();
  await page.getByRole('button', { name: 'Adopter ce calendrier' }).click();
  await page.getByText('Le calendrier est adopté.').waitFor();
}

/** On the calendar page: one trainer for the half-days to come of a module. */
export async function assignTrainer(page: Page, moduleName: string, trainer: string) {
  const action = `Affecter un formateur ou une salle à ${moduleName}`;
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Formateur' }).click();
  await page.getByRole('option', { name: trainer }).click();
  await assign(dialog);
}

/** On the calendar page: one trainer for all the modules at once, past half-days included. */
export async function assignTrainerEverywhere(page: Page, trainer: string): Promise<void> {
  await page.getByLabel('Cocher tous les modules').check();
  await page.getByRole('button', { name: /^Affecter \d+ modules$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Formateur' }).click();
  await page.getByRole('option', { name: trainer }).click();
  await dialog.getByLabel('Aussi les demi-journées passées que personne n’a signées').check();
  await assign(dialog);
}

/** From the morning page, which proposes it from the first day on: the cohort is under way. */
export async function startCohort(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Démarrer la cohorte' }).click();
  await page.getByRole('button', { name: 'Démarrer la cohorte' }).click();
  await page.getByText('L’état de la cohorte est enregistré.').waitFor();
}

/** What the trainer's file says against it is read, and confirmed. */
async function assign(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Affecter', exact: true }).click();
  const confirm = dialog.getByRole('button', { name: 'Affecter quand même' });
  const isAsked = await Promise.race([
    dialog.waitFor({ state: 'hidden' }).then(() => false),
    confirm.waitFor().then(
      () => true,
      () => false,
    ),
  ]);
  if (!isAsked) return;
  await confirm.click();
  await dialog.waitFor({ state: 'hidden' });
}
