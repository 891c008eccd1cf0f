import { MultiSelect, SimpleGrid } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import type { BlockCardProps } from './block-card-props.ts';
import { useEditor } from './editor-context.ts';

/** Which modules are over before a module of the block begins; none by default. */
export function PrerequisitesCard({ blockIndex, block }: BlockCardProps) {
  const { draft, field, set } = useEditor();
  const modules = draft.blocks.flatMap((one) => one.modules).filter(({ code }) => code !== '');
  if (modules.length < 2) return null;
  return (
    <SectionCard title="Prérequis" hint="Facultatif : ce qui doit être fini avant chaque module">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {block.modules.map((module, index) => {
          const path = `blocks.${blockIndex}.modules.${index}.after`;
          const { value, ...input } = field(path);
          return (
            <MultiSelect
              key={module.code}
              label={`${module.name || module.code} vient après`}
              placeholder={value?.length ? '' : 'Rien en particulier'}
              searchable
              clearable
              nothingFoundMessage="Aucun module de ce nom."
              {...input}
              value={value ?? []}
              onChange={(codes) => set(path, codes.length > 0 ? codes : undefined)}
              data={modules
                .filter(({ code }) => code !== module.code)
                .map(({ code, name }) => ({ value: code, label: name || code }))}
            />
          );
        })}
      </SimpleGrid>
    </SectionCard>
  );
}
