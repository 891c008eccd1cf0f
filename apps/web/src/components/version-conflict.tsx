import { type ConflictField, ConflictPanel } from './conflict-panel.tsx';

interface VersionConflictProps<Theirs, Values> {
  /** What `useVersionedForm` gave. */
  readonly edit: {
    readonly form: { readonly getValues: () => Values };
    readonly theirs: Theirs | null;
    readonly show: (version: Theirs) => void;
  };
  readonly compare: (mine: Values, theirs: Theirs) => readonly ConflictField[];
  /** Saves what was typed over the revision that somebody else saved. */
  readonly onKeepMine: (revision: number) => void;
  readonly isPending: boolean;
}

/** In a form over a row: both versions once somebody else has saved it; nothing until then. */
export function VersionConflict<Theirs extends { readonly revision: number }, Values>({
  edit,
  compare,
  onKeepMine,
  isPending,
}: VersionConflictProps<Theirs, Values>) {
  const { theirs, form, show } = edit;
  if (theirs === null) return null;
  return (
    <ConflictPanel
      fields={compare(form.getValues(), theirs)}
      onKeepMine={() => onKeepMine(theirs.revision)}
      onTakeTheirs={() => show(theirs)}
      isPending={isPending}
    />
  );
}
