import { NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { RoomValues } from './room-values.ts';

/** What a room is, wherever it stands. */
export const RoomFields = ({ form }: { readonly form: UseFormReturnType<RoomValues> }) => (
  <>
    <TextInput label="Nom" placeholder="Salle 2" {...form.getInputProps('name')} />
    <NumberInput
      label="Places"
      description="Le plan n’y met jamais un groupe plus grand."
      min={1}
      allowDecimal={false}
      hideControls
      {...form.getInputProps('seats')}
    />
    <TextInput
      label="Équipement (facultatif)"
      description="Séparez par des virgules."
      placeholder="vidéoprojecteur, mannequins de secourisme"
      {...form.getInputProps('equipment')}
    />
  </>
);
