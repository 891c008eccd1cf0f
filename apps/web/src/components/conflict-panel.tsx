import { Button, Group } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import classes from './conflict-panel.module.css';

/** One field in both versions, as it is shown. */
export interface ConflictField {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

interface ConflictPanelProps {
  readonly fields: readonly ConflictField[];
  /** Saves what was typed over the other version. */
  readonly onKeepMine: () => void;
  /** Drops what was typed and shows the other version. */
  readonly onTakeTheirs: () => void;
  readonly isPending?: boolean;
}

/** After a 409: both versions side by side, and the person chooses. */
export function ConflictPanel({
  fields,
  onKeepMine,
  onTakeTheirs,
  isPending = false,
}: ConflictPanelProps) {
  const different = fields.filter(({ mine, theirs }) => mine !== theirs);
  const panel = useRef<HTMLDivElement>(null);
  // Saved from the foot of a long form, on a phone, the versions would open out of sight.
  useEffect(() => {
    // No return: newer browsers answer scrolls with a promise, which is no clean-up.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={panel} role="alert" className={classes.panel}>
      <p className={classes.title}>Quelqu’un a enregistré une autre version entre-temps</p>
      <p>Rien n’est perdu : comparez les deux, puis choisissez celle qui reste.</p>
      <div className={classes.versions}>
        <span className={classes.corner} />
        <span className={classes.head}>La vôtre</span>
        <span className={classes.head}>La leur</span>
        {different.map(({ label, mine, theirs }) => (
          <Fragment key={label}>
            <span className={classes.label}>{label}</span>
            <span>{mine || 'vide'}</span>
            <span>{theirs || 'vide'}</span>
          </Fragment>
        ))}
      </div>
      <Group mt="md">
        <Button onClick={onKeepMine} loading={isPending}>
          Garder ma version
        </Button>
        <Button onClick={onTakeTheirs} disabled={isPending}>
          Prendre la leur
        </Button>
      </Group>
    </div>
  );
}
