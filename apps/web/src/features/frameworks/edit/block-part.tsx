import { SimpleGrid, Stack } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import { AssessmentsCard } from './assessments-card.tsx';
import { BlockCodes } from './block-codes.tsx';
import { CompetencesCard } from './competences-card.tsx';
import { useEditor } from './editor-context.ts';
import { EquipmentCard } from './equipment-card.tsx';
import { DurationField, TextField } from './fields.tsx';
import { ModulesCard } from './modules-card.tsx';
import { PrerequisitesCard } from './prerequisites-card.tsx';
import { ThresholdCard } from './threshold-card.tsx';

/** One block of the draft, whole on one screen. */
export function BlockPart({ index }: { readonly index: number }) {
  const { draft } = useEditor();
  const path = `blocks.${index}`;
  const block = draft.blocks[index];
  if (!block) return null;
  return (
    <>
      <SectionCard title={`Bloc ${block.code}`}>
        <Stack>
          <TextField path={`${path}.name`} label="Nom du bloc" />
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextField
              path={`${path}.shortName`}
              label="Nom court"
              description="En tête de colonne"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
            />
            <DurationField path={`${path}.statedMinutes`} label="Heures annoncées" />
            <DurationField path={`${path}.evaluationMinutes`} label="Heures d’évaluation" />
          </SimpleGrid>
          <TextField
            path={`${path}.source`}
            label="Source"
            placeholder="Le document et la page où c’est écrit"
          />
        </Stack>
      </SectionCard>
      <ModulesCard blockIndex={index} block={block} />
      <PrerequisitesCard blockIndex={index} block={block} />
      <EquipmentCard blockIndex={index} block={block} />
      <CompetencesCard blockIndex={index} block={block} />
      <AssessmentsCard blockIndex={index} block={block} />
      <ThresholdCard blockIndex={index} block={block} />
      <BlockCodes blockIndex={index} block={block} />
    </>
  );
}
