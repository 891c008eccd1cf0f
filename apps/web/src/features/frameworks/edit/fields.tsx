import { NumberInput, type NumberInputProps, TextInput, type TextInputProps } from '@mantine/core';
import { DayField } from '../../../components/day-field.tsx';
import { MinutesField } from '../../../components/minutes-field.tsx';
import { useEditor } from './editor-context.ts';

interface FieldProps {
  /** Where it stands in the content: `blocks.0.name`. */
  readonly path: string;
}

/** A text of the draft. */
export const TextField = ({ path, ...input }: FieldProps & TextInputProps) => (
  <TextInput {...input} {...useEditor().field(path)} />
);

/** A text that may be absent: empty is `null`. */
export function OptionalTextField({ path, ...input }: FieldProps & TextInputProps) {
  const { field, set } = useEditor();
  const props = field(path);
  return (
    <TextInput
      {...input}
      {...props}
      value={props.value ?? ''}
      onChange={(event) => set(path, event.currentTarget.value || null)}
    />
  );
}

/** A day that may be absent. */
export function OptionalDayField({ path, label }: FieldProps & { readonly label: string }) {
  const { field, set } = useEditor();
  const props = field(path);
  return (
    <DayField
      label={label}
      {...props}
      value={props.value ?? ''}
      onChange={(day) => set(path, day || null)}
    />
  );
}

/** A count; empty is `null`, which some fields mean as « sans limite ». */
export function CountField({ path, ...input }: FieldProps & NumberInputProps) {
  const { field, set } = useEditor();
  const props = field(path);
  return (
    <NumberInput
      min={0}
      allowDecimal={false}
      hideControls
      {...input}
      {...props}
      value={props.value ?? ''}
      onChange={(value) => set(path, typeof value === 'number' ? value : null)}
    />
  );
}

/** A duration in hours and minutes. */
export const DurationField = ({
  path,
  ...input
}: FieldProps & Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'>) => (
  <MinutesField {...input} {...useEditor().field(path)} />
);
