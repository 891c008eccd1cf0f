import type { Finding } from '../finding.ts';
import type { DispensationState } from '../vocabulary.ts';

/**
 * Whether what a request asks for may still change: only while it is a draft. What was filed is what
 * the branch answers (DOMAIN 5.2, S0:L202). Empty when nothing stops it.
 */
export const checkDraftChange = (state: DispensationState): readonly Finding[] =>
  state === 'draft'
    ? []
    : [
        {
          rule: 'dispensation.draft-changed',
          severity: 'error',
          path: '',
          message: 'Une demande déposée ne change plus : elle attend la réponse de la branche.',
          source: 'DOMAIN 5.2, S0:L202',
        },
      ];
