import type { Answer } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { Stack, Text, Title } from '@mantine/core';
import { StateBadge } from '../../components/state-badge.tsx';

type Revoked = Answer<'GET /certificates'>[number]['revoked'];

/** What was issued to this person and holds no more: since when, why, and what replaces it. */
export function RevokedList({ revoked }: { readonly revoked: Revoked }) {
  if (revoked.length === 0) return null;
  return (
    <Stack mt="lg" gap="xs">
      <Title order={3} size="h4">
        Ne valent plus
      </Title>
      {revoked.map(({ id, number, revokedOn, motive, replacedBy }) => (
        <div key={id}>
          <StateBadge tone="bad">{replacedBy ? 'remplacé' : 'révoqué'}</StateBadge> {number}
          <Text size="sm" c="dimmed">
            Depuis le {formatDay(revokedOn)}
            {replacedBy && `, remplacé par le n° ${replacedBy}`}. Motif : {motive}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
