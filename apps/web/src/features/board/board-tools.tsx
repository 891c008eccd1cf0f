import type { BoardLearner } from '@jalon/contract';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './board.module.css';
import { type BoardView, sumFigures } from './board-view.ts';

interface BoardToolsProps {
  readonly learners: readonly BoardLearner[];
  readonly view: BoardView;
  readonly onChange: (entries: Readonly<Record<string, string | undefined>>) => void;
}

/** Search by name, and whom to show; each choice says how many it keeps. */
export function BoardTools({ learners, view, onChange }: BoardToolsProps) {
  const { ready, atRisk, acquired } = sumFigures(learners);
  // The address follows what is typed; only clearing comes back from it.
  const [typed, setTyped] = useState(view.query);
  useEffect(() => {
    if (view.query === '') setTyped('');
  }, [view.query]);
  const search = (query: string) => {
    setTyped(query);
    onChange({ q: query || undefined });
  };
  return (
    <search className={classes.tools}>
      <TextInput
        type="search"
        aria-label="Chercher un apprenant"
        placeholder="Chercher un apprenant"
        value={typed}
        onChange={(event) => search(event.currentTarget.value)}
        className={classes.search ?? ''}
      />
      <SegmentedControl
        aria-label="Qui montrer"
        value={view.filter}
        onChange={(filter) => onChange({ filtre: filter === 'tous' ? undefined : filter })}
        data={[
          { value: 'tous', label: `Tous ${learners.length}` },
          { value: 'risque', label: `À risque ${atRisk}` },
          { value: 'prets', label: `Prêts ${ready}` },
          ...(acquired > 0 ? [{ value: 'acquis', label: `Tout acquis ${acquired}` }] : []),
        ]}
      />
    </search>
  );
}
