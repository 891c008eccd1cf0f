import {
  type AccessRoute,
  type AppraisalLevel,
  accessRouteNames,
  type CompetenceBlock,
  capitalise,
  countNoun,
  type DeadlineRegime,
  type EntryCondition,
  type Framework,
  formatDay,
  monthNames,
} from '@jalon/domain';

/** The routes as everywhere, with what a version's page says more of three of them. */
export const routeWords: Record<AccessRoute, string> = {
  ...accessRouteNames,
  continuing_training: `${accessRouteNames.continuing_training}, plan de développement des compétences`,
  pro_a: `${accessRouteNames.pro_a}, reconversion ou promotion par alternance (jusqu’à fin 2025)`,
  vae: `Validation des acquis de l’expérience (${accessRouteNames.vae})`,
};

export const regimeWords: Record<DeadlineRegime, string> = {
  regime_2019:
    'Convention médicale d’avant le 22 juin 2024 : inscription dans les 2 ans et obtention dans les 3 ans de l’embauche',
  regime_2024:
    'Convention médicale depuis le 22 juin 2024 : inscription dans l’année et obtention dans les 2 ans de l’embauche ou du contrat avec la CPAM, selon le plus proche',
  arrete_2019_fae:
    'Arrêté du 7 novembre 2019 : formation d’adaptation dans les 3 ans de la prise de fonction',
};

export const levelWords: Record<AppraisalLevel, string> = {
  mastered: 'maîtrisée',
  in_progress: 'en cours d’acquisition',
  not_acquired: 'non acquise',
};

export const thresholdStatusWords: Record<CompetenceBlock['thresholdStatus'], string> = {
  stated: 'imprimé dans la source',
  copied: 'repris d’une autre version',
  to_verify: 'à vérifier',
};

/** « a, b et c ». */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;

type ThresholdBlock = Pick<CompetenceBlock, 'requiredAssessments' | 'assessments'>;

/** « 3 épreuves sur 4 », « 4 épreuves sur 6, dont obligatoirement AFGSU niveau 1 ». */
export function describeThreshold(
  { requiredAssessments: required, assessments }: ThresholdBlock,
  credentials: Framework['credentials'],
): string {
  if (assessments.length === 0) return 'Aucune épreuve';
  const mandatory = assessments
    .filter((assessment) => assessment.mandatory)
    .map(({ code, title, credentialCode }) => {
      const credential = credentials.find((rule) => rule.code === credentialCode);
      return credential?.name ?? (title.trim() || `l’épreuve ${code}`);
    });
  const isEvery = required === assessments.length;
  const count = isEvery
    ? `${countNoun(required, 'épreuve')} sur ${assessments.length}, toutes demandées`
    : `${countNoun(required, 'épreuve')} sur ${assessments.length}`;
  return mandatory.length > 0 && !isEvery
    ? `${count}, dont obligatoirement ${joinWords(mandatory)}`
    : count;
}

/** « Diplôme de niveau 4 au moins et 1 an d’expérience », « Sans autre condition ». */
export function describeEntryCondition({
  minimumLevel,
  minimumYears,
}: Pick<EntryCondition, 'minimumLevel' | 'minimumYears'>): string {
  const parts = [
    minimumLevel === null ? '' : `un diplôme de niveau ${minimumLevel} au moins`,
    minimumYears === 0 ? '' : `${countNoun(minimumYears, 'an')} d’expérience au moins`,
  ].filter(Boolean);
  if (parts.length === 0) return 'Sans autre condition';
  return capitalise(joinWords(parts));
}

/** « juillet et août », « aucun mois ». */
export const describeMonths = (months: readonly number[]): string =>
  months.length === 0
    ? 'aucun mois'
    : joinWords(months.map((month) => monthNames[month - 1] ?? String(month)));

/** « 12 mois », « de 6 à 12 mois ». */
export const describeDuration = ({ min, max }: Framework['durationMonths']): string =>
  min === max ? `${min} mois` : `de ${min} à ${max} mois`;

/** « du 25 juin 2025 au 25 juin 2030 »; what is not known is said. */
export function describeRegistration(from: string | null, to: string | null): string {
  if (from && to) return `du ${formatDay(from)} au ${formatDay(to)}`;
  if (from) return `depuis le ${formatDay(from)}`;
  return to ? `jusqu’au ${formatDay(to)}` : 'dates à compléter';
}

/** The day of an instant, in the reader's own time zone: « 5 octobre 2026 ». */
export function describeInstantDay(instant: string): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return formatDay(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`);
}
