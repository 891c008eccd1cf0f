import { countNoun, tutorLoadLimits } from '@jalon/domain';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { DayField } from '../../../components/day-field.tsx';
import { useRead } from '../../../lib/api.ts';
import classes from '../enrolments.module.css';
import type { BindField, EmploymentValues } from '../form-values.ts';
import { below, contractKindChoices, employerKindChoices } from '../words.ts';
import { TutorRecognition } from './tutor-recognition.tsx';
import { WorkedWeekFields } from './worked-week-fields.tsx';

interface EmploymentFieldsProps {
  readonly bind: BindField;
  /** Where the employment stands in the form: `employments.0.` or nothing. */
  readonly prefix: string;
  readonly values: EmploymentValues;
}

/** An employer, the three dates that start its deadlines, and the tutor. */
export function EmploymentFields({ bind, prefix, values }: EmploymentFieldsProps) {
  const field = (name: string) => bind(`${prefix}${name}`);
  return (
    <div className={classes.stack}>
      <div className={classes.pair}>
        <TextInput
          label="Employeur"
          placeholder="Cabinet du Dr Ferrand"
          autoComplete="off"
          {...field('employerName')}
        />
        <NativeSelect
          label="Type d’employeur"
          data={employerKindChoices.slice(1)}
          {...field('employerKind')}
        />
        <TextInput label="SIRET" inputMode="numeric" autoComplete="off" {...field('siret')} />
      </div>
      <div className={classes.pair}>
        <DayField label="Date d’embauche" {...field('hireDate')} />
        <DayField label="Prise de fonction" {...field('dutyStartOn')} />
        <DayField
          label="Contrat CPAM signé le"
          inputWrapperOrder={below}
          description="Décide du délai qui engage l’employeur."
          {...field('cpamContractSignedOn')}
        />
        <NativeSelect
          label="Nature du contrat"
          data={contractKindChoices}
          inputWrapperOrder={below}
          description="La voie d’accès en dépend."
          {...field('contractKind')}
        />
      </div>
      <div className={classes.pair}>
        <DayField
          label="Début du contrat"
          inputWrapperOrder={below}
          description="S’il n’est pas celui de l’embauche."
          {...field('contractStartsOn')}
        />
        <DayField label="Fin du contrat" {...field('endsOn')} />
      </div>
      <div className={classes.pair}>
        <TextInput
          label="Mail de l’employeur"
          type="email"
          autoComplete="off"
          {...field('employerEmail')}
        />
        <TextInput
          label="Téléphone de l’employeur"
          type="tel"
          autoComplete="off"
          {...field('employerPhone')}
        />
      </div>
      <WorkedWeekFields bind={bind} prefix={prefix} />
      <TutorFields bind={bind} prefix={prefix} values={values} />
    </div>
  );
}

function TutorFields({ bind, prefix, values }: EmploymentFieldsProps) {
  const { data: tutors = [] } = useRead('GET /tutors', {});
  const field = (name: string) => bind(`${prefix}tutor.${name}`);
  // Whoever was told from a namesake was told under the name typed then.
  const typed = (name: string) => {
    const { onChange, ...props } = field(name);
    const retype = (event: ChangeEvent<HTMLInputElement>) => {
      onChange(event);
      field('namesake').onChange('');
    };
    return { ...props, onChange: retype };
  };
  const choice = field('choice');
  // What one tutor confirmed says nothing of another.
  const volunteered = bind(`${prefix}tutorVolunteeredOn`);
  const chosen = tutors.find(({ id }) => id === values.tutor.choice);
  const limit = tutorLoadLimits[values.tutorIsEmployer ? 'employer' : 'employee'];
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label="Tuteur"
          inputWrapperOrder={below}
          description={
            chosen && `Suit ${countNoun(chosen.learnersFollowed, 'apprenant')}, ${limit} au plus.`
          }
          data={[
            { value: '', label: 'À désigner plus tard' },
            { value: 'new', label: 'Un nouveau tuteur' },
            ...tutors.map(({ id, name, learnersFollowed }) => ({
              value: id,
              label: `${name} (suit ${learnersFollowed})`,
            })),
          ]}
          {...choice}
          onChange={(event) => {
            choice.onChange(event);
            volunteered.onChange('');
          }}
        />
      </div>
      {values.tutor.choice === 'new' && (
        <>
          <div className={classes.pair}>
            <TextInput label="Prénom du tuteur" autoComplete="off" {...typed('givenName')} />
            <TextInput label="Nom du tuteur" autoComplete="off" {...typed('birthName')} />
            <TextInput
              label="Mail du tuteur"
              inputWrapperOrder={below}
              description="Il y reçoit les liens vers ses appréciations."
              type="email"
              autoComplete="off"
              {...typed('email')}
            />
          </div>
          <TutorRecognition values={values} answer={field('namesake')} />
        </>
      )}
      {values.tutor.choice !== '' && (
        <div className={classes.pair}>
          <TextInput
            label="Expérience du tuteur"
            inputWrapperOrder={below}
            description="En années, dans le métier : il en faut 2. Vide si vous ne le savez pas encore."
            inputMode="numeric"
            autoComplete="off"
            {...bind(`${prefix}tutorExperienceYears`)}
          />
          {!values.tutorIsEmployer && (
            <DayField
              label="Volontaire, confirmé le"
              inputWrapperOrder={below}
              description="Un tuteur salarié est volontaire. Vide s’il ne l’a pas encore dit."
              {...volunteered}
            />
          )}
        </div>
      )}
      <Checkbox
        label="Le tuteur est l’employeur (2 apprenants au plus au lieu de 3)"
        {...bind(`${prefix}tutorIsEmployer`, { type: 'checkbox' })}
      />
    </>
  );
}
