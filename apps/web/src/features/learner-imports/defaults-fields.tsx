import { accessRouteNames, entryProfileNames, funderNames } from '@jalon/domain';
import { NativeSelect } from '@mantine/core';
import { DayField } from '../../components/day-field.tsx';
import classes from './learner-imports.module.css';

/** What the whole file takes when a line does not say. */
export interface Defaults {
  readonly profile: string;
  readonly route: string;
  readonly funder: string;
  readonly startsOn: string;
}

export const noDefaults: Defaults = { profile: '', route: '', funder: '', startsOn: '' };

const choicesOf = (names: Readonly<Record<string, string>>) => [
  { value: '', label: 'Selon la ligne' },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

interface DefaultsFieldsProps {
  readonly defaults: Defaults;
  readonly onChange: (defaults: Defaults) => void;
  /** Its first day is over: nobody enters on it unsaid. */
  readonly hasCohortBegun: boolean;
}

/** Values for new enrolments whose line does not give them. */
export function DefaultsFields({ defaults, onChange, hasCohortBegun }: DefaultsFieldsProps) {
  const select = (
    label: string,
    field: keyof Defaults,
    names: Readonly<Record<string, string>>,
  ) => (
    <NativeSelect
      label={label}
      data={choicesOf(names)}
      value={defaults[field]}
      onChange={(event) => onChange({ ...defaults, [field]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.grid}>
      {select('Profil à l’entrée', 'profile', entryProfileNames)}
      {select('Voie d’accès', 'route', accessRouteNames)}
      {select('Financeur', 'funder', funderNames)}
      <DayField
        label="Entrée en formation"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={
          hasCohortBegun
            ? 'Sans date, la ligne n’est pas prise.'
            : 'Sans date, celle de la cohorte.'
        }
        value={defaults.startsOn}
        onChange={(startsOn) => onChange({ ...defaults, startsOn })}
      />
    </div>
  );
}
