import type { Page } from 'playwright-core';

export interface Tutor {
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string;
}

export interface Learner {
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string;
  readonly employer: string;
  readonly tutor: Tutor;
}

/** « Diallo Amina », as every list shows it. */
export const nameOf = ({ givenName, birthName }: Pick<Learner, 'givenName' | 'birthName'>) =>
  `${birthName} ${givenName}`;

/** A learner at work with this tutor, their mail made of their name. */
export const learnerOf = (givenName: string, birthName: string, tutor: Tutor): Learner => ({
  givenName,
  birthName,
  email: `${givenName}.${birthName}@eleves.example`.toLowerCase(),
  employer: `Cabinet ${tutor.birthName}`,
  tutor,
});

/** By the form, employer and new tutor included. @returns the enrolment's id */
export async function enrol(
  page: Page,
  cohortId: string,
  learner: Learner,
  entry: string,
): Promise<string> {
  await page.goto(`/apprenants?cohorte=${cohortId}`);
  await page.getByRole('link', { name: 'Inscrire un apprenant' }).first().click();
  await fillPerson(page, learner);
  await page.getByLabel('Profil à l’entrée').selectOption('Secrétaire médicale certifiée');
  await page.getByLabel('Diplôme le plus élevé').selectOption('Niveau 4 (baccalauréat)');
  await page.getByLabel('Voie d’accès').selectOption('Formation continue');
  await page.getByLabel('Financeur').selectOption('OPCO EP');
  await page.getByLabel('Entrée en formation').fill(entry);
  await page.getByText('Conditions remplies').waitFor();
  await page.getByRole('button', { name: 'Ajouter un employeur' }).click();
  await fillEmployment(page, learner);
  await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
  await page.waitForURL(/\/apprenants\/[0-9a-f-]{36}/);
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}

async function fillPerson(page: Page, { givenName, birthName, email }: Learner): Promise<void> {
  await page.getByLabel('Prénom', { exact: true }).fill(givenName);
  await page.getByLabel('Nom de naissance').fill(birthName);
  await page.getByLabel('Date de naissance').fill('12/04/1998');
  await page.getByLabel('Sexe').selectOption('Féminin');
  await page.getByLabel('Pays de naissance').selectOption('France');
  await page.getByLabel('Commune de naissance').fill('72181');
  await page.getByLabel('Adresse mail').fill(email);
}

async function fillEmployment(page: Page, { employer, tutor }: Learner): Promise<void> {
  await page.getByLabel('Employeur', { exact: true }).fill(employer);
  await page.getByLabel('Date d’embauche').fill('01/06/2026');
  await page.getByLabel('Contrat CPAM signé le').fill('15/06/2026');
  await page.getByLabel('Tuteur', { exact: true }).selectOption('Un nouveau tuteur');
  await page.getByLabel('Prénom du tuteur').fill(tutor.givenName);
  await page.getByLabel('Nom du tuteur', { exact: true }).fill(tutor.birthName);
  await page.getByLabel('Mail du tuteur').fill(tutor.email);
}

const columns = [
  'Nom de naissance',
  'Prénom',
  'Date de naissance',
  'Sexe',
  'Pays de naissance',
  'Code commune de naissance',
  'Mail',
  'Profil',
  'Niveau de diplôme',
  'Voie d’accès',
  'Financeur',
  'Employeur',
  'Date d’embauche',
  'Contrat CPAM signé le',
  'Nom du tuteur',
  'Prénom du tuteur',
  'Mail du tuteur',
];

const lineOf = ({ givenName, birthName, email, employer, tutor }: Learner): readonly string[] => [
  birthName,
  givenName,
  '03/02/1999',
  'F',
  'FR',
  '72181',
  email,
  'Secrétaire médicale certifiée',
  '4',
  'Formation continue',
  'OPCO EP',
  employer,
  '01/06/2026',
  '15/06/2026',
  tutor.birthName,
  tutor.givenName,
  tutor.email,
];

/** A file of learners, as a spreadsheet in French saves it. */
export const csvOf = (learners: readonly Learner[]) => ({
  name: 'apprenants.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [columns, ...learners.map(lineOf)].map((line) => line.join(';')).join('\r\n'),
  ),
});

/** Shows the page what the file would do; nothing is written yet. */
export async function previewImport(
  page: Page,
  cohortId: string,
  file: ReturnType<typeof csvOf>,
): Promise<void> {
  await page.goto(`/apprenants?cohorte=${cohortId}`);
  await page.getByRole('link', { name: 'Importer un fichier' }).first().click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choisir un fichier' }).click();
  await (await chooser).setFiles(file);
}

/** Opens the file of a learner from the list. @returns the enrolment's id */
export async function openFile(page: Page, name: string): Promise<string> {
  await page.goto('/apprenants');
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(/\/apprenants\/[0-9a-f-]{36}/);
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}
