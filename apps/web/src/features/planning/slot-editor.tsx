import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useRead } from '../../lib/api.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { SlotFields } from './slot-fields.tsx';
import { type ItemChoice, type SlotValues, toSlotBody } from './slot-form-values.ts';

interface SlotEditorProps {
  readonly form: ReturnType<typeof useForm<SlotValues>>;
  readonly items: readonly ItemChoice[];
  readonly cohortId: string;
  readonly slotId: string | null;
  readonly problem: unknown;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly needsReason?: boolean;
  readonly onSubmit: (acceptedWarnings: string[]) => void;
}

/** The fields, what the rules say of them before saving, and the confirmation of warnings. */
export function SlotEditor({
  form,
  items,
  cohortId,
  slotId,
  problem,
  submitLabel,
  isPending,
  needsReason = false,
  onSubmit,
}: SlotEditorProps) {
  useUnsavedGuard(form.isDirty());
  const trainers = useRead('GET /trainers', {});
  const rooms = useRead('GET /rooms', {});
  const [checked] = useDebouncedValue(form.values, 350);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const isReadable = /^\d{4}-\d\d-\d\d$/.test(checked.date) && checked.startsAt !== null;
  const check = useRead(
    'POST /cohorts/:cohortId/slot-check',
    { params: { cohortId }, body: { ...toSlotBody(checked), slotId } },
    { enabled: isReadable && (form.isDirty() || slotId === null) },
  );
  const findings = check.data ?? [];
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const errors = findings.filter(({ severity }) => severity === 'error');
  // What a field says already is not said again under the form.
  const saidAtFields = Object.values(form.errors);
  // By their sentence: what was said of one trainer is not accepted for the next.
  const isAccepted = warnings.every(({ message }) => accepted.includes(message));
  const isMoved = ['date', 'startsAt', 'minutes', 'moduleCode'].some((field) =>
    form.isDirty(field),
  );
  const submit = form.onSubmit(() => onSubmit([...new Set(warnings.map(({ rule }) => rule))]));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemAlert problem={problem} />
        <SlotFields
          form={form}
          items={items}
          trainers={trainers.data ?? []}
          rooms={rooms.data ?? []}
          asksGroup={slotId === null}
        />
        <div role="status">
          {errors
            .filter(({ message }) => !saidAtFields.includes(message))
            .map(({ rule, message }) => (
              <Text key={rule + message} c="var(--bad)" size="xs">
                {message}
              </Text>
            ))}
          {warnings.map(({ rule, message }) => (
            <Text key={rule + message} c="var(--warn)" size="xs">
              {message}
            </Text>
          ))}
        </div>
        {warnings.length > 0 && errors.length === 0 && (
          <Checkbox
            label="J’ai lu ces remarques, enregistrer quand même"
            checked={isAccepted}
            onChange={(event) =>
              setAccepted(event.currentTarget.checked ? warnings.map(({ message }) => message) : [])
            }
          />
        )}
        {needsReason && isMoved && (
          <TextInput
            label="Pourquoi le déplacer"
            description="Le créneau d’origine reste, annulé, avec ce motif et son émargement."
            required
            {...form.getInputProps('reason')}
          />
        )}
        <Group>
          <Button
            type="submit"
            variant="filled"
            loading={isPending}
            disabled={(slotId !== null && !form.isDirty()) || !isAccepted}
          >
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
