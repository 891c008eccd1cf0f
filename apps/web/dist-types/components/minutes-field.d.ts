import { type TextInputProps } from '@mantine/core';
interface MinutesFieldProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
    /** `duration`: a length of time. `time`: an hour of the day, since midnight. */
    readonly kind?: 'duration' | 'time';
    /** Minutes; `null` when empty or unreadable: the API then refuses it at this field. */
    readonly value?: number | null;
    readonly defaultValue?: number | null;
    readonly onChange?: (minutes: number | null) => void;
}
/** « 3 h 30 » or « 9 h », typed as people write it. Takes `form.getInputProps('minutes')`. */
export declare function MinutesField({ kind, value, defaultValue, onChange, error, onBlur, ...input }: MinutesFieldProps): import("react").JSX.Element;
export {};
