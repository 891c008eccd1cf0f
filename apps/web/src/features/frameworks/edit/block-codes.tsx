import { SimpleGrid, TextInput } from '@mantine/core';
import type { BlockCardProps } from './block-card-props.ts';
import { renameCompetence } from './codes.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { TextField } from './fields.tsx';
import { replaceItem } from './list-moves.ts';

/** The codes of a block: given by themselves, open to who needs others. */
export function BlockCodes({ blockIndex, block }: BlockCardProps) {
  const { isNumbered, setNumbered } = useEditor();
  const path = `blocks.${blockIndex}`;
  return (
    <details className={classes.advanced}>
      <summary>Réglages avancés : les codes</summary>
      {isNumbered ? (
        <p className={classes.lead}>
          Les codes suivent l’ordre ({block.code}, {block.code}-M1, {block.code}-E1…).{' '}
          <button type="button" className={classes.textButton} onClick={() => setNumbered(false)}>
            Les écrire moi-même
          </button>
        </p>
      ) : (
        <SimpleGrid cols={{ base: 2, xs: 3 }} mt="sm">
          <TextField path={`${path}.code`} label="Bloc" />
          {block.modules.map((_module, index) => (
            <TextField
              key={`module ${index}`}
              path={`${path}.modules.${index}.code`}
              label={`Module ${index + 1}`}
            />
          ))}
          {block.competences.map((competence, index) => (
            <CompetenceCode
              key={`competence ${index}`}
              blockIndex={blockIndex}
              index={index}
              code={competence.code}
            />
          ))}
          {block.assessments.map((_assessment, index) => (
            <TextField
              key={`assessment ${index}`}
              path={`${path}.assessments.${index}.code`}
              label={`Épreuve ${index + 1}`}
            />
          ))}
        </SimpleGrid>
      )}
    </details>
  );
}

interface CompetenceCodeProps {
  readonly blockIndex: number;
  readonly index: number;
  readonly code: string;
}

/** Épreuves name competences by their code: they follow it. */
function CompetenceCode({ blockIndex, index, code }: CompetenceCodeProps) {
  const { field, draft, set } = useEditor();
  const rename = (to: string) => {
    const block = draft.blocks[blockIndex];
    if (!block) return;
    set('blocks', replaceItem(draft.blocks, blockIndex, renameCompetence(block, code, to)));
  };
  return (
    <TextInput
      label={`Compétence ${index + 1}`}
      {...field(`blocks.${blockIndex}.competences.${index}.code`)}
      onChange={(event) => rename(event.currentTarget.value)}
    />
  );
}
