import type { Answer } from '@jalon/contract';
import { formatDay, isOtherBirthDate } from '@jalon/domain';
import { Button, Checkbox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRead } from '../../../lib/api.ts';
import { isDay } from '../../../lib/is-day.ts';
import { isMailTyped } from '../../../lib/is-mail-typed.ts';
import classes from '../enrolments.module.css';
import type { PersonValues } from '../form-values.ts';

type Recognised = Answer<'GET /people/recognised'>;

/** Looks for the person while they are being typed, once both names are there. */
export function useRecognition(person: PersonValues): Recognised | null {
  const [typed] = useDebouncedValue(person, 350);
  const hasNames = typed.givenName.trim().length > 1 && typed.birthName.trim().length > 1;
  const { data } = useRead(
    'GET /people/recognised',
    {
      query: {
        givenName: typed.givenName,
        birthName: typed.birthName,
        ...(isDay(typed.birthDate) ? { birthDate: typed.birthDate } : {}),
        ...(isMailTyped(typed.email) ? { email: typed.email.trim() } : {}),
      },
    },
    { enabled: hasNames },
  );
  return hasNames && data && data.outcome !== 'new' ? data : null;
}

interface RecognitionNoticeProps {
  readonly recognised: Recognised;
  readonly isNamesake: boolean;
  readonly onSayNamesake: (isNamesake: boolean) => void;
  /** The person on record, with the birth date typed when someone says that it is the right one. */
  readonly onTake: (birthDate: string | null) => void;
  /** The birth date being typed. */
  readonly birthDate: string;
}

/** Someone of the centre resembles the person being typed: take them, or say that they are another. */
export function RecognitionNotice({
  recognised,
  isNamesake,
  onSayNamesake,
  onTake,
  birthDate,
}: RecognitionNoticeProps) {
  const { outcome, person, cohorts, reasons } = recognised;
  const isDateAsked = isOtherBirthDate(recognised) && isDay(birthDate);
  return (
    <div className={classes.notice} data-tone="warn" role="status">
      <div className={classes.strong}>{reasons[0]?.facts}</div>
      {person && (
        <div className={classes.soft}>
          {person.birthDate ? `Naissance le ${formatDay(person.birthDate)}. ` : ''}
          {cohorts.length > 0 ? `Cohortes : ${cohorts.join(', ')}.` : 'Dans aucune cohorte.'}
        </div>
      )}
      {outcome !== 'mail_taken' && (
        <div className={`${classes.actions} ${classes.spaced}`}>
          <Button size="xs" onClick={() => onTake(null)}>
            {isDateAsked && person?.birthDate
              ? `L’inscrire, née ou né le ${formatDay(person.birthDate)}`
              : 'Inscrire cette personne'}
          </Button>
          {isDateAsked && (
            <Button size="xs" onClick={() => onTake(birthDate)}>
              {`L’inscrire et corriger sa date : ${formatDay(birthDate)}`}
            </Button>
          )}
          {outcome === 'possible' && !isDateAsked && (
            <Checkbox
              label="C’est quelqu’un d’autre"
              checked={isNamesake}
              onChange={(event) => onSayNamesake(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
    </div>
  );
}
