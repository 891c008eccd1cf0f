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
  readonly tutor: Tutor;
  readonly employment: Employment;
}

/** Days as people type them. */
export interface Employment {
  readonly employer: string;
  readonly hiredOn: string;
  readonly cpamSignedOn: string;
}

/** « Diallo Amina », as every list shows it. */
export const nameOf = ({ givenName, birthName }: Pick<Learner, 'givenName' | 'birthName'>) =>
  `${birthName} ${givenName}`;

/** A learner at work in their tutor's practice, their mail made of their name. */
export const learnerOf = (
  givenName: string,
  birthName: string,
  tutor: Tutor,
  dates: Omit<Employment, 'employer'>,
): Learner => ({
  givenName,
  birthName,
  email: `${givenName}.${birthName}@eleves.example`.toLowerCase(),
  tutor,
  employment: { employer: `Cabinet ${tutor.birthName}`, ...dates },
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
  await page.getByLabel('Profil à l’entrée').selectOption('Secrétaire médical certifié');
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

async function fillEmployment(page: Page, { employment, tutor }: Learner): Promise<void> {
  await page.getByLabel('Employeur', { exact: true }).fill(employment.employer);
  await page.getByLabel('Date d’embauche').fill(employment.hiredOn);
  await page.getByLabel('Contrat CPAM signé le').fill(employment.cpamSignedOn);
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

const lineOf = ({ givenName, birthName, email, employment, tutor }: Learner) => [
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
  employment.employer,
  employment.hiredOn,
  employment.cpamSignedOn,
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
