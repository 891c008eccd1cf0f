import type { Finding } from '../finding.ts';
import type { VaeRules } from '../frameworks/framework.ts';
import { defaultVaeRules } from '../frameworks/vae-rules-of.ts';
import { formatMinutes } from '../french-format.ts';
import { addMonths, type PlainDate } from '../plain-date.ts';
import type { AccessRoute } from '../vocabulary.ts';
import { checkProfessionalContract } from './check-professional-contract.ts';
import type { TrainingContract } from './training-contract.ts';

export interface RouteHoursRequest {
  readonly route: AccessRoute;
  /** Training and evaluation due to this learner, dispensations taken off, in minutes. */
  readonly trainingMinutes: number;
  readonly startsOn: PlainDate;
  /** Last day, included; `null` when nobody knows it: nothing is said of the duration then. */
  readonly endsOn: PlainDate | null;
  /** Years of experience; `null` when not known. */
  readonly experienceYears: number | null;
  /** The employment contracts, whenever they run; nothing while nobody is employed. */
  readonly contracts?: readonly TrainingContract[];
  /** The experience that a VAE asks for under the version; the default where it says nothing. */
  readonly vae?: VaeRules;
}

/**
 * Whether hours and duration suit the access route (DOMAIN 4.7, 7). Warnings, never errors: an
 * agreement of the branch or of the OPCO may allow more, and a person decides. What a POEC leaves
 * for the company is information: nothing is wrong.
 */
export function checkRouteHours(request: RouteHoursRequest): readonly Finding[] {
  switch (request.route) {
    case 'professional_contract':
      return checkProfessionalContract(request);
    case 'reconversion_period':
      return checkReconversion(request);
    case 'jobseeker_poec_pic':
      return checkPoec(request);
    case 'vae':
      return checkVae(request);
    default:
      return [];
  }
}

/** 150 to 450 h over 12 months at most (W22–W25). */
function checkReconversion(request: RouteHoursRequest): readonly Finding[] {
  const source = 'DOMAIN 7, W22–W25';
  const { trainingMinutes, startsOn, endsOn } = request;
  const isWithin = trainingMinutes >= 150 * 60 && trainingMinutes <= 450 * 60;
  const isLong = endsOn !== null && endsOn >= addMonths(startsOn, 12);
  return [
    ...(isWithin
      ? []
      : [
          warning(
            'enrolment.reconversion-150-to-450h',
            '/route',
            `${formatMinutes(trainingMinutes)} de formation : une période de reconversion en demande de 150 h à 450 h.`,
            source,
          ),
        ]),
    ...(isLong
      ? [
          warning(
            'enrolment.reconversion-at-most-12-months',
            '/endsOn',
            'Une période de reconversion dure 12 mois au plus : rapprochez la fin de la formation.',
            source,
          ),
        ]
      : []),
  ];
}

/**
 * 400 h at most, of which a third at most in company (W43, W44). Jalon keeps the hours of the
 * centre alone: it says how many the company may add, half of these and no more than 400 h in all.
 */
function checkPoec({ trainingMinutes }: RouteHoursRequest): readonly Finding[] {
  const most = 400 * 60;
  const source = 'DOMAIN 7, W43, W44';
  if (trainingMinutes > most)
    return [
      warning(
        'enrolment.poec-at-most-400h',
        '/route',
        `${formatMinutes(trainingMinutes)} de formation : une POEC en finance 400 h au plus.`,
        source,
      ),
    ];
  const inCompany = Math.min(Math.floor(trainingMinutes / 2), most - trainingMinutes);
  return [
    {
      rule: 'enrolment.poec-third-in-company',
      severity: 'information',
      path: '/route',
      message: `POEC : ${formatMinutes(inCompany)} en entreprise au plus, en plus des ${formatMinutes(trainingMinutes)} au centre (un tiers du total, et 400 h en tout).`,
      source,
    },
  ];
}

/** Hours worked in a full-time year: experience is told in years, thresholds in hours (W11). */
const hoursPerYear = 1607;

/**
 * The experience that the version asks for: none by default, since the law of 2022 (W12, W13), with a
 * warning below the year of 1,607 h that the branch still asks for (W11).
 */
function checkVae({
  experienceYears,
  vae = defaultVaeRules,
}: RouteHoursRequest): readonly Finding[] {
  const hours = experienceYears === null ? null : experienceYears * hoursPerYear;
  const isBelow = (limit: number | null) => limit !== null && (hours ?? 0) < limit;
  const tell = (rule: string, limit: number, rest: string) => {
    const known =
      hours === null
        ? 'L’expérience n’est pas renseignée'
        : `Moins de ${formatMinutes(limit * 60)} d’expérience`;
    return [warning(rule, '/experienceYears', `${known} : ${rest}`, 'DOMAIN 4.7, W11, W12, W13')];
  };
  const { requiredHours, warnBelowHours } = vae;
  if (requiredHours !== null && isBelow(requiredHours))
    return tell(
      'enrolment.vae-experience-required',
      requiredHours,
      `cette version en demande ${formatMinutes(requiredHours * 60)} pour la VAE. Vérifiez avec le certificateur.`,
    );
  if (warnBelowHours === null || !isBelow(warnBelowHours)) return [];
  return tell(
    'enrolment.vae-experience-1607h',
    warnBelowHours,
    'la loi de décembre 2022 n’exige plus un an pour la VAE, mais la branche le demande encore. Vérifiez avec elle.',
  );
}

const warning = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'warning',
  path,
  message,
  source,
});
