import { type Finding, hasError } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { formatDay, formatMinutes } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DispensationState } from '../vocabulary.ts';
import { checkDispensationScope, type Dispensation } from './dispensation.ts';

/** The next state that a person asks for, with what that state needs. */
export interface DispensationStep {
  readonly to: DispensationState;
  /** Day of filing, of transmission or of the branch's answer; a real day. */
  readonly on: PlainDate;
  /** Needed at transmission; with an answer it replaces the former one when given. */
  readonly reference: string | null;
  /** Needed for a partial answer; `null` otherwise. */
  readonly grantedMinutes: number | null;
}

export interface DispensationAdvance {
  readonly framework: Framework;
  readonly dispensation: Dispensation;
  readonly step: DispensationStep;
  readonly today: PlainDate;
}

/** The dispensation after the step, or as it was with the findings at the step's fields. */
export interface DispensationResult {
  readonly outcome: 'advanced' | 'rejected';
  readonly dispensation: Dispensation;
  readonly findings: readonly Finding[];
}

const nextStates: Record<DispensationState, readonly DispensationState[]> = {
  draft: ['filed'],
  filed: ['transmitted'],
  transmitted: ['granted', 'partial', 'refused'],
  granted: [],
  partial: [],
  refused: [],
  withdrawn: [],
};

const stateNames: Record<DispensationState, string> = {
  draft: 'brouillon',
  filed: 'déposée',
  transmitted: 'transmise à la CPNEFP',
  granted: 'accordée',
  partial: 'partiellement accordée',
  refused: 'refusée',
  withdrawn: 'retirée',
};

/** Every state that may follow; none after the branch's answer, which is rectified, nor a withdrawal. */
export const listNextDispensationStates = (
  state: DispensationState,
): readonly DispensationState[] => nextStates[state];

/** Moves a dispensation one step: draft → filed → transmitted → granted, partial or refused. */
export function advanceDispensation(advance: DispensationAdvance): DispensationResult {
  const { framework, dispensation, step } = advance;
  if (!nextStates[dispensation.state].includes(step.to)) {
    const finding = error(
      'dispensation.state-follows',
      '/to',
      `Une dispense « ${stateNames[dispensation.state]} » ne peut pas devenir « ${stateNames[step.to]} ».`,
    );
    return { outcome: 'rejected', dispensation, findings: [finding] };
  }
  const findings = [
    ...checkDispensationScope(framework, dispensation),
    ...checkDay(advance),
    ...checkReference(step),
    ...checkGranted(dispensation, step),
  ];
  if (hasError(findings)) return { outcome: 'rejected', dispensation, findings };
  return { outcome: 'advanced', dispensation: applyStep(dispensation, step), findings };
}

function applyStep(dispensation: Dispensation, step: DispensationStep): Dispensation {
  const next = {
    ...dispensation,
    state: step.to,
    reference: step.reference?.trim() || dispensation.reference,
  };
  if (step.to === 'filed') return { ...next, filedOn: step.on };
  if (step.to === 'transmitted') return { ...next, transmittedOn: step.on };
  const decided = { ...next, decidedOn: step.on };
  if (step.to === 'granted') return { ...decided, grantedMinutes: dispensation.requestedMinutes };
  if (step.to === 'partial') return { ...decided, grantedMinutes: step.grantedMinutes };
  return { ...decided, grantedMinutes: 0 };
}

function checkDay({ dispensation, step, today }: DispensationAdvance): readonly Finding[] {
  const earlier = dispensation.transmittedOn ?? dispensation.filedOn;
  if (earlier !== null && step.on < earlier) {
    return [
      error(
        'dispensation.days-in-order',
        '/on',
        `Cette étape serait avant la précédente, du ${formatDay(earlier)} : vérifiez la date.`,
      ),
    ];
  }
  if (step.on <= today) return [];
  return [
    error(
      'dispensation.day-not-future',
      '/on',
      `Le ${formatDay(step.on)} n’est pas encore passé : notez l’étape quand elle a eu lieu.`,
    ),
  ];
}

function checkReference(step: DispensationStep): readonly Finding[] {
  if (step.to !== 'transmitted' || step.reference?.trim()) return [];
  return [
    error(
      'dispensation.reference-given',
      '/reference',
      'Donnez la référence de l’envoi à la branche : elle prouve la transmission.',
    ),
  ];
}

function checkGranted(
  { requestedMinutes }: Dispensation,
  { to, grantedMinutes }: DispensationStep,
): readonly Finding[] {
  if (to !== 'partial') {
    const expected = to === 'granted' ? requestedMinutes : 0;
    if (grantedMinutes === null || grantedMinutes === expected) return [];
    return [
      error(
        'dispensation.granted-minutes-match',
        '/grantedMinutes',
        `${formatMinutes(grantedMinutes)} ne va pas avec une dispense « ${stateNames[to]} » : choisissez « ${stateNames.partial} ».`,
      ),
    ];
  }
  const isPart =
    grantedMinutes !== null &&
    Number.isInteger(grantedMinutes) &&
    grantedMinutes > 0 &&
    grantedMinutes < requestedMinutes;
  if (isPart) return [];
  return [
    error(
      'dispensation.granted-is-part',
      '/grantedMinutes',
      `Une dispense partielle accorde plus de zéro et moins de ${formatMinutes(requestedMinutes)}, ce qui était demandé.`,
    ),
  ];
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 5.2, S0:L202, S2:L196',
});
