import { type AppraisalLevel, appraisalLevels } from '@jalon/domain';
import { Checkbox, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import { levelWords } from '../words.ts';
import { CredentialsCard } from './credentials-card.tsx';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { CountField } from './fields.tsx';
import { JuryCard } from './jury-card.tsx';

/** What the jury's proposal follows besides each block's threshold. */
export function ValidationPart() {
  const { field, set } = useEditor();
  return (
    <>
      <SectionCard title="Tuteur, conservation et repassage">
        <Stack>
          <Checkbox.Group
            label="Niveaux du tuteur qui laissent acquérir un bloc"
            {...field('acceptedLevels')}
            onChange={(levels) =>
              set(
                'acceptedLevels',
                appraisalLevels.filter((level) => levels.includes(level)),
              )
            }
          >
            <div className={classes.choices}>
              {appraisalLevels.map((level: AppraisalLevel) => (
                <Checkbox key={level} value={level} label={levelWords[level]} />
              ))}
            </div>
          </Checkbox.Group>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <NativeSelect
              label="On repasse"
              data={[
                { value: 'failed_assessments', label: 'les épreuves non acquises' },
                { value: 'whole_block', label: 'le bloc entier' },
              ]}
              {...field('resit.scope')}
            />
            <CountField
              path="resit.maxAttempts"
              label="Passages, au plus"
              placeholder="sans limite"
            />
            <CountField
              path="blockRetentionMonths"
              label="Blocs gardés, en mois"
              placeholder="sans limite"
            />
          </SimpleGrid>
        </Stack>
      </SectionCard>
      <JuryCard />
      <CredentialsCard />
    </>
  );
}
