import { normaliseName } from '../people/normalise-name.ts';

/** What a column of a file of learners can hold; the row's fields have these names. */
export interface LearnerColumn {
  readonly field: LearnerField;
  /** Header of the model file and name in messages. */
  readonly label: string;
  /** Other headers that mean the same, accents and case aside. */
  readonly aliases: readonly string[];
}

export const learnerFields = [
  'birthName',
  'givenName',
  'otherGivenNames',
  'usageName',
  'birthDate',
  'sex',
  'birthPlaceCode',
  'birthCountryCode',
  'email',
  'phone',
  'profile',
  'diplomaLevel',
  'experienceYears',
  'route',
  'funder',
  'startsOn',
  'entryMotive',
  'employerName',
  'employerKind',
  'siret',
  'hireDate',
  'dutyStartOn',
  'cpamContractSignedOn',
  'contractKind',
  'contractStartsOn',
  'contractEndsOn',
  'tutorBirthName',
  'tutorGivenName',
  'tutorEmail',
  'tutorIsEmployer',
  'tutorVolunteeredOn',
] as const;
export type LearnerField = (typeof learnerFields)[number];

const column = (field: LearnerField, label: string, ...aliases: string[]): LearnerColumn => ({
  field,
  label,
  aliases: [label, ...aliases],
});

/** Every known column, in the order of the model file. */
export const learnerColumns: readonly LearnerColumn[] = [
  column('birthName', 'Nom de naissance', 'nom', 'nom de famille', 'nom patronymique', 'last name'),
  column('givenName', 'Prénom', 'prenom 1', 'premier prenom', 'first name'),
  column('otherGivenNames', 'Autres prénoms', 'prenoms suivants'),
  column('usageName', 'Nom d’usage', 'nom marital', 'nom d epouse'),
  column('birthDate', 'Date de naissance', 'ne le', 'nee le', 'né(e) le', 'ddn', 'naissance'),
  column('sex', 'Sexe', 'civilite', 'genre'),
  column(
    'birthPlaceCode',
    'Code commune de naissance',
    'code insee',
    'code insee naissance',
    'code postal de naissance',
    'lieu de naissance code',
    'commune de naissance',
    'lieu de naissance',
    'ville de naissance',
  ),
  column('birthCountryCode', 'Pays de naissance', 'code pays de naissance', 'pays'),
  column(
    'email',
    'Mail',
    'e mail',
    'email',
    'courriel',
    'adresse mail',
    'adresse email',
    'adresse e mail',
  ),
  column('phone', 'Téléphone', 'tel', 'portable', 'mobile', 'numero de telephone'),
  column('profile', 'Profil', 'profil a l entree', 'statut a l entree'),
  column('diplomaLevel', 'Niveau de diplôme', 'niveau', 'diplome niveau'),
  column('experienceYears', 'Années d’expérience', 'experience', 'annees experience'),
  column('route', 'Voie d’accès', 'contrat', 'type de contrat', 'dispositif'),
  column('funder', 'Financeur', 'financement', 'opco'),
  column('startsOn', 'Date d’entrée', 'entree', 'debut', 'date de debut', 'entree en formation'),
  column('entryMotive', 'Motif d’entrée', 'motif'),
  column(
    'employerName',
    'Employeur',
    'cabinet',
    'entreprise',
    'nom de l employeur',
    'medecin employeur',
  ),
  column('employerKind', 'Type d’employeur', 'type employeur'),
  column('siret', 'SIRET', 'numero siret', 'siret employeur', 'n siret'),
  column('hireDate', 'Date d’embauche', 'embauche', 'embauche le'),
  column('dutyStartOn', 'Prise de fonction', 'date de prise de fonction'),
  column(
    'cpamContractSignedOn',
    'Contrat CPAM signé le',
    'contrat cpam',
    'signature cpam',
    'date contrat cpam',
  ),
  column(
    'contractKind',
    'Nature du contrat',
    'contrat de travail',
    'nature du contrat de travail',
    'type de contrat de travail',
  ),
  column('contractStartsOn', 'Début du contrat', 'date de debut du contrat', 'debut de contrat'),
  column('contractEndsOn', 'Fin du contrat', 'date de fin du contrat', 'fin de contrat'),
  column('tutorBirthName', 'Nom du tuteur', 'tuteur nom', 'tuteur'),
  column('tutorGivenName', 'Prénom du tuteur', 'tuteur prenom'),
  column('tutorEmail', 'Mail du tuteur', 'email du tuteur', 'tuteur mail', 'courriel du tuteur'),
  column('tutorIsEmployer', 'Tuteur employeur', 'le tuteur est l employeur'),
  column(
    'tutorVolunteeredOn',
    'Tuteur volontaire, confirmé le',
    'tuteur volontaire',
    'volontariat du tuteur',
    'tuteur volontaire le',
  ),
];

/** The label of a field, for messages. */
export const learnerFieldLabel = (field: LearnerField): string =>
  learnerColumns.find((one) => one.field === field)?.label ?? field;

/** What each column of a file is taken for, in the file's order; `null` when it is left out. */
export type ColumnMapping = readonly (LearnerField | null)[];

/**
 * Proposes what each header means. The first column that fits a field gets it, so two columns never
 * feed one field; a header that says nothing known is left out, for a person to map or to leave.
 */
export function proposeMapping(headers: readonly string[]): ColumnMapping {
  const taken = new Set<LearnerField>();
  return headers.map((header) => {
    const name = normaliseName(header);
    const found = learnerColumns.find(
      ({ field, aliases }) =>
        !taken.has(field) && aliases.some((alias) => normaliseName(alias) === name),
    );
    if (found === undefined) return null;
    taken.add(found.field);
    return found.field;
  });
}

/** What is wrong with a mapping that a person made, as French sentences. */
export function checkMapping(mapping: ColumnMapping): readonly string[] {
  const used = mapping.filter((field) => field !== null);
  const missing = (['birthName', 'givenName'] as const).filter((field) => !used.includes(field));
  const twice = [...new Set(used.filter((field, index) => used.indexOf(field) !== index))];
  return [
    ...missing.map(
      (field) => `Indiquez la colonne « ${learnerFieldLabel(field)} » : elle est nécessaire.`,
    ),
    ...twice.map(
      (field) => `« ${learnerFieldLabel(field)} » est pris dans deux colonnes : gardez-en une.`,
    ),
  ];
}
