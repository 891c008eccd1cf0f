import { type TextInputProps } from '@mantine/core';
interface DayFieldProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'rightSection'> {
    /** `YYYY-MM-DD`, or as typed while it is no day: the API then refuses it at this field. */
    readonly value?: string;
    readonly defaultValue?: string;
    readonly onChange?: (day: string) => void;
}
/** A day typed as people write it, or picked. Takes `form.getInputProps('hireDate')`. */
export declare function DayField({ value, defaultValue, onChange, error, onBlur, ...input }: DayFieldProps): import("react").JSX.Element;
export {};
