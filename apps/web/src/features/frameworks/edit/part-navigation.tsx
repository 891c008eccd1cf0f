import { countNoun } from '@jalon/domain';
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import cue from '../../../components/scroll-cue.module.css';
import { showCurrent, useOverflowEdges } from '../../../lib/use-overflow-edges.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { type PartKey, partOf, toFieldPath } from './pointers.ts';

/** The parts of the draft; each says how many points it still has. */
export function PartNavigation() {
  const { draft, part, open, findings, errors } = useEditor();
  const line = useRef<HTMLElement>(null);
  const edges = useOverflowEdges(line);
  useEffect(() => showCurrent(line.current), [part]);
  const faulty = new Set([
    ...Object.keys(errors),
    ...findings.filter(({ severity }) => severity === 'error').map(({ path }) => toFieldPath(path)),
  ]);
  const countOf = (key: PartKey) => [...faulty].filter((path) => partOf(path) === key).length;
  const parts: readonly { key: PartKey; label: string; isBlock?: boolean }[] = [
    { key: 'presentation', label: 'Présentation' },
    { key: 'heures', label: 'Heures et rythme' },
    { key: 'blocs', label: 'Blocs' },
    ...draft.blocks.map(({ code, shortName, name }, index) => ({
      key: `bloc-${index + 1}` as const,
      label: `${code} · ${shortName || name || 'sans nom'}`,
      isBlock: true,
    })),
    { key: 'validation', label: 'Validation' },
    { key: 'entree', label: 'Entrée et voies' },
    { key: 'sources', label: 'Sources' },
  ];
  return (
    <nav
      ref={line}
      aria-label="Parties du référentiel"
      className={`${cue.cue} ${classes.navigation}`}
      {...edges}
    >
      {parts.map(({ key, label, isBlock = false }) => (
        <button
          key={key}
          type="button"
          data-block={isBlock}
          aria-current={key === part ? 'true' : undefined}
          onClick={() => open(key)}
        >
          <span>{label}</span>
          <FaultCount count={countOf(key)} />
        </button>
      ))}
    </nav>
  );
}

const FaultCount = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <span className={classes.faults}>
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{countNoun(count, 'point')} à régler</VisuallyHidden>
    </span>
  );
