import { describe, expect, it } from '@jest/globals';
import { addDays } from '../plain-date.ts';
import type { UnreportedCertificate } from './home-facts.ts';
import { list, today } from './test-morning.ts';
import { registryUrgency } from './write-registry-rows.ts';

const person = (name: string, days: number, state: UnreportedCertificate['state'] = 'to_send') => ({
  enrolmentId: `enrolment of ${name}`,
  name,
  state,
  dueOn: addDays(today, days),
});

describe('the three months to tell the Caisse des Dépôts (W72, W73)', () => {
  it('one row for all, with the days of the nearest limit', () => {
    const unreported = [
      person('Bonnet Maxime', 40),
      person('Abadie Lina', -2, 'rejected'),
      person('Roux Inès', 12, 'to_complete'),
    ];
    expect(list({ unreported }).late).toMatchObject([
      {
        days: -2,
        subject: '3 certifiés',
        fact: 'à transmettre à la Caisse des Dépôts',
        why: 'Délai de 3 mois passé depuis le 21 novembre 2026. 1 rejeté à corriger. 1 fiche à compléter. Bonnet Maxime, Abadie Lina, Roux Inès.',
      },
    ]);
  });

  it('binds no day until the limit is near', () => {
    const row = (days: number) => list({ unreported: [person('Abadie Lina', days)] }).atRisk[0];
    expect(row(30)?.days).toBe(30);
    expect(row(31)).toMatchObject({ days: null, subject: 'Abadie Lina' });
    expect(registryUrgency(today, today)).toBe('at_risk');
  });
});
