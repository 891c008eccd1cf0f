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
  const hasAdvice =
    wantsAdvice || draft.recommendation !== '' || (draft.decision !== 'acquired' && !isReadOnly);
  const saveOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    if (!isComplete(block, draft)) return;
    onSave(draft);
    event.currentTarget.blur();
  };
  return (
    <div className={classes.words}>
      {(needsMotive || draft.motive !== '') && (
        <Textarea
          ref={motive}
          label="Motif"
          description="La décision diffère de la proposition : dites pourquoi. Entrée enregistre."
          autosize
          minRows={1}
          required={needsMotive}
          readOnly={isReadOnly}
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
          readOnly={isReadOnly}
          value={draft.recommendation}
          onKeyDown={saveOnEnter}
          onChange={({ currentTarget }) =>
            onType({ ...draft, recommendation: currentTarget.value })
          }
        />
      )}
      {!hasAdvice && !isReadOnly && (
        <button type="button" className={classes.more} onClick={() => setWantsAdvice(true)}>
          Ajouter une recommandation
        </button>
      )}
    </div>
  );
}
