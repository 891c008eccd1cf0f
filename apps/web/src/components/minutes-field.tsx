import { formatMinutes, formatTime } from '@jalon/domain';
import { TextInput, type TextInputProps } from '@mantine/core';
import { useUncontrolled } from '@mantine/hooks';
import { useState } from 'react';
import { parseMinutes, parseTime } from '../lib/french-minutes.ts';

interface MinutesFieldProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  /** `duration`: a length of time. `time`: an hour of the day, since midnight. */
  readonly kind?: 'duration' | 'time';
  /** Minutes; `null` when empty or unreadable: the API then refuses it at this field. */
  readonly value?: number | null;
  readonly defaultValue?: number | null;
  readonly onChange?: (minutes: number | null) => void;
}

const kinds = {
  duration: { parse: parseMinutes, show: formatMinutes, hint: 'Écrivez une durée comme 3 h 30.' },
  time: { parse: parseTime, show: formatTime, hint: 'Écrivez une heure comme 9 h ou 13 h 30.' },
};

/** « 3 h 30 » or « 9 h », typed as people write it. Takes `form.getInputProps('minutes')`. */
export function MinutesField({
  kind = 'duration',
  value,
  defaultValue,
  onChange,
  error,
  onBlur,
  ...input
}: MinutesFieldProps) {
  const { parse, show, hint } = kinds[kind];
  const [minutes, setMinutes] = useUncontrolled<number | null>({
    ...(value === undefined ? {} : { value }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(onChange ? { onChange } : {}),
    finalValue: null,
  });
  const shown = minutes === null ? '' : show(minutes);
  const [text, setText] = useState(shown);
  const [isLeft, setLeft] = useState(false);
  if (parse(text) !== minutes) setText(shown);
  const isUnread = isLeft && text.trim() !== '' && parse(text) === null;
  return (
    <TextInput
      autoComplete="off"
      {...input}
      value={text}
      error={isUnread ? hint : error}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setLeft(false);
        setMinutes(parse(event.currentTarget.value));
      }}
      onBlur={(event) => {
        setLeft(true);
        if (minutes !== null) setText(shown);
        onBlur?.(event);
      }}
    />
  );
}
