import type { Finding } from '../finding.ts';
import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import { formatMinutes } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DispensationState } from '../vocabulary.ts';

/** What a learner asks to be dispensed of: a module, or (with `moduleCode` null) a whole block. */
export interface DispensationScope {
  readonly blockCode: string;
  readonly moduleCode: string | null;
  /** Minutes of training asked for, at most those of the module or block. */
  readonly requestedMinutes: number;
}

/** A request for dispensation, from the centre's draft to the branch's answer (S0:L202). */
export interface Dispensation extends DispensationScope {
  readonly state: DispensationState;
  /** Reference under which it was sent to the branch, or of the branch's answer once given. */
  readonly reference: string | null;
  readonly filedOn: PlainDate | null;
  readonly transmittedOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  /** Set once answered: all that was asked, a part of it, or 0 when refused. */
  readonly grantedMinutes: number | null;
}

/** Minutes of training in a block; its evaluation is never part of a dispensation (Q3). */
export const trainingMinutesOf = (block: CompetenceBlock): number =>
  block.modules.reduce((total, module) => total + module.minutes, 0);

/** Checks that the scope is in the version and the request within its training hours. */
export function checkDispensationScope(
  framework: Framework,
  scope: DispensationScope,
): readonly Finding[] {
  const { blockCode, moduleCode, requestedMinutes } = scope;
  const error = (rule: string, path: string, message: string): readonly Finding[] => [
    { rule, severity: 'error', path, message, source: 'DOMAIN 5.2, S2:L196' },
  ];
  const block = framework.blocks.find(({ code }) => code === blockCode);
  if (block === undefined) {
    return error(
      'dispensation.scope-known',
      '/blockCode',
      `Le bloc ${blockCode} n’est pas dans le référentiel de cette inscription.`,
    );
  }
  const module = block.modules.find(({ code }) => code === moduleCode);
  if (moduleCode !== null && module === undefined) {
    return error(
      'dispensation.scope-known',
      '/moduleCode',
      `Le module ${moduleCode} n’est pas dans le bloc ${blockCode}.`,
    );
  }
  if (!Number.isInteger(requestedMinutes) || requestedMinutes <= 0) {
    return error(
      'dispensation.minutes-positive',
      '/requestedMinutes',
      'Donnez les heures demandées : un nombre plus grand que zéro.',
    );
  }
  const available = module?.minutes ?? trainingMinutesOf(block);
  if (requestedMinutes <= available) return [];
  return error(
    'dispensation.minutes-within-scope',
    '/requestedMinutes',
    `${formatMinutes(requestedMinutes)} demandées : ${module ? `le module « ${module.name} »` : `la formation du bloc ${blockCode}`} ne compte que ${formatMinutes(available)}.`,
  );
}
