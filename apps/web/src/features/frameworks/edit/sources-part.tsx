import { Button, NativeSelect, Textarea } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import type { Draft } from '../version.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { TextField } from './fields.tsx';
import { insertItem, moveItem, removeItem } from './list-moves.ts';
import { named } from './modules-card.tsx';
import { RowActions } from './row-actions.tsx';

type Note = Draft['sources'][number];

const kinds = [
  { value: 'source', label: 'dit par la source' },
  { value: 'disagreement', label: 'les sources se contredisent' },
  { value: 'inferred', label: 'déduit, faute de source' },
];

/** Where figures come from, and what the sources leave open. */
export function SourcesPart() {
  const { draft, change, remove, goTo, field } = useEditor();
  const { sources } = draft;
  const withList = (whole: Draft, list: Note[]): Draft => ({ ...whole, sources: list });
  const add = () => {
    const note: Note = { reference: '', text: '', kind: 'source' };
    change((whole) => withList(whole, [...whole.sources, note]));
    goTo(`content.sources.${sources.length}.reference`);
  };
  return (
    <SectionCard title="Sources" hint="un auditeur doit pouvoir remonter à chaque chiffre">
      {sources.map((note, index) => (
        <div key={`source ${index}`} className={classes.source}>
          <div className={classes.sourceHead}>
            <TextField
              path={`sources.${index}.reference`}
              placeholder="Document, page"
              {...named('Référence', true)}
            />
            <NativeSelect label="Nature" data={kinds} {...field(`sources.${index}.kind`)} />
            <RowActions
              name={`la source ${index + 1}`}
              index={index}
              count={sources.length}
              onMove={(by) => change((w) => withList(w, moveItem(w.sources, index, by)))}
              onRemove={() =>
                remove(
                  `Source « ${note.reference} » retirée.`,
                  (w) => withList(w, removeItem(w.sources, index)),
                  (w) => withList(w, insertItem(w.sources, index, note)),
                )
              }
            />
          </div>
          <Textarea
            aria-label={`Ce que dit la source ${index + 1}`}
            autosize
            minRows={1}
            {...field(`sources.${index}.text`)}
          />
        </div>
      ))}
      <Button onClick={add}>Ajouter une source</Button>
    </SectionCard>
  );
}
