import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/fr';
import { DatePicker } from '@mantine/dates';

interface DayPickerProps {
  readonly day: string | null;
  readonly onPick: (day: string) => void;
}

/** A month to pick a day in; a chunk of its own, loaded when first opened. */
export default function DayPicker({ day, onPick }: DayPickerProps) {
  return (
    <DatePicker
      locale="fr"
      hideOutsideDates
      weekendDays={[]}
      value={day}
      {...(day ? { defaultDate: day } : {})}
      onChange={(picked) => picked && onPick(picked)}
      ariaLabels={{
        nextMonth: 'Mois suivant',
        previousMonth: 'Mois précédent',
        nextYear: 'Année suivante',
        previousYear: 'Année précédente',
        nextDecade: 'Décennie suivante',
        previousDecade: 'Décennie précédente',
      }}
    />
  );
}
