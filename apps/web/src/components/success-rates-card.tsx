import { countNoun, formatRate } from '@jalon/domain';
import { Box, Text } from '@mantine/core';
import { useRead } from '../lib/api.ts';
import { KeyFigures } from './key-figures.tsx';
import { SectionCard } from './section-card.tsx';
import { SourceNote } from './source-note.tsx';

/** The success rates of one cohort, once a jury has judged somebody: how many of how many. */
export function SuccessRatesCard({ cohortId }: { readonly cohortId: string }) {
  const { data } = useRead('GET /cohorts/:cohortId/success-rates', { params: { cohortId } });
  if (!data || data.denominator === 0) return null;
  const { numerator, denominator, blocks, method, source } = data;
  return (
    <Box mt="lg">
      <SectionCard
        title="Taux de réussite"
        hint={`${countNoun(numerator, 'certifié')} sur ${countNoun(denominator, 'présenté')}`}
      >
        <KeyFigures
          figures={[data, ...blocks].map((one) => ({
            label: `${'code' in one ? `Bloc ${one.code}` : 'Certification'} · ${one.numerator} sur ${one.denominator}`,
            value: formatRate(one.numerator, one.denominator),
          }))}
        />
        <Text size="xs" c="dimmed" mt="sm">
          {method} <SourceNote source={source} />
        </Text>
      </SectionCard>
    </Box>
  );
}
