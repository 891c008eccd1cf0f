import { Checkbox, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import type { DraftAssessment, DraftBlock } from '../version.ts';
import { AssessmentTargets } from './assessment-targets.tsx';
import { useEditor } from './editor-context.ts';
import { TextField } from './fields.tsx';

interface AssessmentFieldsProps {
  readonly path: string;
  readonly block: DraftBlock;
  readonly assessment: DraftAssessment;
}

/** One épreuve: its title, how it is acquired, and what it targets. */
export function AssessmentFields({ path, block, assessment }: AssessmentFieldsProps) {
  const { draft, field, set } = useEditor();
  const credential = field(`${path}.credentialCode`);
  return (
    <Stack gap="sm">
      <TextField
        path={`${path}.title`}
        label="Intitulé"
        placeholder="À compléter d’après le référentiel d’évaluation"
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {draft.credentials.length > 0 && (
          <NativeSelect
            label="S’acquiert"
            {...credential}
            value={credential.value ?? ''}
            onChange={(event) => set(`${path}.credentialCode`, event.currentTarget.value || null)}
            data={[
              { value: '', label: 'par ses critères' },
              ...draft.credentials.map(({ code, name }) => ({
                value: code,
                label: `en détenant ${name || code}`,
              })),
            ]}
          />
        )}
        <Checkbox
          mt={draft.credentials.length > 0 ? 34 : 0}
          label="Obligatoire pour acquérir le bloc"
          checked={assessment.mandatory}
          onChange={(event) => set(`${path}.mandatory`, event.currentTarget.checked)}
        />
      </SimpleGrid>
      {assessment.credentialCode === null && (
        <AssessmentTargets path={path} block={block} assessment={assessment} />
      )}
    </Stack>
  );
}
