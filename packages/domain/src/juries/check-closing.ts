import type { Finding } from '../finding.ts';
import type { CompetenceBlock, JuryRules } from '../frameworks/framework.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type {
  BlockDecision,
  BlockProposal,
  ConflictKind,
  JurySessionState,
} from '../vocabulary.ts';
import { checkAttendance } from './check-attendance.ts';
import { checkAuthor, type DecisionAuthor } from './check-author.ts';
import {
  checkComposition,
  countColleges,
  hasBothColleges,
  hasParity,
  isDeciding,
  type JuryMember,
} from './check-composition.ts';
import { checkExternalShare } from './check-external-share.ts';
import { needsMotive } from './overall-result.ts';

export interface JuryCandidate {
  readonly id: string;
  readonly name: string;
  /** Codes of blocks acquired earlier: kept, so never judged again (S1:L176). */
  readonly heldBlockCodes: readonly string[];
  /** Codes of the blocks presented to this session; `null` for all that are not held. */
  readonly presentedBlockCodes: readonly string[] | null;
  /** Day on which the course was abandoned; `null` or absent while it was not. */
  readonly leftOn?: PlainDate | null;
}

export interface JuryBlockDecision {
  readonly candidateId: string;
  readonly blockCode: string;
  readonly proposal: BlockProposal;
  readonly decision: BlockDecision;
  readonly motive: string | null;
  /** What the rule proposes today. */
  readonly currentProposal: BlockProposal;
  /** The facts changed since the decision was taken (`hasProposalChanged`). */
  readonly isOutdated: boolean;
  /** The member who wrote it down; `null` for the office's entry in the jury's name. */
  readonly author: DecisionAuthor | null;
}

/** A conflict of one member for one candidate, and whether the member stood aside. */
export interface SessionConflict {
  readonly memberId: string;
  readonly candidateId: string;
  readonly kind: ConflictKind;
  readonly isRecused: boolean;
}

/** An error keeps the session open; a warning goes into the minutes. `path` is that of the input. */
export interface ClosingFinding extends Finding {
  readonly candidateId: string | null;
  readonly blockCode: string | null;
  readonly memberId: string | null;
}

export interface ClosingInput {
  readonly session: { readonly state: JurySessionState };
  readonly members: readonly JuryMember[];
  readonly candidates: readonly JuryCandidate[];
  readonly blocks: readonly CompetenceBlock[];
  readonly decisions: readonly JuryBlockDecision[];
  readonly conflicts: readonly SessionConflict[];
  /** How the jury of this certification sits (`juryRulesOf`). */
  readonly rules: JuryRules;
}

/**
 * Everything that keeps a jury session from closing (DOMAIN 4.6, Q7): it is not open, a
 * member is neither marked present nor absent, the jury is not valid, a candidate × block has no decision or two, a
 * motive is missing, the facts changed since the decision, its author does not sit any more, a member with a conflict has not stood
 * aside. Without an error (`hasError`), it may close; fewer than half of the voters from outside is
 * a warning (W34), and so is a decision on a block that another jury has acquired meanwhile: it has no
 * effect, since an acquired block is kept (S1:L176).
 */
export function checkClosing(input: ClosingInput): readonly ClosingFinding[] {
  return [
    ...checkState(input.session.state),
    ...checkAttendance(input.members).map((one) => ({
      ...one,
      candidateId: null,
      blockCode: null,
    })),
    ...checkJury(input.members, input.rules),
    ...input.candidates.flatMap((candidate) => [
      ...checkDecisions(candidate, input),
      ...checkRecusals(candidate, input),
    ]),
  ];
}

const finding = (
  rule: string,
  message: string,
  source: string,
  where: Partial<ClosingFinding> = {},
): ClosingFinding => ({
  rule,
  severity: 'error',
  path: '/members',
  candidateId: null,
  blockCode: null,
  memberId: null,
  message,
  source,
  ...where,
});

function checkState(state: JurySessionState): readonly ClosingFinding[] {
  if (state === 'open') return [];
  const message =
    state === 'closed'
      ? 'Cette session de jury est déjà close.'
      : 'Cette session de jury n’est pas ouverte. Ouvrez-la avant de la clore.';
  return [finding('jury.session-open', message, 'DOMAIN 4.6', { path: '/session/state' })];
}

function checkJury(members: readonly JuryMember[], rules: JuryRules): readonly ClosingFinding[] {
  const { reasons } = checkComposition(members, { rules });
  const share = checkExternalShare(members);
  return [
    ...reasons
      .filter(({ met }) => !met)
      .map(({ rule, facts, source }) => finding(rule, facts, source)),
    ...(share.met ? [] : [finding(share.rule, share.facts, share.source, { severity: 'warning' })]),
  ];
}

function checkDecisions(candidate: JuryCandidate, input: ClosingInput): readonly ClosingFinding[] {
  const own = input.decisions.filter(({ candidateId }) => candidateId === candidate.id);
  if (candidate.leftOn && own.length === 0) return [tellLeft(candidate, candidate.leftOn)];
  return input.blocks.flatMap((block) => {
    const decisions = own.filter(({ blockCode }) => blockCode === block.code);
    const where = { path: '/decisions', candidateId: candidate.id, blockCode: block.code };
    const name = `${candidate.name}, ${block.name}`;
    if (candidate.heldBlockCodes.includes(block.code)) {
      if (decisions.length === 0) return [];
      const message = `${name} : ce bloc a été acquis entre-temps devant un autre jury, la décision écrite ici reste sans effet.`;
      return [
        finding('jury.block-already-held', message, 'S1:L176', { ...where, severity: 'warning' }),
      ];
    }
    const isPresented = candidate.presentedBlockCodes?.includes(block.code) ?? true;
    if (isPresented && decisions.length === 0) {
      const message = `${name} : aucune décision n’est prise.`;
      return [finding('jury.decision-missing', message, 'S1:L174', where)];
    }
    if (decisions.length > 1) {
      const message = `${name} : ${decisions.length} décisions, il en faut une seule.`;
      return [finding('jury.decision-twice', message, 'DOMAIN 4.6', where)];
    }
    return decisions.flatMap((decision) => {
      const stated = checkGrounds(decision);
      const left = checkAuthor(decision.author);
      return [
        ...(stated ? [finding(stated.rule, `${name} : ${stated.what}`, 'DOMAIN 4.6', where)] : []),
        ...(left ? [finding(left.rule, `${name} : ${left.facts}`, left.source, where)] : []),
      ];
    });
  });
}

/** Nothing is decided of who has left: whether they come all the same is for the centre to say. */
const tellLeft = ({ id, name }: JuryCandidate, leftOn: PlainDate): ClosingFinding =>
  finding(
    'jury.candidate-left',
    `${name} a abandonné la formation le ${formatDay(leftOn)} : retirez ce candidat de la session, ou décidez de ses blocs s’il se présente.`,
    'S1:L174',
    { path: '/candidates', candidateId: id },
  );

const proposalNames: Record<BlockProposal, string> = {
  acquired: 'acquis',
  not_acquired: 'non acquis',
  incomplete: 'données incomplètes',
};

/** What a decision lacks to stand: the facts it was taken on, or a motive. */
function checkGrounds(decision: JuryBlockDecision): { rule: string; what: string } | null {
  const { isOutdated, proposal, currentProposal } = decision;
  if (isOutdated) {
    const change =
      proposal === currentProposal
        ? 'les faits ont changé'
        : `la proposition est passée de « ${proposalNames[proposal]} » à « ${proposalNames[currentProposal]} »`;
    const what = `${change} depuis la décision. Relisez-la et confirmez-la dans la salle.`;
    return { rule: 'jury.proposal-changed', what };
  }
  if (!isMotiveMissing(decision)) return null;
  return {
    rule: 'jury.motive-missing',
    what: 'la décision diffère de la proposition, indiquez le motif.',
  };
}

/** Whether a decision that differs from its proposal comes without a motive (DOMAIN 4.6). */
export const isMotiveMissing = ({
  proposal,
  decision,
  motive,
}: Pick<JuryBlockDecision, 'proposal' | 'decision' | 'motive'>): boolean =>
  needsMotive(proposal, decision) && (motive ?? '').trim() === '';

function checkRecusals(candidate: JuryCandidate, input: ClosingInput): readonly ClosingFinding[] {
  const conflicts = input.conflicts.filter(({ candidateId }) => candidateId === candidate.id);
  const recused = new Set(
    conflicts.filter(({ isRecused }) => isRecused).map(({ memberId }) => memberId),
  );
  const deciding = input.members.filter(isDeciding).filter(({ id }) => !recused.has(id));
  const tied = deciding.filter(({ id }) => conflicts.some(({ memberId }) => memberId === id));
  return [
    ...tied.map((member) => conflictFinding(member, candidate)),
    ...checkVotersLeft(candidate, deciding, recused.size, input.rules),
  ];
}

const conflictFinding = (member: JuryMember, candidate: JuryCandidate) =>
  finding(
    'jury.conflict-without-recusal',
    `${member.name} a un lien avec ${candidate.name} et doit se récuser pour ce candidat.`,
    'W34',
    { candidateId: candidate.id, memberId: member.id },
  );

/**
 * Too few voters of a college for one candidate keep the session open. Unequal voices are told in the
 * minutes: the sources ask for equal seats (W35, W36), which the session has, and nobody who has no
 * tie may be made to declare one.
 */
function checkVotersLeft(
  candidate: JuryCandidate,
  deciding: readonly JuryMember[],
  recusals: number,
  rules: JuryRules,
): readonly ClosingFinding[] {
  if (recusals === 0) return [];
  const count = countColleges(deciding);
  const where = { candidateId: candidate.id };
  const voters = `${countNoun(count.employers, 'employeur')} et ${countNoun(count.employees, 'salarié')} votent`;
  const told = `${candidate.name} : après récusation, ${voters}`;
  if (!hasBothColleges(count, rules)) {
    const least = countNoun(rules.membersPerCollege, 'votant');
    const message = `${told}, il faut au moins ${least} de chaque collège. Ajoutez un membre ou reportez ce candidat.`;
    return [finding('jury.both-colleges', message, 'W35, W36', where)];
  }
  if (hasParity(count, rules)) return [];
  const message = `${told}, à voix inégales pour ce candidat. S’abstenir n’y change rien : l’abstention compte parmi les votants, une récusation non.`;
  return [finding('jury.parity', message, 'W35, W36', { ...where, severity: 'warning' })];
}
