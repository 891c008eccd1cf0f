import type { Finding } from '../finding.ts';
import { formatMinutes } from '../french-format.ts';
import { addDays, addMonths, daysBetween, type PlainDate } from '../plain-date.ts';
import type { AccessRoute } from '../vocabulary.ts';

/** Minutes of a full-time year: 1,607 h worked, or 1,820 h paid. The coordinator picks the base. */
const yearlyBases = { worked: 1607 * 60, paid: 1820 * 60 } as const;

export interface RouteHoursRequest {
  readonly route: AccessRoute;
  /** Training and evaluation due to this learner, dispensations taken off, in minutes. */
  readonly trainingMinutes: number;
  readonly startsOn: PlainDate;
  /** Last day, included; `null` when nobody knows it: nothing is said of the duration then. */
  readonly endsOn: PlainDate | null;
  /** Years of experience; `null` when not known. */
  readonly experienceYears: number | null;
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

/** At least 150 h, and 15 to 25 % of the contract (W28, W40–W42). */
function checkProfessionalContract(request: RouteHoursRequest): readonly Finding[] {
  const source = 'DOMAIN 7, W28, W40–W42';
  const { trainingMinutes, startsOn, endsOn } = request;
  const short =
    trainingMinutes < 150 * 60
      ? [
          warning(
            'enrolment.training-at-least-150h',
            '/route',
            `${formatMinutes(trainingMinutes)} de formation : un contrat de professionnalisation en demande au moins 150 h.`,
            source,
          ),
        ]
      : [];
  if (endsOn === null || endsOn < startsOn) return short;
  const years = countMonths(startsOn, addDays(endsOn, 1)) / 12;
  const share = (base: number) => trainingMinutes / (base * years);
  return [...short, ...checkShare(share(yearlyBases.worked), share(yearlyBases.paid), source)];
}

/** Months from one day to another, the last one in part: a contract is counted in months (DOMAIN 7). */
function countMonths(from: PlainDate, to: PlainDate): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  const touched = 12 * (toYear - fromYear) + toMonth - fromMonth;
  const months = addMonths(from, touched) > to ? touched - 1 : touched;
  const [last, next] = [addMonths(from, months), addMonths(from, months + 1)];
  return months + daysBetween(last, to) / daysBetween(last, next);
}

/** `worked` is the share on the hours worked, always above `paid`, the share on the hours paid. */
function checkShare(worked: number, paid: number, source: string): readonly Finding[] {
  const show = (percent: (share: number) => string) =>
    `${percent(worked)} de la durée sur la base de 1 607 h travaillées par an, ${percent(paid)} sur 1 820 h payées`;
  if (paid < 0.15) {
    const isSure = worked < 0.15;
    const rest = isSure ? '' : ', selon la base que retient l’OPCO';
    return [
      warning(
        'enrolment.training-at-least-15-percent',
        '/endsOn',
        `La formation fait ${show(percentBeside(0.15))} : il en faut au moins 15 %${rest}.`,
        source,
      ),
    ];
  }
  if (worked <= 0.25) return [];
  const rest = paid > 0.25 ? '' : ', selon la base que retient l’OPCO';
  return [
    warning(
      'enrolment.training-at-most-25-percent',
      '/endsOn',
      `La formation fait ${show(percentBeside(0.25))} : au-delà de 25 %, il faut un accord de branche${rest}.`,
      source,
    ),
  ];
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

/** Rounded, but never to the limit that it misses: « 15,0 % : il en faut 15 » contradicts itself. */
function percentBeside(limit: number): (share: number) => string {
  return (share) => {
    const rounded = Math.round(share * 1_000);
    const isTold = rounded !== limit * 1_000 || share === limit;
    return percent(isTold ? rounded : rounded + Math.sign(share - limit));
  };
}

const percent = (thousandths: number): string =>
  `${(thousandths / 10).toFixed(1).replace('.', ',')} %`;

const warning = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'warning',
  path,
  message,
  source,
});
