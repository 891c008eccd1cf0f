import { countNoun, type LearnerImportMode } from '@jalon/domain';
import { Button, Loader, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './learner-imports.module.css';
import type { Preview } from './use-preview.ts';

/** What is being done, said aloud too: nobody wonders, nobody clicks again. */
export const Busy = ({ children }: { readonly children: ReactNode }) => (
  <div role="status" className={classes.busy}>
    <Loader size="xs" />
    <span>{children}</span>
  </div>
);

interface ImportBarProps {
  readonly preview: Preview;
  readonly mode: LearnerImportMode;
  readonly onMode: (mode: LearnerImportMode) => void;
  readonly isWriting: boolean;
  /** The preview is being made again. */
  readonly isLooking: boolean;
  readonly onImport: () => void;
  readonly onAgain: () => void;
}

/** What to do with the faulty lines, and the one button that writes. */
export function ImportBar(props: ImportBarProps) {
  const { preview, mode, onMode, isWriting, isLooking, onImport, onAgain } = props;
  const { counts } = preview;
  const taken = counts.new + counts.changed;
  const isRefused = mode === 'all_or_nothing' && counts.error > 0;
  return (
    <div className={classes.bar}>
      {counts.error > 0 && (
        <Radio.Group
          label={
            counts.error === 1
              ? 'Que faire de la ligne en erreur ?'
              : `Que faire des ${counts.error} lignes en erreur ?`
          }
          value={mode}
          onChange={(value) => onMode(value === 'valid_rows' ? 'valid_rows' : 'all_or_nothing')}
        >
          <Radio
            value="all_or_nothing"
            label="Tout ou rien : je corrige le fichier d’abord"
            mt={4}
          />
          <Radio value="valid_rows" label="Importer seulement les lignes valables" mt={4} />
        </Radio.Group>
      )}
      {taken + counts.error > 0 && (
        <Button variant="filled" loading={isWriting || isLooking} onClick={onImport}>
          {isRefused || taken === 0
            ? 'Obtenir les lignes à corriger'
            : `Importer ${countNoun(taken, 'ligne')}`}
        </Button>
      )}
      <Button onClick={onAgain} disabled={isWriting}>
        Choisir un autre fichier
      </Button>
      {isWriting && <Busy>Envoi du fichier…</Busy>}
      {isLooking && <Busy>Jalon compare le fichier avec le centre…</Busy>}
    </div>
  );
}
