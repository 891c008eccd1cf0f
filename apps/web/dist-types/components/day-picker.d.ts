import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/fr';
interface DayPickerProps {
    readonly day: string | null;
    readonly onPick: (day: string) => void;
}
/** A month to pick a day in; a chunk of its own, loaded when first opened. */
export default function DayPicker({ day, onPick }: DayPickerProps): import("react").JSX.Element;
export {};
