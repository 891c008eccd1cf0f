import type { Assessment, Competence, CredentialRule, Module, SourceNote } from '../framework.ts';

/** Hours as printed by the sources, in minutes. */
export const hours = (count: number): number => count * 60;

/** AFGSU 1 as the CQP asks for it: a dated credential (W1, S1:L155, S1:L174). */
export const afgsu1: CredentialRule = {
  code: 'AFGSU1',
  name: 'AFGSU niveau 1',
  validityYears: 4,
  requiredForCertificate: true,
  groupMin: 10,
  groupMax: 12,
  renewalMinutes: hours(7),
  source: 'W1 (arrêté du 30 décembre 2014) ; S1:L174',
};

export const certifier =
  'CPNEFP des cabinets médicaux, avec l’ACQPCM (propriétaire des titres de la branche)';

/** Numbers names as `B1-C1`, `B1-C2`… in the order that the source prints them. */
export const numberCompetences = (
  blockCode: string,
  names: readonly string[],
): readonly Competence[] =>
  names.map((name, index) => ({ code: `${blockCode}-C${index + 1}`, name }));

/** Modules as `B1-M1`, `B1-M2`… with their printed hours. */
export const listModules = (
  blockCode: string,
  printed: readonly (readonly [name: string, hours: number])[],
): readonly Module[] =>
  printed.map(([name, count], index) => ({
    code: `${blockCode}-M${index + 1}`,
    name,
    minutes: hours(count),
    credentialCode: null,
  }));

/**
 * Épreuves of a block without their wording, which no source gives (Q1). Each entry of `targets`
 * lists the ranks of the competences that one épreuve targets.
 */
export const listAssessments = (
  blockCode: string,
  targets: readonly (readonly number[])[],
): readonly Assessment[] =>
  targets.map((ranks, index) => ({
    code: `${blockCode}-E${index + 1}`,
    title: '',
    mandatory: false,
    credentialCode: null,
    targets: ranks.map((rank) => ({ competenceCode: `${blockCode}-C${rank}`, criteria: [] })),
  }));

/** The emergency-care épreuve of block 4, acquired by holding the AFGSU 1 (S1:L155). */
export const afgsuAssessment = (code: string): Assessment => ({
  code,
  title: 'Soins d’urgence : obtention de l’AFGSU niveau 1',
  mandatory: true,
  credentialCode: afgsu1.code,
  targets: [],
});

/** What is true of the three CQP versions alike. */
export const commonNotes: readonly SourceNote[] = [
  {
    reference: 'S1:L132, L139, L145, L155 (Q1)',
    kind: 'source',
    text: 'Le nombre d’épreuves est connu, pas leur intitulé ni leurs critères : ils sont à compléter. Le lien entre chaque épreuve et les compétences du bloc est une proposition à vérifier.',
  },
  {
    reference: 'S1:L174–176',
    kind: 'source',
    text: 'Les blocs sont indépendants et ne se compensent pas. Les blocs acquis sont conservés, sans durée limite énoncée, et l’organisme de formation inscrit lui-même le candidat aux épreuves à repasser.',
  },
  {
    reference: 'Q2',
    kind: 'inferred',
    text: 'Aucune source ne dit si l’on repasse le bloc entier : par défaut, seules les épreuves non acquises, avec une nouvelle appréciation du tuteur, sans limite du nombre de passages.',
  },
  {
    reference: 'S1:L132–155 (Q5)',
    kind: 'inferred',
    text: 'Le troisième niveau du tuteur, « non acquise », n’est nommé dans aucune source.',
  },
  {
    reference: 'W1',
    kind: 'source',
    text: 'AFGSU niveau 1 : 14 h, par groupes de 10 à 12, valable 4 ans, prolongée par 7 h de réactualisation suivies avant l’échéance.',
  },
  {
    reference: 'S1:L78, L97 ; W20, W21 (Q20)',
    kind: 'disagreement',
    text: 'S1:L78 annonce le contrat d’apprentissage, S1:L97 ne le cite pas, et un CQP ne se prépare pas en apprentissage : la voie est fermée. À vérifier sur la fiche RNCP 40913.',
  },
  {
    reference: 'S1:L184 ; W8, W19',
    kind: 'disagreement',
    text: 'RNCP 36358 s’arrête le 24/04/2025 et RNCP 40913 commence le 25/06/2025 (date déduite) : aucune fiche n’est active du 25/04 au 24/06/2025. S1:L184 mêle les deux fiches (25/04/2022 et 25/06/2030).',
  },
  {
    reference: 'S0:L106, L216 ; S2:L189 (H5)',
    kind: 'disagreement',
    text: 'Rythme : 2 jours par semaine hors juillet et août (S0), ou 21 h soit 3 jours (S2). Chaque cohorte choisit le sien.',
  },
  {
    reference: 'S0:L104 ; S1:L66 ; S4:L38 (H6)',
    kind: 'disagreement',
    text: 'Durée : 1 an (S0), 6 mois (S1) ou de 10 à 12 mois (S4). Elle est libre pour chaque cohorte, dans les dates des contrats.',
  },
];
