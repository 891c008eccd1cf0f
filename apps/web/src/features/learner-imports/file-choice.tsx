import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { DownloadButton } from '../../components/download-button.tsx';
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
      <DownloadButton size="xs" variant="subtle" from="GET /learner-imports/model" request={{}}>
        Télécharger un modèle
      </DownloadButton>
    </div>
  );
}
