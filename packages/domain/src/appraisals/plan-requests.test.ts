import { describe, expect, it } from '@jest/globals';
import { blockOf } from '../test-records.ts';
import { type AppraisalCandidate, planAppraisalRequests } from './plan-requests.ts';

const candidate = (more: Partial<AppraisalCandidate> = {}): AppraisalCandidate => ({
  enrolmentId: 'e1',
  learnerName: 'Maxime Bonnet',
  tutor: { name: 'Hélène Ferrand', email: 'h.ferrand@cabinet.example' },
  open: [],
  acquired: [],
  ...more,
});
const plan = (...candidates: AppraisalCandidate[]) =>
  planAppraisalRequests([blockOf('B1'), blockOf('B2')], candidates);

describe('whom to ask for an appraisal, DOMAIN 4.5', () => {
  it('asks for each block of each learner', () => {
    const { requests, skipped } = plan(candidate(), candidate({ enrolmentId: 'e2' }));
    expect(requests.map(({ enrolmentId, blockCode }) => `${enrolmentId} ${blockCode}`)).toEqual([
      'e1 B1',
      'e1 B2',
      'e2 B1',
      'e2 B2',
    ]);
    expect(skipped).toEqual([]);
  });

  it('asks on paper when the tutor has no address', () => {
    const { requests } = plan(candidate({ tutor: { name: 'Dr Ferrand', email: null } }));
    expect(requests.every(({ byMail }) => !byMail)).toBe(true);
  });

  it('asks nobody when there is no tutor, and says what to do', () => {
    const { requests, skipped } = plan(candidate({ tutor: null }));
    expect(requests).toEqual([]);
    expect(skipped[0]?.reason).toContain('ajoutez-le dans son emploi');
  });

  it('asks once at a time for a block', () => {
    const { requests, skipped } = plan(
      candidate({ open: [{ blockCode: 'B1', dueOn: '2026-12-18' }] }),
    );
    expect(requests.map(({ blockCode }) => blockCode)).toEqual(['B2']);
    expect(skipped[0]?.reason).toContain('déjà demandée pour le 18 décembre 2026');
  });

  it('leaves an acquired block alone, S1:L176', () => {
    const { requests, skipped } = plan(
      candidate({ acquired: [{ blockCode: 'B2', decidedOn: '2026-06-30' }] }),
    );
    expect(requests.map(({ blockCode }) => blockCode)).toEqual(['B1']);
    expect(skipped[0]?.reason).toContain('déjà acquis le bloc B2 le 30 juin 2026');
  });

  it('has nothing to ask for a block without competences', () => {
    const empty = { ...blockOf('B1'), competences: [] };
    expect(planAppraisalRequests([empty], [candidate()]).skipped[0]?.reason).toContain(
      'aucune compétence',
    );
  });
});
