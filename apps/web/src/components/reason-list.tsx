import type { Reason } from '@jalon/domain';
import { VisuallyHidden } from '@mantine/core';
import { keepFrenchSpaces } from '../lib/french-spaces.ts';
import classes from './reason-list.module.css';
import { SourceNote } from './source-note.tsx';

/** Why a decision came out as it did: each rule met or not, the facts, and where the rule is written. */
export function ReasonList({
  reasons,
  preventsNothing = false,
}: {
  readonly reasons: readonly Reason[];
  /** What is not met is worth knowing, and stops nobody. */
  readonly preventsNothing?: boolean;
}) {
  const unmet = preventsNothing
    ? { mark: '!', word: 'À savoir : ' }
    : { mark: '✕', word: 'Non satisfait : ' };
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ rule, met, facts, source }) => (
        <li
          key={`${rule} ${facts}`}
          className={classes.reason}
          data-met={met || (preventsNothing ? 'notice' : false)}
        >
          <span aria-hidden="true" className={classes.mark}>
            {met ? '✓' : unmet.mark}
          </span>
          <div>
            <VisuallyHidden>{met ? 'Satisfait : ' : unmet.word}</VisuallyHidden>
            <div>{keepFrenchSpaces(facts)}</div>
            <div className={classes.source}>
              <SourceNote source={source} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
