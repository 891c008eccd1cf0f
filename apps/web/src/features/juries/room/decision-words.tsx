import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import classes from './room.module.css';
import { type Draft, isComplete, type RoomBlock } from './room-model.ts';

interface DecisionWordsProps {
  readonly block: RoomBlock;
  readonly draft: Draft;
  readonly isReadOnly: boolean;
  readonly needsMotive: boolean;
  /** Something was just typed here: the motive that it asks for takes the focus. */
  readonly isDirty: boolean;
  readonly onType: (draft: Draft) => void;
  readonly onSave: (draft: Draft) => void;
}

/** The motive, asked for at once when the decision differs; the recommendation, when there is one. */
export function DecisionWords({
  block,
  draft,
  isReadOnly,
  needsMotive,
  isDirty,
  onType,
  onSave,
}: DecisionWordsProps) {
  const [wantsAdvice, setWantsAdvice] = useState(false);
  const motive = useRef<HTMLTextAreaElement>(null);
  const awaitsMotive = needsMotive && isDirty && draft.motive === '' && !isReadOnly;
  useEffect(() => {
    if (awaitsMotive) motive.current?.focus();
  }, [awaitsMotive]);
  const hasAdvice = wantsAdvice || draft.recommendation !== '' || draft.decision !== 'acquired';
  const saveOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    if (!isComplete(block, draft)) return;
    onSave(draft);
    event.currentTarget.blur();
  };
  if (isReadOnly) return <WrittenWords draft={draft} />;
  return (
    <div className={classes.words}>
      {(needsMotive || draft.motive !== '') && (
        <Textarea
          ref={motive}
          label="Motif"
          description={`${whyMotive(block)} Entrée enregistre.`}
          autosize
          minRows={1}
          required={needsMotive}
          value={draft.motive}
          onKeyDown={saveOnEnter}
          onChange={({ currentTarget }) => onType({ ...draft, motive: currentTarget.value })}
        />
      )}
      {hasAdvice && (
        <Textarea
          label="Recommandation"
          autosize
          minRows={1}
          value={draft.recommendation}
          onKeyDown={saveOnEnter}
          onChange={({ currentTarget }) =>
            onType({ ...draft, recommendation: currentTarget.value })
          }
        />
      )}
      {!hasAdvice && (
        <button type="button" className={classes.more} onClick={() => setWantsAdvice(true)}>
          Ajouter une recommandation
        </button>
      )}
    </div>
  );
}

/** Why a motive is asked for: there was nothing to differ from while the file is incomplete. */
const whyMotive = ({ proposal }: RoomBlock): string =>
  proposal?.outcome === 'incomplete'
    ? 'Les données sont incomplètes, la règle ne propose rien : dites sur quoi le jury se fonde.'
    : 'La décision diffère de la proposition : dites pourquoi.';

/** What was written, once nothing can be changed. */
function WrittenWords({ draft: { motive, recommendation } }: { readonly draft: Draft }) {
  if (motive === '' && recommendation === '') return null;
  return (
    <dl className={classes.written}>
      {motive !== '' && (
        <div>
          <dt>Motif</dt>
          <dd>{motive}</dd>
        </div>
      )}
      {recommendation !== '' && (
        <div>
          <dt>Recommandation</dt>
          <dd>{recommendation}</dd>
        </div>
      )}
    </dl>
  );
}
