import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import { useEditor } from './editor-context.ts';
import { CountField } from './fields.tsx';

/** When the jury of this certification may decide, and how long its candidates may contest. */
export function JuryCard() {
  const { draft, set } = useEditor();
  return (
    <SectionCard title="Jury">
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 3 }} style={{ alignItems: 'end' }}>
          <CountField
            path="jury.membersPerCollege"
            label="Votants de chaque collège, au moins"
            min={1}
          />
          <CountField
            path="jury.quorumPercent"
            label="Votants présents, plus de"
            suffix=" %"
            max={99}
          />
          <CountField
            path="jury.contestMonths"
            label="Délai pour contester, en mois"
            placeholder="non indiqué"
          />
        </SimpleGrid>
        <Checkbox
          label="Autant de votants employeurs que salariés"
          checked={draft.jury?.parity ?? false}
          onChange={(event) => set('jury.parity', event.currentTarget.checked)}
        />
      </Stack>
    </SectionCard>
  );
}
