import type { Answer } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import { Anchor, Text } from '@mantine/core';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useRead, useWrite } from '../../lib/api.ts';

type Issuer = Answer<'GET /issuer'>;

/** The key with which the centre signs what it issues: since when, and how it is changed. */
export function SigningSection() {
  const { data } = useRead('GET /issuer', {});
  return data ? <Signing issuer={data} /> : null;
}

function Signing({ issuer: { keys, signed, address } }: { readonly issuer: Issuer }) {
  const rotate = useWrite('POST /issuer/keys');
  const [current, ...former] = keys;
  return (
    <SectionCard
      title="Signature des certificats"
      actions={
        current && (
          <Can permission="centre:write">
            <ConfirmButton
              label="Changer de clé"
              title="Signer désormais avec une autre clé ?"
              loss="Une clé neuve signe dès maintenant. Ce que l’ancienne a signé reste valable : elle reste publiée pour le vérifier, et ne signe plus jamais."
              confirmLabel="Changer de clé"
              confirmColor="brand"
              onConfirm={() => rotate.mutateAsync({})}
            />
          </Can>
        )
      }
    >
      {current ? (
        <>
          <Text mb={6}>
            {countNoun(signed, 'document signé', 'documents signés')}, avec la clé du{' '}
            {formatDay(current.createdAt.slice(0, 10))}
            {former.length > 0 &&
              ` (${countNoun(former.length, 'ancienne clé reste publiée', 'anciennes clés restent publiées')})`}
            .
          </Text>
          <Text size="sm" c="dimmed">
            Clés publiques, pour qui vérifie :{' '}
            <Anchor href={new URL(address).pathname} style={{ overflowWrap: 'anywhere' }}>
              {address}
            </Anchor>
          </Text>
        </>
      ) : (
        <Text>
          Le premier certificat délivré crée la clé du centre. Chacun peut ensuite vérifier ce que
          le centre a signé, sans passer par Jalon.
        </Text>
      )}
    </SectionCard>
  );
}
