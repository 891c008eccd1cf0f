import { formatMinutes } from '@jalon/domain';
import { Button, NativeSelect } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import type { BlockCardProps } from './block-card-props.ts';
import { blankModule } from './draft-content.ts';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { DurationField, TextField } from './fields.tsx';
import { RowActions } from './row-actions.tsx';
import { useBlockList } from './use-block-list.ts';

/** The modules of a block with their hours. */
export function ModulesCard({ blockIndex, block }: BlockCardProps) {
  const list = useBlockList(blockIndex, 'modules');
  const { credentials } = useEditor().draft;
  const row =
    credentials.length > 0 ? `${classes.moduleRow} ${classes.withCredential}` : classes.moduleRow;
  const sum = block.modules.reduce((total, { minutes }) => total + (minutes ?? 0), 0);
  return (
    <SectionCard title="Modules" hint={describeSum(sum, block.statedMinutes)}>
      <div
        className={classes.rows}
        data-path={`content.blocks.${blockIndex}.modules`}
        tabIndex={-1}
      >
        {block.modules.map((module, index) => (
          <div key={module.code} className={row}>
            <ModuleFields path={`blocks.${blockIndex}.modules.${index}`} isFirst={index === 0} />
            <RowActions
              name={`le module ${module.name || module.code}`}
              index={index}
              count={block.modules.length}
              onMove={(by) => list.move(index, by)}
              onRemove={() =>
                list.remove(index, `Module « ${module.name || module.code} » retiré.`)
              }
            />
          </div>
        ))}
      </div>
      <Button onClick={() => list.add(blankModule(), 'name')}>Ajouter un module</Button>
    </SectionCard>
  );
}

function ModuleFields({ path, isFirst }: { readonly path: string; readonly isFirst: boolean }) {
  const { draft, field, set } = useEditor();
  const credential = field(`${path}.credentialCode`);
  return (
    <>
      <TextField path={`${path}.name`} {...named('Nom du module', isFirst)} />
      <DurationField path={`${path}.minutes`} placeholder="14 h" {...named('Durée', isFirst)} />
      {draft.credentials.length > 0 && (
        <NativeSelect
          {...named('Prépare', isFirst)}
          {...credential}
          value={credential.value ?? ''}
          onChange={(event) => set(`${path}.credentialCode`, event.currentTarget.value || null)}
          data={[
            { value: '', label: '–' },
            ...draft.credentials.map(({ code, name }) => ({ value: code, label: name || code })),
          ]}
        />
      )}
    </>
  );
}

/** A label above the first row only; the others keep it for screen readers. */
export const named = (label: string, isFirst: boolean) =>
  isFirst ? { label } : { 'aria-label': label };

function describeSum(sum: number, stated: number | null): string {
  if (stated === null || sum === stated) return formatMinutes(sum);
  return `${formatMinutes(sum)} pour ${formatMinutes(stated)} annoncées`;
}
