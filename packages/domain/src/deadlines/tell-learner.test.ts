import { describe, expect, it } from '@jest/globals';
import { tellCredential, tellDeadline } from './tell-learner.ts';

describe('deadlines in the learner’s words (DOMAIN 6)', () => {
  it('say what must be done, by when, and that the employer is bound', () => {
    expect(tellDeadline({ kind: 'obtain', dueOn: '2026-12-31' }, 'certificate')).toBe(
      'Vous devez avoir obtenu votre certificat au plus tard le 31 décembre 2026. Ce délai engage votre employeur envers l’Assurance Maladie, pas vous.',
    );
    expect(tellDeadline({ kind: 'obtain', dueOn: '2026-12-31' }, 'attestation')).toContain(
      'votre attestation',
    );
    expect(tellDeadline({ kind: 'enrol', dueOn: '2026-12-31' }, 'certificate')).toContain(
      'être en formation',
    );
  });

  it('name the last day of validity of an attestation, not the first day without', () => {
    expect(tellCredential({ name: 'AFGSU niveau 1' }, { expiresOn: '2026-12-02' })).toBe(
      'AFGSU niveau 1 : valable jusqu’au 1er décembre 2026 inclus. Un recyclage la prolonge.',
    );
  });
});
