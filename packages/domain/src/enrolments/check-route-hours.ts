import type { Finding } from '../finding.ts';
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
}

/**
 * Whether hours and duration suit the access route (DOMAIN 4.7, 7). Warnings, never errors: an
 * agreement of the branch or of the OPCO may allow more, and a person decides.
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

/** The day from which a *période de reconversion* can begin; Pro-A before it (W22–W25). */
const reconversionFrom = '2026-02-01';

/** 150 to 450 h over 12 months at most, from 1 February 2026 on (W22–W25). */
function checkReconversion(request: RouteHoursRequest): readonly Finding[] {
  const source = 'DOMAIN 7, W22–W25';
  const { trainingMinutes, startsOn, endsOn } = request;
  const isEarly = startsOn < reconversionFrom;
  const isWithin = trainingMinutes >= 150 * 60 && trainingMinutes <= 450 * 60;
  const isLong = endsOn !== null && endsOn >= addMonths(startsOn, 12);
  return [
    ...(isEarly
      ? [
          warning(
            'enrolment.reconversion-since-2026',
            '/startsOn',
            'La période de reconversion existe depuis le 1er février 2026 : une entrée d’avant relève de la Pro-A. Vérifiez la date ou la voie d’accès.',
            source,
          ),
        ]
      : []),
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
    warning(
      'enrolment.poec-third-in-company',
      '/route',
      `POEC : ${formatMinutes(inCompany)} en entreprise au plus, en plus des ${formatMinutes(trainingMinutes)} au centre (un tiers du total, et 400 h en tout).`,
      source,
    ),
  ];
}

/** One year of experience, 1,607 h: asked by W11, no longer by the law of 2022 (W12, W13). */
function checkVae({ experienceYears }: RouteHoursRequest): readonly Finding[] {
  if (experienceYears !== null && experienceYears >= 1) return [];
  const known =
    experienceYears === null
      ? 'L’expérience n’est pas renseignée'
      : 'Moins d’un an d’expérience (1 607 h)';
  return [
    warning(
      'enrolment.vae-experience-1607h',
      '/experienceYears',
      `${known} : la loi de décembre 2022 n’exige plus un an pour la VAE, mais la branche le demande encore. Vérifiez avec elle.`,
      'DOMAIN 7, W11, W12, W13',
    ),
  ];
}

const warning = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'warning',
  path,
  message,
  source,
});
