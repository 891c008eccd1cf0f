import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { useDisclosure, useUncontrolled } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { explainUnreadDay, parseFrenchDay, showDay } from '../lib/french-day.ts';

/** Without network the date can still be typed: the form around must not fall. */
const DayPicker = lazy(() =>
  import('./day-picker.tsx').catch(() => ({
    default: () => <>Le calendrier n’a pas pu se charger. Écrivez la date dans le champ.</>,
  })),
);

interface DayFieldProps
  extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'rightSection'> {
  /** `YYYY-MM-DD`, or as typed while it is no day: the API then refuses it at this field. */
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (day: string) => void;
}

/** A day typed as people write it, or picked. Takes `form.getInputProps('hireDate')`. */
export function DayField({
  value,
  defaultValue,
  onChange,
  error,
  onBlur,
  ...input
}: DayFieldProps) {
  const [day, setDay] = useUncontrolled<string>({
    ...(value === undefined ? {} : { value }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(onChange ? { onChange } : {}),
    finalValue: '',
  });
  const [text, setText] = useState(() => showDay(day));
  const [isLeft, setLeft] = useState(false);
  const [isOpen, picker] = useDisclosure();
  // The form was reset or filled from elsewhere: the text follows it.
  if ((parseFrenchDay(text) ?? text) !== day) setText(showDay(day));
  const isUnread = isLeft && text.trim() !== '' && parseFrenchDay(text) === null;
  const type = (typed: string) => {
    setText(typed);
    setLeft(false);
    setDay(parseFrenchDay(typed) ?? typed);
  };
  const calendar = (
    <Popover opened={isOpen} onChange={picker.toggle} trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          aria-label="Choisir dans un calendrier"
          onClick={picker.toggle}
          disabled={input.disabled ?? false}
        >
          <CalendarMark />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>
          <DayPicker
            day={parseFrenchDay(text)}
            onPick={(picked) => {
              type(showDay(picked));
              picker.close();
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      placeholder="jj/mm/aaaa"
      inputMode="numeric"
      autoComplete="off"
      {...input}
      value={text}
      error={isUnread ? explainUnreadDay(text) : error}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => {
        setLeft(true);
        setText(showDay(day));
        onBlur?.(event);
      }}
      rightSection={calendar}
    />
  );
}

const CalendarMark = () => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 18 18"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
  >
    <path d="M3 5h12v10H3zM3 8.5h12M6 3v3M12 3v3" strokeWidth="1.4" strokeLinecap="round" />
  </svg>
);
