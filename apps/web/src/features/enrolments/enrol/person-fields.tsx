import { NativeSelect, TextInput } from '@mantine/core';
import { DayField } from '../../../components/day-field.tsx';
import classes from '../enrolments.module.css';
import type { BindField } from '../form-values.ts';
import { below, countryChoices, sexChoices } from '../words.ts';

interface PersonFieldsProps {
  readonly bind: BindField;
  /** Where the person stands in the form: `person.` or nothing. */
  readonly prefix: string;
}

/** The identity that the certifier will want, in the order of a passport. */
export function PersonFields({ bind, prefix }: PersonFieldsProps) {
  const field = (name: string) => bind(`${prefix}${name}`);
  return (
    <div className={classes.stack}>
      <div className={classes.pair}>
        <TextInput label="Prénom" autoComplete="off" {...field('givenName')} />
        <TextInput label="Nom de naissance" autoComplete="off" {...field('birthName')} />
        <TextInput
          label="Nom d’usage"
          inputWrapperOrder={below}
          description="S’il est différent."
          autoComplete="off"
          {...field('usageName')}
        />
        <TextInput
          label="Autres prénoms"
          inputWrapperOrder={below}
          description="Comme sur la pièce d’identité."
          autoComplete="off"
          {...field('otherGivenNames')}
        />
      </div>
      <div className={classes.pair}>
        <DayField label="Date de naissance" {...field('birthDate')} />
        <NativeSelect label="Sexe" data={sexChoices} {...field('sex')} />
        <NativeSelect
          label="Pays de naissance"
          data={countryChoices}
          {...field('birthCountryCode')}
        />
        <TextInput
          label="Commune de naissance"
          inputWrapperOrder={below}
          description="Code INSEE ou postal, si c’est en France."
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          {...field('birthPlaceCode')}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label="Adresse mail"
          inputWrapperOrder={below}
          description="Elle reçoit les liens et les convocations."
          type="email"
          autoComplete="off"
          {...field('email')}
        />
        <TextInput label="Téléphone" type="tel" autoComplete="off" {...field('phone')} />
      </div>
    </div>
  );
}
