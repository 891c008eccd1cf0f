import type { Finding } from '../finding.ts';
import { formatMinutes } from '../french-format.ts';

/** Minutes of a full-time year: 1,607 h worked, or 1,820 h paid. The coordinator picks the base. */
export const yearlyBases = { worked: 1607 * 60, paid: 1820 * 60 } as const;
export type YearlyBase = keyof typeof yearlyBases;

export interface TrainingShareRequest {
  /** Training and evaluation under the contract, in minutes. */
  readonly trainingMinutes: number;
  /** Length of the contract, or of its training period, in months. */
  readonly contractMonths: number;
  readonly base: YearlyBase;
}

const minimumMinutes = 150 * 60;
const minimumShare = 0.15;
const maximumShare = 0.25;
const source = 'DOMAIN 7, W28, W40–W42';

/** Share of the contract spent in training, e.g. 0.174 for 279 h in a 12-month year of 1,607 h. */
export const trainingShare = (request: TrainingShareRequest): number =>
  request.trainingMinutes / ((yearlyBases[request.base] * request.contractMonths) / 12);

/**
 * Warns when a contrat de professionnalisation would have less than 150 h, or less than 15 % or
 * more than 25 % of its duration, in training. Never an error: a branch agreement may allow more.
 */
export function checkTrainingShare(request: TrainingShareRequest): readonly Finding[] {
  const warning = (rule: string, path: string, message: string): Finding => ({
    rule,
    severity: 'warning',
    path,
    message,
    source,
  });
  const findings: Finding[] = [];
  if (request.trainingMinutes < minimumMinutes) {
    findings.push(
      warning(
        'enrolment.training-at-least-150h',
        '/trainingMinutes',
        `${formatMinutes(request.trainingMinutes)} de formation : un contrat de professionnalisation en demande au moins 150 h.`,
      ),
    );
  }
  const share = trainingShare(request);
  const shown = `${(share * 100).toFixed(1).replace('.', ',')} %`;
  const hours = formatMinutes(yearlyBases[request.base]);
  if (share < minimumShare) {
    findings.push(
      warning(
        'enrolment.training-at-least-15-percent',
        '/contractMonths',
        `La formation fait ${shown} du contrat (base ${hours} par an) : il en faut au moins 15 %.`,
      ),
    );
  }
  if (share > maximumShare) {
    findings.push(
      warning(
        'enrolment.training-at-most-25-percent',
        '/contractMonths',
        `La formation fait ${shown} du contrat (base ${hours} par an) : au-delà de 25 %, un accord de branche est nécessaire.`,
      ),
    );
  }
  return findings;
}
