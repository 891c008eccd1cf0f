import type { DispensationView } from '@jalon/contract';
import { dispensationStateNames, formatMinutes } from '@jalon/domain';
import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEventHandler, ReactNode } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { useConflict } from '../../lib/use-conflict.ts';
import classes from './dispensations.module.css';

/** A step as both versions tell it. */
export interface StepVersion {
  readonly state: string;
  readonly on: string;
  readonly reference: string;
  readonly minutes?: string;
  readonly motive?: string;
}

/** Somebody else took the request further: what they wrote beside what was about to be written. */
export function StepConflict({
  conflict: { theirs, close },
  mine,
  isPending,
  onKeepMine,
}: {
  readonly conflict: ReturnType<typeof useConflict<DispensationView>>;
  readonly mine: StepVersion;
  readonly isPending: boolean;
  readonly onKeepMine: (revision: number) => void;
}) {
  const refresh = useQueryClient();
  if (!theirs) return null;
  const stateNames: Readonly<Record<string, string>> = dispensationStateNames;
  const { withdrawnOn, decidedOn, transmittedOn, filedOn, grantedMinutes } = theirs;
  return (
    <ConflictPanel
      fields={[
        {
          label: 'État',
          mine: stateNames[mine.state] ?? '',
          theirs: stateNames[theirs.state] ?? '',
        },
        {
          label: 'Date',
          mine: mine.on,
          theirs: withdrawnOn ?? decidedOn ?? transmittedOn ?? filedOn ?? '',
        },
        { label: 'Référence', mine: mine.reference, theirs: theirs.reference ?? '' },
        {
          label: 'Heures accordées',
          mine: mine.minutes ?? '',
          theirs: grantedMinutes === null ? '' : formatMinutes(grantedMinutes),
        },
        {
          label: 'Motif',
          mine: mine.motive ?? '',
          theirs: theirs.withdrawalMotive ?? theirs.motive ?? '',
        },
      ]}
      isPending={isPending}
      onKeepMine={() => onKeepMine(theirs.revision)}
      onTakeTheirs={() => {
        close();
        refresh.invalidateQueries();
      }}
    />
  );
}

interface StepFormProps {
  readonly title: string;
  readonly action: string;
  readonly problem: unknown;
  readonly isPending: boolean;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  /** Of a form that was opened: it closes, and what was typed is dropped. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

/** One step: its fields, why it was refused, its act. */
export const StepForm = ({
  title,
  action,
  problem,
  isPending,
  onSubmit,
  onCancel,
  children,
}: StepFormProps) => (
  <form onSubmit={onSubmit} noValidate className={classes.form}>
    <div className={classes.formTitle}>{title}</div>
    <ProblemAlert problem={problem} />
    {children}
    <Group gap="xs">
      <Button type="submit" variant="filled" loading={isPending}>
        {action}
      </Button>
      {onCancel && <Button onClick={onCancel}>Annuler</Button>}
    </Group>
  </form>
);
