import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasError } from '../finding.ts';
import { defaultJuryRules } from '../frameworks/jury-rules-of.ts';
import { leMans } from '../test-records.ts';
import {
  type ClosingInput,
  checkClosing,
  type JuryBlockDecision,
  type JuryCandidate,
} from './check-closing.ts';
import type { JuryMember } from './check-composition.ts';

const member = (id: string, college: JuryMember['college'], isChair = false): JuryMember => ({
  id,
  name: `Membre ${id}`,
  college,
  isChair,
  isPresent: true,
  isVoting: true,
  isInternal: false,
});
const maxime: JuryCandidate = {
  id: 'c1',
  name: 'Bonnet Maxime',
  heldBlockCodes: [],
  presentedBlockCodes: null,
};
const decide = (blockCode: string, more: Partial<JuryBlockDecision> = {}): JuryBlockDecision => ({
  candidateId: 'c1',
  blockCode,
  proposal: 'acquired',
  decision: 'acquired',
  motive: null,
  currentProposal: more.proposal ?? 'acquired',
  isOutdated: false,
  author: null,
  ...more,
});
const session: ClosingInput = {
  session: { state: 'open' },
  members: [
    member('m1', 'employer', true),
    member('m2', 'employer'),
    member('m3', 'employee'),
    member('m4', 'employee'),
  ],
  candidates: [maxime],
  blocks: leMans.blocks,
  decisions: leMans.blocks.map(({ code }) => decide(code)),
  conflicts: [],
  rules: defaultJuryRules,
};
const check = (more: Partial<ClosingInput>) => checkClosing({ ...session, ...more });
const rulesOf = (findings: ReturnType<typeof checkClosing>) => findings.map(({ rule }) => rule);
const rules = (more: Partial<ClosingInput>) => rulesOf(check(more));

describe('closing a jury session (DOMAIN 4.6, Q7)', () => {
  it('closes when all is decided by a valid jury', () => {
    expect(check({})).toEqual([]);
  });

  it('not while a member who came later is neither marked present nor absent', () => {
    const late = { ...member('m5', 'employee'), isPresent: null };
    expect(rules({ members: [...session.members, late] })).toEqual(['jury.attendance-marked']);
  });

  it('closes only once, and only when open', () => {
    expect(check({ session: { state: 'closed' } })[0]?.message).toBe(
      'Cette session de jury est déjà close.',
    );
    expect(rules({ session: { state: 'prepared' } })).toEqual(['jury.session-open']);
  });

  it('closes without parity where the certification asks none, after recusals too', () => {
    const rules = { ...defaultJuryRules, parity: false };
    const members = [...session.members, member('m5', 'employee')];
    const conflicts = [
      { memberId: 'm1', candidateId: 'c1', kind: 'employer' as const, isRecused: true },
    ];
    expect(check({ members, rules, conflicts })).toEqual([]);
    expect(rulesOf(check({ members, conflicts }))).toEqual(['jury.parity', 'jury.parity']);
  });

  it('asks about a candidate who has left, once, until something is decided of them', () => {
    const gone = { ...maxime, leftOn: '2026-11-21' };
    expect(check({ candidates: [gone], decisions: [] })).toMatchObject([
      { rule: 'jury.candidate-left', message: expect.stringContaining('le 21 novembre 2026') },
    ]);
    expect(check({ candidates: [gone] })).toEqual([]);
  });

  it('waits for a decision on each candidate and block', () => {
    const findings = check({ decisions: ['B1', 'B2', 'B4'].map((code) => decide(code)) });
    expect(findings).toMatchObject([
      {
        rule: 'jury.decision-missing',
        severity: 'error',
        candidateId: 'c1',
        blockCode: 'B3',
        source: 'S1:L174',
      },
    ]);
  });

  it('asks nothing of a block already held; what was written on it meanwhile has no effect (S1:L176)', () => {
    const candidates = [{ ...maxime, heldBlockCodes: ['B1'] }];
    const others = ['B2', 'B3', 'B4'].map((code) => decide(code));
    expect(rules({ candidates, decisions: others })).toEqual([]);
    expect(check({ candidates })).toMatchObject([
      { rule: 'jury.block-already-held', severity: 'warning', blockCode: 'B1' },
    ]);
  });

  it('asks only for the blocks presented to this session', () => {
    const candidates = [{ ...maxime, presentedBlockCodes: ['B1'] }];
    expect(rules({ candidates, decisions: [decide('B1')] })).toEqual([]);
  });

  it('asks for a motive when the decision differs from the proposal', () => {
    const differing = (motive: string | null) =>
      session.decisions.map((one) =>
        one.blockCode === 'B2' ? { ...one, decision: 'not_acquired' as const, motive } : one,
      );
    expect(rules({ decisions: differing(null) })).toEqual(['jury.motive-missing']);
    expect(rules({ decisions: differing('   ') })).toEqual(['jury.motive-missing']);
    expect(rules({ decisions: differing('Téléconsultation à reprendre') })).toEqual([]);
  });

  it('refuses a decision whose facts were corrected since: the jury looks again', () => {
    const outdated = session.decisions.map((one) =>
      one.blockCode === 'B2'
        ? { ...one, currentProposal: 'not_acquired' as const, isOutdated: true }
        : one,
    );
    expect(check({ decisions: outdated })).toMatchObject([
      {
        rule: 'jury.proposal-changed',
        severity: 'error',
        blockCode: 'B2',
        message: expect.stringContaining(
          'la proposition est passée de « acquis » à « non acquis » depuis la décision',
        ),
      },
    ]);
    const sameOutcome = session.decisions.map((one) => ({
      ...one,
      isOutdated: one.blockCode === 'B2',
    }));
    expect(check({ decisions: sameOutcome })[0]?.message).toContain('les faits ont changé');
  });

  it('warns, and closes, when fewer than half of the voters come from outside (W34)', () => {
    const members = session.members.map((one) => ({ ...one, isInternal: one.id !== 'm1' }));
    const findings = check({ members });
    expect(findings).toMatchObject([{ rule: 'jury.external-half', severity: 'warning' }]);
    expect(hasError(findings)).toBe(false);
  });

  it('refuses a decision whose author does not sit any more, until a member who sits confirms it', () => {
    const author = { name: 'Membre m5', seat: 'none' as const, isTied: false };
    const by = (more: JuryBlockDecision['author']) =>
      session.decisions.map((one) => (one.blockCode === 'B2' ? { ...one, author: more } : one));
    expect(check({ decisions: by(author) })).toMatchObject([
      {
        rule: 'jury.author-sits',
        severity: 'error',
        candidateId: 'c1',
        blockCode: 'B2',
        source: 'DOMAIN 4.6, W34',
        message: expect.stringMatching(/^Bonnet Maxime, .*à confirmer par un membre qui siège\.$/),
      },
    ]);
    expect(check({ decisions: by({ ...author, seat: 'sitting' }) })).toEqual([]);
  });

  it('refuses two decisions on one block', () => {
    expect(rules({ decisions: [...session.decisions, decide('B1')] })).toEqual([
      'jury.decision-twice',
    ]);
  });

  it('refuses a jury out of parity', () => {
    expect(rules({ members: session.members.slice(0, 3) })).toEqual(['jury.parity']);
  });

  it('a member with a tie must stand aside for that candidate (W34)', () => {
    const tie = { memberId: 'm2', candidateId: 'c1', kind: 'employer' as const };
    const findings = check({ conflicts: [{ ...tie, isRecused: false }] });
    expect(findings).toMatchObject([
      { rule: 'jury.conflict-without-recusal', severity: 'error', memberId: 'm2' },
    ]);
    const recused = check({ conflicts: [{ ...tie, isRecused: true }] });
    expect(recused).toMatchObject([{ rule: 'jury.parity', severity: 'warning' }]);
    expect(hasError(recused)).toBe(false);
  });

  it('a recusal must leave a vote to each college', () => {
    const conflicts = ['m3', 'm4'].map((memberId) => ({
      memberId,
      candidateId: 'c1',
      kind: 'trainer' as const,
      isRecused: true,
    }));
    expect(rules({ conflicts })).toEqual(['jury.both-colleges']);
  });

  it('a recusal leaves as many voters of each college as the certification asks', () => {
    const recuse = (...ids: string[]) =>
      ids.map((memberId) => ({
        memberId,
        candidateId: 'c1',
        kind: 'trainer' as const,
        isRecused: true,
      }));
    const two = { ...defaultJuryRules, membersPerCollege: 2 };
    const findings = check({ conflicts: recuse('m2', 'm4'), rules: two });
    expect(findings).toMatchObject([
      {
        rule: 'jury.both-colleges',
        severity: 'error',
        candidateId: 'c1',
        message:
          'Bonnet Maxime : après récusation, 1 employeur et 1 salarié votent, il faut au moins 2 votants de chaque collège. Ajoutez un membre ou reportez ce candidat.',
      },
    ]);
    expect(check({ conflicts: recuse('m2', 'm4') })).toEqual([]);
    expect(check({ conflicts: recuse('m2') })[0]?.message).toContain(
      '1 employeur et 2 salariés votent, à voix inégales pour ce candidat. S’abstenir n’y change rien',
    );
  });

  it('a tie with one candidate does not touch the others, nor an absent member', () => {
    const conflict = { memberId: 'm2', kind: 'tutor' as const, isRecused: false };
    expect(check({ conflicts: [{ ...conflict, candidateId: 'c2' }] })).toEqual([]);
    const members = session.members.map((one) => ({
      ...one,
      isVoting: one.id !== 'm2' && one.id !== 'm4',
    }));
    expect(check({ members, conflicts: [{ ...conflict, candidateId: 'c1' }] })).toEqual([]);
  });

  it('may close exactly when every block that is not held has its decision', () => {
    const codes = leMans.blocks.map(({ code }) => code);
    fc.assert(
      fc.property(fc.subarray(codes), fc.subarray(codes), (heldBlockCodes, decided) => {
        const decisions = decided.map((code) => decide(code));
        const findings = check({ candidates: [{ ...maxime, heldBlockCodes }], decisions });
        const isComplete = codes.every(
          (code) => decided.includes(code) || heldBlockCodes.includes(code),
        );
        expect(hasError(findings)).toBe(!isComplete);
      }),
    );
  });
});
