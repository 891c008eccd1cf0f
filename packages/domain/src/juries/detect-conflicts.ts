import type { ConflictKind } from '../vocabulary.ts';

/** Someone tied to a candidate: a trainer of theirs, their tutor, their employer. */
export interface CandidateTie {
  readonly kind: ConflictKind;
  readonly name: string;
  /** The person's id in the centre, when known. */
  readonly personId: string | null;
  readonly email: string | null;
}

export interface JudgingMember {
  readonly id: string;
  readonly name: string;
  readonly personId: string | null;
  readonly email: string | null;
}

export interface CandidateTies {
  readonly candidateId: string;
  readonly ties: readonly CandidateTie[];
}

/** A tie that a member declared, or that the office declared for them. */
export interface DeclaredConflict {
  readonly memberId: string;
  readonly candidateId: string;
  readonly kind: ConflictKind;
  readonly note: string;
}

export interface Conflict {
  readonly memberId: string;
  readonly candidateId: string;
  readonly kind: ConflictKind;
  /** `likely`: only the names agree, someone must look. */
  readonly certainty: 'certain' | 'likely';
  readonly origin: 'data' | 'declared';
  readonly facts: string;
  readonly source: string;
}

const tieNames: Record<ConflictKind, string> = {
  trainer: 'a formé ce candidat',
  tutor: 'est son tuteur',
  employer: 'est son employeur',
  family: 'est de sa famille',
  other: 'a un lien avec ce candidat',
};

/**
 * Every tie that forbids the member to judge each candidate: trainer, tutor or employer found in
 * the data by person or mail address (or, less surely, by name), and those declared (W34). One
 * conflict per member, candidate and kind.
 */
export function detectConflicts(
  member: JudgingMember,
  candidates: readonly CandidateTies[],
  declared: readonly DeclaredConflict[] = [],
): readonly Conflict[] {
  const conflicts = candidates.flatMap(({ candidateId, ties }) => [
    ...declared
      .filter((one) => one.memberId === member.id && one.candidateId === candidateId)
      .map((one) => declaredConflict(member, one)),
    ...ties.flatMap((tie) => conflictFromTie(member, candidateId, tie)),
  ]);
  return keepSurestPerKind(conflicts);
}

function declaredConflict(member: JudgingMember, declared: DeclaredConflict): Conflict {
  const note = declared.note.trim();
  return {
    memberId: member.id,
    candidateId: declared.candidateId,
    kind: declared.kind,
    certainty: 'certain',
    origin: 'declared',
    facts: `${member.name} ${tieNames[declared.kind]} : lien déclaré${note ? ` (${note})` : ''}.`,
    source: 'W34',
  };
}

function conflictFromTie(
  member: JudgingMember,
  candidateId: string,
  tie: CandidateTie,
): readonly Conflict[] {
  const certainty = certaintyOf(member, tie);
  if (certainty === null) return [];
  const doubt = certainty === 'likely' ? ' Même nom : à vérifier.' : '';
  return [
    {
      memberId: member.id,
      candidateId,
      kind: tie.kind,
      certainty,
      origin: 'data',
      facts: `${member.name} ${tieNames[tie.kind]}.${doubt}`,
      source: 'W34',
    },
  ];
}

function certaintyOf(member: JudgingMember, tie: CandidateTie): Conflict['certainty'] | null {
  if (member.personId !== null && member.personId === tie.personId) return 'certain';
  if (member.email !== null && tie.email !== null && sameText(member.email, tie.email)) {
    return 'certain';
  }
  return sameText(member.name, tie.name) ? 'likely' : null;
}

const sameText = (one: string, other: string) => plain(one) === plain(other);

/** Without accents, case, title or double spaces, words sorted: « Dr FERRAND Hélène ». */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !['dr', 'dr.', 'm.', 'mme'].includes(word))
    .toSorted()
    .join(' ');

function keepSurestPerKind(conflicts: readonly Conflict[]): readonly Conflict[] {
  const kept = new Map<string, Conflict>();
  for (const conflict of conflicts) {
    const key = `${conflict.memberId}/${conflict.candidateId}/${conflict.kind}`;
    const known = kept.get(key);
    if (!known || (known.certainty === 'likely' && conflict.certainty === 'certain')) {
      kept.set(key, conflict);
    }
  }
  return [...kept.values()];
}
