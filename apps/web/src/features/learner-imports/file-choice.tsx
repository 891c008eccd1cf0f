import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { download } from '../../lib/api.ts';
import classes from './learner-imports.module.css';

/** Where a file is dropped or chosen. */
export function FileChoice({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const take = (file: File | null | undefined) => file && onChoose(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside
    <div
      className={classes.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div>Déposez votre fichier ici, une ligne par apprenant.</div>
      <FileButton onChange={take} accept=".csv,.txt,.xlsx">
        {(props) => (
          <Button {...props} variant="filled">
            Choisir un fichier
          </Button>
        )}
      </FileButton>
      <div className={classes.soft}>
        CSV ou Excel (.xlsx), 5 Mo au plus. Rien n’est écrit avant que vous n’ayez vu le résultat.
      </div>
      <Button size="xs" variant="subtle" onClick={() => download('GET /learner-imports/model', {})}>
        Télécharger un modèle
      </Button>
    </div>
  );
}
