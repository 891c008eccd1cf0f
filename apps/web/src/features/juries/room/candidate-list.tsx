import { NativeSelect } from '@mantine/core';
import { StateBadge } from '../../../components/state-badge.tsx';
import { resultWords } from '../words.ts';
import classes from './room.module.css';
import {
  type Candidate,
  countDecided,
  type Decision,
  keyOf,
  mustConfirm,
  presentedBlocks,
  resultOf,
} from './room-model.ts';

interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly current: number;
  readonly onChoose: (index: number) => void;
}

/** Everyone of the session, in the order of the minutes, each with a state in a word. */
export function CandidateList({ candidates, decisions, current, onChoose }: CandidateListProps) {
  return (
    <>
      <ol className={classes.candidates}>
        {candidates.map((candidate, index) => (
          <li key={candidate.enrolmentId}>
            <button
              type="button"
              className={classes.candidate}
              aria-current={index === current ? 'true' : undefined}
              onClick={() => onChoose(index)}
            >
              <span className={classes.candidateName}>{candidate.name}</span>
              <CandidateState
                candidate={candidate}
                decisions={decisions}
                isCurrent={index === current}
              />
            </button>
          </li>
        ))}
      </ol>
      <NativeSelect
        className={classes.candidateSelect ?? ''}
        label="Candidat"
        value={String(current)}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
        data={candidates.map(({ name }, index) => ({
          value: String(index),
          label: `${index + 1}. ${name}`,
        }))}
      />
    </>
  );
}

function CandidateState({
  candidate,
  decisions,
  isCurrent,
}: {
  readonly candidate: Candidate;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly isCurrent: boolean;
}) {
  const isToConfirm = presentedBlocks(candidate).some((block) =>
    mustConfirm(block, decisions.get(keyOf(candidate.enrolmentId, block.blockCode))),
  );
  if (isToConfirm) return <StateBadge tone="warn">à confirmer</StateBadge>;
  const result = resultOf(candidate, decisions);
  if (result)
    return <StateBadge tone={resultWords[result].tone}>{resultWords[result].label}</StateBadge>;
  const decided = countDecided(candidate, decisions);
  if (decided > 0)
    return (
      <StateBadge tone="ready">
        {decided} sur {presentedBlocks(candidate).length}
      </StateBadge>
    );
  return isCurrent ? <StateBadge tone="ready">en cours</StateBadge> : null;
}
