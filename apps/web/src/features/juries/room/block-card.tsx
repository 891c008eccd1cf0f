import type { BlockDecision } from '@jalon/domain';
import { capitalise, describeVote, tellKeptSince } from '@jalon/domain';
import { Button, Kbd, Title } from '@mantine/core';
import { useState } from 'react';
import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ReasonList } from '../../../components/reason-list.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import { decisionWords, proposalWords } from '../words.ts';
import { DecisionWords } from './decision-words.tsx';
import classes from './room.module.css';
import {
  asksForMotive,
  type Decision,
  type Draft,
  isChanged,
  isComplete,
  isOutdated,
  mustConfirm,
  type RoomBlock,
  whyUnseated,
} from './room-model.ts';
import type { BlockProblem } from './use-drafts.ts';
import { VoteField } from './vote-field.tsx';

const keys: Record<BlockDecision, string> = { acquired: 'A', not_acquired: 'N', adjourned: 'J' };
const colours: Record<BlockDecision, string> = {
  acquired: 'ok',
  not_acquired: 'bad',
  adjourned: 'warn',
};

interface BlockCardProps {
  readonly name: string;
  readonly block: RoomBlock;
  readonly decision: Decision | undefined;
  readonly draft: Draft;
  readonly problem: BlockProblem | null;
  readonly isCurrent: boolean;
  readonly isSaving: boolean;
  readonly isReadOnly: boolean;
  readonly onFocus: () => void;
  readonly onDecide: (decision: BlockDecision) => void;
  readonly onType: (draft: Draft) => void;
  readonly onSave: (draft: Draft) => void;
  readonly onTakeTheirs: () => void;
}

/** One block of a candidate: the proposal and its reasons, and beside it the jury's decision. */
export function BlockCard(props: BlockCardProps) {
  const { name, block } = props;
  return (
    <section
      aria-label={`${block.blockCode}, ${name}`}
      className={classes.block}
      data-current={props.isCurrent}
      onFocusCapture={props.onFocus}
    >
      <div className={classes.blockHead}>
        <Title order={2} className={classes.blockTitle ?? ''}>
          {block.blockCode} · {name}
        </Title>
        <BlockBadge block={block} />
      </div>
      {block.status === 'presented' ? (
        <Presented {...props} />
      ) : (
        <p className={classes.quiet}>{explain(block)}</p>
      )}
    </section>
  );
}

function BlockBadge({ block: { status, proposal } }: { readonly block: RoomBlock }) {
  if (status === 'held') return <StateBadge tone="ok">déjà acquis</StateBadge>;
  if (status === 'not_presented' || !proposal)
    return <StateBadge tone="mute">non présenté</StateBadge>;
  const { tone, label } = proposalWords[proposal.outcome];
  return <StateBadge tone={tone}>{label}</StateBadge>;
}

const explain = ({ status, heldOn, ...since }: RoomBlock): string =>
  status === 'held' && heldOn
    ? `Acquis au jury du ${tellKeptSince({ ...since, decidedOn: heldOn })} et conservé : il ne se juge pas à nouveau.`
    : 'Le candidat ne présente pas ce bloc à cette session.';

function Presented(props: BlockCardProps) {
  const { block, decision, draft, problem, isSaving, isReadOnly } = props;
  const [hasReasons, setHasReasons] = useState(false);
  const reasons = block.proposal?.reasons ?? [];
  const needsMotive = asksForMotive(block, draft.decision);
  const isDirty = isChanged(draft, decision);
  const isToConfirm = mustConfirm(block, decision);
  const unseated = whyUnseated(block, decision);
  return (
    <>
      {hasReasons ? (
        <ReasonList reasons={reasons} />
      ) : (
        <p className={classes.quiet}>
          {keepFrenchSpaces(reasons.map(({ facts }) => facts).join(' '))}
        </p>
      )}
      <button
        type="button"
        className={classes.more}
        aria-expanded={hasReasons}
        onClick={() => setHasReasons(!hasReasons)}
      >
        {hasReasons ? 'Masquer les règles' : 'Règles et sources'}
      </button>
      {isOutdated(block, decision) && (
        <p role="status" className={classes.outdated}>
          Les faits ont changé depuis cette décision : la proposition ci-dessus est la nouvelle.
          {isReadOnly ? '' : ' Confirmez la décision, ou changez-la.'}
        </p>
      )}
      {unseated && (
        <p role="status" className={classes.outdated}>
          {keepFrenchSpaces(capitalise(unseated.facts))}{' '}
          <small>
            <SourceNote source={unseated.source} />
          </small>
        </p>
      )}
      <DecisionButtons {...props} />
      {draft.decision !== null && (
        <DecisionWords {...props} needsMotive={needsMotive} isDirty={isDirty} />
      )}
      {draft.decision !== null && (
        <VoteField
          vote={draft.vote}
          isReadOnly={isReadOnly}
          onVote={(vote) => props.onType({ ...draft, vote })}
        />
      )}
      {problem?.theirs ? (
        <Conflict {...props} theirs={problem.theirs} />
      ) : (
        <ProblemAlert problem={problem?.problem ?? null} onRetry={() => props.onSave(draft)} />
      )}
      {isReadOnly && decision && (
        <div className={classes.saving}>
          <SavedBy decision={decision} />
        </div>
      )}
      {!isReadOnly && !problem?.theirs && (
        <div className={classes.saving} aria-live="polite">
          {(isDirty || isToConfirm) && draft.decision !== null ? (
            <Button
              size="compact-sm"
              disabled={!isComplete(block, draft)}
              loading={isSaving}
              onClick={() => props.onSave(draft)}
            >
              {isToConfirm && !isDirty ? 'Confirmer la décision' : 'Enregistrer la décision'}
            </Button>
          ) : (
            decision && <SavedBy decision={decision} />
          )}
        </div>
      )}
    </>
  );
}

/** Who wrote it down: the office's entry for the jury is another act, shown as such. */
function SavedBy({ decision: { decidedByName, origin } }: { readonly decision: Decision }) {
  return (
    <>
      Enregistré par {decidedByName}
      {origin === 'office' && (
        <>
          {' '}
          <StateBadge tone="mute">saisi par le centre</StateBadge>
        </>
      )}
    </>
  );
}

function DecisionButtons({ block, draft, isReadOnly, isSaving, onDecide }: BlockCardProps) {
  const mayDecide = useIsAllowed('jury:decide');
  if (!mayDecide) return <DecisionTaken decision={draft.decision} />;
  return (
    <fieldset aria-label={`Décision sur ${block.blockCode}`} className={classes.choices}>
      {(Object.keys(keys) as BlockDecision[]).map((choice) => {
        const isChosen = draft.decision === choice;
        return (
          <Button
            key={choice}
            aria-pressed={isChosen}
            disabled={isReadOnly && !isChosen}
            data-saving={isSaving}
            onClick={() => onDecide(choice)}
            {...(isChosen ? { variant: 'filled', color: colours[choice] } : {})}
            rightSection={<Kbd className={classes.key ?? ''}>{keys[choice]}</Kbd>}
          >
            {decisionWords[choice].label}
          </Button>
        );
      })}
    </fieldset>
  );
}

/** For whoever follows the session without a seat in it. */
const DecisionTaken = ({ decision }: { readonly decision: BlockDecision | null }) => (
  <p className={classes.taken}>
    {decision === null ? (
      'Le jury n’a pas encore décidé.'
    ) : (
      <>
        Décision du jury{' '}
        <StateBadge tone={decisionWords[decision].tone}>{decisionWords[decision].label}</StateBadge>
      </>
    )}
  </p>
);

function Conflict({
  draft,
  theirs,
  isSaving,
  onSave,
  onTakeTheirs,
}: BlockCardProps & { readonly theirs: Decision }) {
  const labelOf = (choice: BlockDecision | null) => (choice ? decisionWords[choice].label : '');
  return (
    <ConflictPanel
      fields={[
        { label: 'Décision', mine: labelOf(draft.decision), theirs: labelOf(theirs.decision) },
        { label: 'Motif', mine: draft.motive, theirs: theirs.motive ?? '' },
        {
          label: 'Recommandation',
          mine: draft.recommendation,
          theirs: theirs.recommendation ?? '',
        },
        {
          label: 'Vote',
          mine: draft.vote ? describeVote(draft.vote) : '',
          theirs: theirs.vote ? describeVote(theirs.vote) : '',
        },
        { label: 'Par', mine: 'vous', theirs: theirs.decidedByName },
      ]}
      isPending={isSaving}
      onKeepMine={() => onSave(draft)}
      onTakeTheirs={onTakeTheirs}
    />
  );
}
