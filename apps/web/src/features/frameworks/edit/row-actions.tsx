import { ActionIcon, Button } from '@mantine/core';
import classes from './edit.module.css';

interface RowActionsProps {
  /** What the row is, for those who do not see it: « le module Accueil ». */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Up, down, away: the same three on every row of the editor. */
export const RowActions = ({ name, index, count, onMove, onRemove }: RowActionsProps) => (
  <span className={classes.rowActions}>
    <ActionIcon
      variant="default"
      size={38}
      aria-label={`Monter ${name}`}
      disabled={index === 0}
      onClick={() => onMove(-1)}
    >
      ↑
    </ActionIcon>
    <ActionIcon
      variant="default"
      size={38}
      aria-label={`Descendre ${name}`}
      disabled={index === count - 1}
      onClick={() => onMove(1)}
    >
      ↓
    </ActionIcon>
    <Button aria-label={`Retirer ${name}`} onClick={onRemove} px="xs">
      Retirer
    </Button>
  </span>
);
