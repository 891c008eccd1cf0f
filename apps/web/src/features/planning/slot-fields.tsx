import { SegmentedControl, Select, SimpleGrid, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useId } from 'react';
import { DayField } from '../../components/day-field.tsx';
import { MinutesField } from '../../components/minutes-field.tsx';
import { type ItemChoice, itemKey, type SlotValues } from './slot-form-values.ts';

interface SlotFieldsProps {
  readonly form: UseFormReturnType<SlotValues>;
  readonly items: readonly ItemChoice[];
  readonly trainers: readonly { readonly personId: string; readonly name: string }[];
  /** A half-day that exists stays its group's. */
  readonly asksGroup: boolean;
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
}

/** Module, moment, trainer and place of a half-day. */
export function SlotFields({ form, items, trainers, rooms, asksGroup }: SlotFieldsProps) {
  const halfId = useId();
  const modeId = useId();
  const { groupCount = 1 } = items.find((item) => itemKey(item) === form.values.moduleCode) ?? {};
  const isRemote = form.values.mode === 'remote';
  const chooseHalf = (halfDay: string) =>
    form.setValues({
      halfDay: halfDay === 'afternoon' ? 'afternoon' : 'morning',
      startsAt: halfDay === 'afternoon' ? 810 : 540,
    });
  return (
    <>
      <Select
        label="Module ou évaluation"
        allowDeselect={false}
        data={items.map((item) => ({
          value: itemKey(item),
          label: `${item.blockCode} · ${item.name}`,
        }))}
        {...form.getInputProps('moduleCode')}
      />
      {asksGroup && groupCount > 1 && (
        <Select
          label="Groupe"
          placeholder="Choisissez un groupe"
          data={Array.from({ length: groupCount }, (_, index) => ({
            value: String(index + 1),
            label: `Groupe ${index + 1}`,
          }))}
          {...form.getInputProps('groupNumber')}
        />
      )}
      <DayField label="Jour" {...form.getInputProps('date')} />
      <div>
        <Text component="span" id={halfId} fw={600}>
          Demi-journée
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={halfId}
          data={[
            { value: 'morning', label: 'Matin' },
            { value: 'afternoon', label: 'Après-midi' },
          ]}
          value={form.values.halfDay}
          onChange={chooseHalf}
        />
      </div>
      <SimpleGrid cols={2} spacing="sm">
        <MinutesField label="Début" kind="time" {...form.getInputProps('startsAt')} />
        <MinutesField label="Durée" {...form.getInputProps('minutes')} />
      </SimpleGrid>
      <Select
        label="Formateur"
        placeholder="Aucun"
        clearable
        searchable
        nothingFoundMessage="Personne de ce nom"
        data={trainers.map(({ personId, name }) => ({ value: personId, label: name }))}
        {...form.getInputProps('trainerId')}
      />
      <Select
        label="Salle"
        placeholder={isRemote ? 'Aucune, à distance' : 'Aucune'}
        disabled={isRemote}
        clearable
        searchable
        nothingFoundMessage="Aucune salle de ce nom"
        data={rooms.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('roomId')}
        {...(isRemote ? { value: null } : {})}
      />
      <div>
        <Text component="span" id={modeId} fw={600}>
          Où
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={modeId}
          data={[
            { value: 'on_site', label: 'Sur place' },
            { value: 'remote', label: 'À distance' },
          ]}
          {...form.getInputProps('mode')}
        />
      </div>
    </>
  );
}
