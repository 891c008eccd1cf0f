import { describe, expect, it } from '@jest/globals';
import { findEmployment } from './find-employment.ts';
import type { KnownEmployment } from './known-person.ts';
import { blankLearnerRow } from './read-learner-row.ts';
import { tellNewEmployer } from './tell-new-employer.ts';

const today = '2026-11-23';
const rowOf = (hireDate: string) => ({
  ...blankLearnerRow,
  employerName: 'Cabinet Ferrand',
  hireDate,
});
const contract = (id: string, hireDate: string, endsOn: string | null): KnownEmployment => ({
  id,
  endsOn,
  record: { employerName: 'CABINET FERRAND', siret: null, hireDate },
});
const ended = contract('ended', '2026-06-01', '2026-10-01');
const running = contract('running', '2026-11-02', null);
const fixedTerm = contract('fixed', '2026-11-02', '2027-04-30');
const find = (hireDate: string, ...known: KnownEmployment[]) =>
  findEmployment(rowOf(hireDate), known, today)?.id ?? null;

describe('an ended contract is not the running one (DOMAIN 6)', () => {
  it('a later hiring by the same employer is a new contract', () => {
    expect(find('2026-11-02', ended)).toBeNull();
    expect(find('2027-05-03', fixedTerm)).toBeNull();
  });

  it('the same hire date is that contract, ended or not', () => {
    expect(find('2026-06-01', running, ended)).toBe('ended');
    expect(find('2026-11-02', ended, running)).toBe('running');
  });

  it('another hire date corrects the one that runs', () => {
    expect(find('2026-11-09', ended, running)).toBe('running');
    expect(find('2026-10-26', fixedTerm)).toBe('fixed');
  });

  it('the new contract is told beside the one that has ended', () => {
    expect(tellNewEmployer(rowOf('2026-11-02'), [ended])).toBe(
      'Nouveau contrat chez Cabinet Ferrand : celui du 1er juin 2026 a fini le 1er octobre 2026. Ses délais partent de l’embauche du 2 novembre 2026. Si c’est le même contrat, écrivez sa date d’embauche comme dans le dossier.',
    );
  });
});
