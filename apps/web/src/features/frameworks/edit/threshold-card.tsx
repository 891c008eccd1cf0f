import { NativeSelect, SimpleGrid } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import { describeThreshold, thresholdStatusWords } from '../words.ts';
import type { BlockCardProps } from './block-card-props.ts';
import { toCheckable } from './draft-content.ts';
import { useEditor } from './editor-context.ts';
import { CountField } from './fields.tsx';

/** How many épreuves acquire the block, said back in words as it is typed. */
export function ThresholdCard({ blockIndex, block }: BlockCardProps) {
  const { draft, field } = useEditor();
  const path = `blocks.${blockIndex}`;
  const { blocks, credentials } = toCheckable(draft);
  const said = blocks[blockIndex];
  return (
    <SectionCard title="Seuil" hint={said && describeThreshold(said, credentials)}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CountField
          path={`${path}.requiredAssessments`}
          label={`Épreuves à acquérir, sur ${block.assessments.length}`}
          max={40}
        />
        <NativeSelect
          label="Ce seuil est"
          data={Object.entries(thresholdStatusWords).map(([value, label]) => ({ value, label }))}
          {...field(`${path}.thresholdStatus`)}
        />
      </SimpleGrid>
    </SectionCard>
  );
}
