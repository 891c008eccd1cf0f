import { Group, Text } from '@mantine/core';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useRead } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';

const everyMinute = 60_000;

/** Whether the database and the background work answer, asked again each minute. */
export function HealthCard() {
  const read = useRead('GET /health', {}, { refetchInterval: everyMinute });
  const askedAt = new Date(Math.max(read.dataUpdatedAt, read.errorUpdatedAt)).toISOString();
  return (
    <SectionCard
      title="Santé"
      hint={read.isPending ? 'vérification…' : `vérifiée le ${formatMoment(askedAt)}`}
    >
      {read.isError && <ProblemAlert problem={read.error} onRetry={() => read.refetch()} />}
      {read.data && !read.isError && (
        <Group gap="xl">
          <Part name="Application" />
          <Part name="Base de données" />
          <Part name="Tâches de fond et mails" />
        </Group>
      )}
    </SectionCard>
  );
}

/** The endpoint answers only when every part does: one that fails is said in the problem. */
const Part = ({ name }: { readonly name: string }) => (
  <Group gap="xs">
    <Text>{name}</Text>
    <StateBadge tone="ok">répond</StateBadge>
  </Group>
);
