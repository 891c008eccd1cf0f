import type { Finding } from '../finding.ts';
import type { DispensationState } from '../vocabulary.ts';
import type { Dispensation } from './dispensation.ts';

type Requested = Pick<Dispensation, 'blockCode' | 'moduleCode' | 'state'>;

const source = 'DOMAIN 5.2, S0:L202, S2:L196';

/**
 * Refuses a request whose hours are asked or granted already: the same module or block twice, a
 * block that contains a module already asked, or a module of a block already asked. After a refusal,
 * a partial answer or a withdrawal a new request is possible.
 */
export function checkNewRequest(
  request: Pick<Dispensation, 'blockCode' | 'moduleCode'>,
  others: readonly Requested[],
): readonly Finding[] {
  const open = listOverlapping(request, others);
  const same = open.find(({ moduleCode }) => moduleCode === request.moduleCode);
  const path = request.moduleCode === null ? '/blockCode' : '/moduleCode';
  const error = (rule: string, message: string): readonly Finding[] => [
    { rule, severity: 'error', path, message, source },
  ];
  if (same !== undefined) {
    const what = request.moduleCode === null ? 'ce bloc' : 'ce module';
    return error(
      'dispensation.asked-once',
      `Une dispense est déjà ${wordOf(same)} pour ${what} : complétez-la plutôt que d’en créer une autre.`,
    );
  }
  const [overlapping] = open;
  if (overlapping === undefined) return [];
  return error(
    'dispensation.block-or-modules',
    overlapping.moduleCode === null
      ? `Une dispense de tout le bloc ${request.blockCode} est déjà ${wordOf(overlapping)} : elle comprend ce module.`
      : `Une dispense du module ${overlapping.moduleCode} est déjà ${wordOf(overlapping)} : demandez les autres modules un par un, ou reprenez cette demande.`,
  );
}

const leavesHoursFree: readonly DispensationState[] = ['refused', 'partial', 'withdrawn'];

/** The requests that ask, or were granted, hours of the same module or block. */
export const listOverlapping = (
  request: Pick<Dispensation, 'blockCode' | 'moduleCode'>,
  others: readonly Requested[],
): readonly Requested[] =>
  others.filter(
    ({ blockCode, moduleCode, state }) =>
      blockCode === request.blockCode &&
      (moduleCode === request.moduleCode || moduleCode === null || request.moduleCode === null) &&
      !leavesHoursFree.includes(state),
  );

const wordOf = ({ state }: Requested): string => (state === 'granted' ? 'accordée' : 'demandée');

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
