import type { Finding } from '../finding.ts';
import { formatDay, formatMinutes } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import { countMonths, listContractsDuring, type TrainingContract } from './training-contract.ts';

/** Minutes of a full-time year: 1,607 h worked, or 1,820 h paid. The coordinator picks the base. */
const yearlyBases = { worked: 1607 * 60, paid: 1820 * 60 } as const;

const source = 'DOMAIN 7, W28, W40–W42';

interface Training {
  readonly trainingMinutes: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly contracts?: readonly TrainingContract[];
}

/**
 * Whether the hours of a training suit a *contrat de professionnalisation*: at least 150 h, and 15 to
 * 25 % of the contract (W28, W40–W42). Its own dates count; those of the training where they are not
 * known, and the message says so. Every finding is a warning.
 */
export function checkProfessionalContract(training: Training): readonly Finding[] {
  const { trainingMinutes } = training;
  const short =
    trainingMinutes < 150 * 60
      ? [
          warning(
            'enrolment.training-at-least-150h',
            '/route',
            `${formatMinutes(trainingMinutes)} de formation : un contrat de professionnalisation en demande au moins 150 h.`,
          ),
        ]
      : [];
  const period = findPeriod(training);
  if (period.endsOn === null || period.endsOn < period.startsOn) return short;
  const years = countMonths(period.startsOn, period.endsOn) / 12;
  const share = (base: number) => trainingMinutes / (base * years);
  const shares = { worked: share(yearlyBases.worked), paid: share(yearlyBases.paid) };
  return [...short, ...checkShare(shares, period)];
}

interface Period {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** What the period is of: « la durée », and what to know of it. */
  readonly of: string;
  readonly note: string;
}

/** The dates of the contract where it has both; a CDI has no end, its period is that of the training. */
function findPeriod({ startsOn, endsOn, contracts = [] }: Training): Period {
  const contract = listContractsDuring(contracts, { startsOn, endsOn })
    .filter((one) => one.kind === 'professional_fixed_term' && one.endsOn !== null)
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
    .at(-1);
  if (contract?.endsOn)
    return {
      startsOn: contract.startsOn,
      endsOn: contract.endsOn,
      of: `du contrat (${formatDay(contract.startsOn)} – ${formatDay(contract.endsOn)})`,
      note: '',
    };
  const note = ' Compté sur les dates de la formation, faute de celles du contrat.';
  return { startsOn, endsOn, of: 'de la durée', note };
}

/** `worked` is the share on the hours worked, always above `paid`, the share on the hours paid. */
function checkShare(
  { worked, paid }: { readonly worked: number; readonly paid: number },
  { of, note }: Period,
): readonly Finding[] {
  const show = (percent: (share: number) => string) =>
    `${percent(worked)} ${of} sur la base de 1 607 h travaillées par an, ${percent(paid)} sur 1 820 h payées`;
  if (paid < 0.15) {
    const isSure = worked < 0.15;
    const rest = isSure ? '' : ', selon la base que retient l’OPCO';
    return [
      warning(
        'enrolment.training-at-least-15-percent',
        '/endsOn',
        `La formation fait ${show(percentBeside(0.15))} : il en faut au moins 15 %${rest}.${note}`,
      ),
    ];
  }
  if (worked <= 0.25) return [];
  const rest = paid > 0.25 ? '' : ', selon la base que retient l’OPCO';
  return [
    warning(
      'enrolment.training-at-most-25-percent',
      '/endsOn',
      `La formation fait ${show(percentBeside(0.25))} : au-delà de 25 %, il faut un accord de branche${rest}.${note}`,
    ),
  ];
}

/**
 * Whether a *contrat de professionnalisation* lasts what it may: a CDD of 6 to 12 months, 24 or 36 for
 * some (DOMAIN 7, W28, W40). No text opens more than 36: that is refused, the rest warns. Paths are
 * those of the employment; nothing is said of another contract, nor of a CDI.
 */
export function checkContractDuration(contract: TrainingContract): readonly Finding[] {
  const { kind, startsOn, endsOn } = contract;
  if (kind !== 'professional_fixed_term') return [];
  if (endsOn === null)
    return [
      warning(
        'employment.professional-contract-ends',
        '/endsOn',
        'Un contrat de professionnalisation en CDD a une fin : renseignez-la, la part de formation se compte sur sa durée.',
      ),
    ];
  const months = countMonths(startsOn, endsOn);
  const dates = `Du ${formatDay(startsOn)} au ${formatDay(endsOn)}`;
  if (months > 36)
    return [
      {
        ...warning(
          'employment.professional-contract-at-most-36-months',
          '/endsOn',
          `${dates}, ce contrat de professionnalisation dépasse 36 mois : aucun ne dure davantage. Vérifiez ses dates.`,
        ),
        severity: 'error',
      },
    ];
  if (months > 12)
    return [
      warning(
        'employment.professional-contract-6-to-12-months',
        '/endsOn',
        `${dates}, ce contrat de professionnalisation dépasse 12 mois : 24 ou 36 ne sont ouverts qu’à certains publics. Vérifiez avec l’OPCO.`,
      ),
    ];
  if (months >= 6) return [];
  return [
    warning(
      'employment.professional-contract-6-to-12-months',
      '/endsOn',
      `${dates}, ce contrat de professionnalisation dure moins de 6 mois : il en faut 6 à 12.`,
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

const warning = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'warning',
  path,
  message,
  source,
});
