import type { Page } from 'playwright-core';
import type { Member } from '../../support/test-app.ts';
import type { Story } from './story.ts';

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
  await dialog.getByRole('button', { name: 'Affecter', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The same for every module, without a screen. */
export async function assignTrainerEverywhere(
  { app }: Story,
  coordinator: Member,
  cohortId: string,
  trainer: Member,
): Promise<void> {
  const call = app.as(coordinator);
  const params = { cohortId };
  const { body: runs } = await call('GET /cohorts/:cohortId/module-runs', { params });
  for (const run of runs)
    await call('POST /cohorts/:cohortId/assignment', {
      params,
      body: { moduleRunId: run.id, trainerId: trainer.personId, skipTaken: true },
    });
}
