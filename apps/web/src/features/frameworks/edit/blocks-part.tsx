import { countNoun, formatMinutes } from '@jalon/domain';
import { Button, Group, Switch } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import type { DraftBlock } from '../version.ts';
import { blankBlock } from './draft-content.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { insertItem, moveItem, removeItem } from './list-moves.ts';
import { RowActions } from './row-actions.tsx';

/** The blocks in their order: adding, moving, taking away. */
export function BlocksPart() {
  const { draft, change, remove, open, goTo } = useEditor();
  const { blocks } = draft;
  const add = () => {
    change((whole) => ({ ...whole, blocks: [...whole.blocks, blankBlock()] }));
    goTo(`content.blocks.${blocks.length}.name`);
  };
  const take = (index: number, block: DraftBlock) =>
    remove(
      `Bloc ${block.code} retiré avec ${countNoun(block.modules.length, 'module')} et ${countNoun(block.assessments.length, 'épreuve')}.`,
      (whole) => ({ ...whole, blocks: removeItem(whole.blocks, index) }),
      (whole) => ({ ...whole, blocks: insertItem(whole.blocks, index, block) }),
    );
  return (
    <SectionCard
      title="Blocs"
      hint="dans l’ordre où ils sont enseignés"
      actions={
        <Button onClick={add} data-path="content.blocks">
          Ajouter un bloc
        </Button>
      }
    >
      {blocks.length === 0 && (
        <p className={classes.lead}>
          Une certification se compose de blocs, chacun acquis à part. Ajoutez le premier.
        </p>
      )}
      <ul className={classes.blocks}>
        {blocks.map((block, index) => (
          <li key={block.code}>
            <div>
              <button
                type="button"
                className={classes.textButton}
                onClick={() => open(`bloc-${index + 1}`)}
              >
                {block.code} · {block.name || 'sans nom'}
              </button>
              <div className={classes.lead}>{describeBlock(block)}</div>
            </div>
            <RowActions
              name={`le bloc ${block.code}`}
              index={index}
              count={blocks.length}
              onMove={(by) =>
                change((whole) => ({ ...whole, blocks: moveItem(whole.blocks, index, by) }))
              }
              onRemove={() => take(index, block)}
            />
          </li>
        ))}
      </ul>
      <Numbering />
    </SectionCard>
  );
}

const describeBlock = ({ modules, assessments }: DraftBlock): string =>
  [
    countNoun(modules.length, 'module'),
    formatMinutes(modules.reduce((total, { minutes }) => total + (minutes ?? 0), 0)),
    countNoun(assessments.length, 'épreuve'),
  ].join(' · ');

/** Codes by position suit nearly everyone; who has codes of their own keeps them. */
function Numbering() {
  const { isNumbered, setNumbered } = useEditor();
  return (
    <details className={classes.advanced}>
      <summary>Réglages avancés</summary>
      <Group mt="sm">
        <Switch
          label="Numéroter les codes d’après l’ordre : B1, B1-M2, B1-E3…"
          description={
            isNumbered
              ? 'Les codes suivent tout seuls quand vous déplacez ou retirez quelque chose.'
              : 'Vous écrivez les codes vous-même, en bas de chaque bloc.'
          }
          checked={isNumbered}
          onChange={(event) => setNumbered(event.currentTarget.checked)}
        />
      </Group>
    </details>
  );
}
