import type { Finding } from '../finding.ts';
import type { DispensationState } from '../vocabulary.ts';
import type { Dispensation } from './dispensation.ts';

type Requested = Pick<Dispensation, 'blockCode' | 'moduleCode' | 'state'>;

const source = 'DOMAIN 5.2, S0:L202, S2:L196';

/**
 * Refuses a second request for a module or block while the first is open or granted: the same hours
 * would be asked twice. After a refusal or a partial answer a new request is possible.
 */
export function checkNewRequest(
  request: Pick<Dispensation, 'blockCode' | 'moduleCode'>,
  others: readonly Requested[],
): readonly Finding[] {
  const open = others.find(
    (other) =>
      other.blockCode === request.blockCode &&
      other.moduleCode === request.moduleCode &&
      other.state !== 'refused' &&
      other.state !== 'partial',
  );
  if (open === undefined) return [];
  const what = request.moduleCode === null ? 'ce bloc' : 'ce module';
  return [
    {
      rule: 'dispensation.asked-once',
      severity: 'error',
      path: request.moduleCode === null ? '/blockCode' : '/moduleCode',
      message: `Une dispense est déjà ${open.state === 'granted' ? 'accordée' : 'demandée'} pour ${what} : complétez-la plutôt que d’en créer une autre.`,
      source,
    },
  ];
}

/** A refusal, or a part of what was asked, is explained: the learner reads the motive. */
export function checkAnswerMotive(
  to: DispensationState,
  motive: string | null,
): readonly Finding[] {
  if ((to !== 'refused' && to !== 'partial') || motive?.trim()) return [];
  return [
    {
      rule: 'dispensation.answer-explained',
      severity: 'error',
      path: '/motive',
      message:
        to === 'refused'
          ? 'Indiquez pourquoi la dispense est refusée : l’apprenant le lira.'
          : 'Indiquez pourquoi une partie seulement est accordée : l’apprenant le lira.',
      source,
    },
  ];
}
