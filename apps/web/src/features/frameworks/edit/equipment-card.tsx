import { listEquipment } from '@jalon/domain';
import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SectionCard } from '../../../components/section-card.tsx';
import { useRead } from '../../../lib/api.ts';
import type { BlockCardProps } from './block-card-props.ts';
import { useEditor } from './editor-context.ts';

/** What the rooms of each module must have: no plan takes another. */
export function EquipmentCard({ blockIndex, block }: BlockCardProps) {
  const rooms = useRead('GET /rooms', {});
  const known = listEquipment((rooms.data ?? []).flatMap(({ equipment }) => equipment).join(','));
  if (block.modules.length === 0) return null;
  return (
    <SectionCard title="Équipement des salles" hint="facultatif">
      <Stack gap="sm">
        <p style={{ margin: 0 }}>
          Un plan ne place un module que dans une salle qui a tout ce qu’il demande.{' '}
          {known.length > 0 && `Vos salles ont : ${known.join(', ')}.`}
        </p>
        {block.modules.map(({ code, name }, index) => (
          <EquipmentField
            key={code}
            path={`blocks.${blockIndex}.modules.${index}.equipment`}
            label={name || code}
          />
        ))}
      </Stack>
    </SectionCard>
  );
}

function EquipmentField({ path, label }: { readonly path: string; readonly label: string }) {
  const { field, set } = useEditor();
  const { value = [], ...props } = field(path) as { value?: string[] };
  const [typed, setTyped] = useState('');
  // A comma just typed is no equipment yet: the words stay as they are typed until they mean another.
  const words = listEquipment(typed).join() === value.join() ? typed : value.join(', ');
  return (
    <TextInput
      label={label}
      placeholder="Aucun ; séparez par des virgules"
      {...props}
      value={words}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        set(path, listEquipment(event.currentTarget.value));
      }}
    />
  );
}
