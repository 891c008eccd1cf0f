import { capitalise } from '@jalon/domain';
/** The parts of the editor, each on its own screen. Blocks are `bloc-1`, `bloc-2`… */
export type PartKey =
  | 'presentation'
  | 'heures'
  | 'blocs'
  | 'validation'
  | 'entree'
  | 'sources'
  | `bloc-${number}`;

const partByField: Record<string, PartKey> = {
  hours: 'heures',
  rhythm: 'heures',
  durationMonths: 'heures',
  acceptedLevels: 'validation',
  credentials: 'validation',
  blockRetentionMonths: 'validation',
  resit: 'validation',
  jury: 'validation',
  entryConditions: 'entree',
  routes: 'entree',
  deadlineRegimes: 'entree',
  sources: 'sources',
};

/** `/content/blocks/0/name` and `/blocks/0/name` alike as the form's `content.blocks.0.name`. */
export const toFieldPath = (pointer: string): string => {
  const parts = pointer.split('/').filter(Boolean);
  return (parts[0] === 'content' ? parts : ['content', ...parts]).join('.');
};

/** The part of the editor where a field stands. */
export function partOf(fieldPath: string): PartKey {
  const [, field = '', index] = fieldPath.split('.');
  if (field === 'blocks') return index === undefined ? 'blocs' : `bloc-${Number(index) + 1}`;
  return partByField[field] ?? 'presentation';
}

const fieldWords: Record<string, string> = {
  code: 'code',
  title: 'intitulé',
  name: 'nom',
  shortName: 'nom court',
  statedMinutes: 'heures annoncées',
  trainingMinutes: 'heures de formation',
  evaluationMinutes: 'heures d’évaluation',
  evaluationStatus: 'origine des heures d’évaluation',
  minutes: 'durée',
  credentialCode: 'attestation',
  equipment: 'équipement',
  requiredAssessments: 'seuil',
  thresholdStatus: 'origine du seuil',
  source: 'source',
  mandatory: 'obligatoire',
  competenceCode: 'compétence visée',
  text: 'texte',
  reference: 'référence',
  kind: 'nature',
  outcome: 'ce qui est délivré',
  certification: 'certification',
  rncp: 'fiche RNCP',
  level: 'niveau',
  nsf: 'code NSF',
  certifier: 'certificateur',
  registeredFrom: 'début d’enregistrement',
  registeredTo: 'fin d’enregistrement',
  durationMonths: 'durée en mois',
  min: 'au moins',
  max: 'au plus',
  hours: 'heures',
  rhythm: 'rythme',
  daysPerWeek: 'jours par semaine',
  minutesPerDay: 'heures par jour',
  closedMonths: 'mois fermés',
  acceptedLevels: 'niveaux du tuteur',
  credentials: 'attestation',
  validityYears: 'validité en années',
  requiredForCertificate: 'exigée pour le certificat',
  groupMin: 'groupe au moins',
  groupMax: 'groupe au plus',
  renewalMinutes: 'recyclage',
  blockRetentionMonths: 'conservation des blocs',
  resit: 'repassage',
  scope: 'ce qui se repasse',
  maxAttempts: 'nombre de passages',
  jury: 'jury',
  membersPerCollege: 'membres de chaque collège',
  parity: 'parité',
  quorumPercent: 'quorum',
  contestMonths: 'mois pour contester',
  vae: 'VAE',
  requiredHours: 'expérience exigée en heures',
  warnBelowHours: 'expérience en dessous de laquelle avertir',
  entryConditions: 'condition d’entrée',
  profile: 'profil',
  minimumLevel: 'niveau du diplôme',
  minimumYears: 'années d’expérience',
  routes: 'voies d’accès',
  deadlineRegimes: 'délais',
  sources: 'source',
  blocks: 'bloc',
  modules: 'module',
  after: 'prérequis',
  competences: 'compétence',
  assessments: 'épreuve',
  targets: 'compétence visée',
  criteria: 'critère',
};

/** `content.blocks.0.modules.2.minutes` as « Bloc 1 › module 3 › durée ». */
export function describePath(fieldPath: string): string {
  const words: string[] = [];
  for (const part of fieldPath.split('.').filter((part) => part !== 'content')) {
    if (/^\d+$/.test(part)) words[words.length - 1] += ` ${Number(part) + 1}`;
    else words.push(fieldWords[part] ?? part);
  }
  return capitalise(words.join(' › '));
}
