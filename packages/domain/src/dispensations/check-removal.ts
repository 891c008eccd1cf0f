import type { Finding } from '../finding.ts';
import type { DispensationState } from '../vocabulary.ts';

/**
 * Whether a request may be deleted: only while it is a draft. Once filed it is kept, with the
 * branch's answer, in the learner's file (DOMAIN 5.2). Empty when nothing stops it.
 */
export const checkDispensationRemoval = (state: DispensationState): readonly Finding[] =>
  state === 'draft'
    ? []
    : [
        {
          rule: 'dispensation.draft-removed',
          severity: 'error',
          path: '',
          message: 'Une demande déposée ne se supprime plus : elle reste au dossier.',
          source: 'DOMAIN 5.2',
        },
      ];
