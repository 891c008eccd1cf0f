import type { EnrolmentFile } from '@jalon/contract';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DayField } from '../../../components/day-field.tsx';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from '../enrolments.module.css';
import type { BindField } from '../form-values.ts';
import { below, funderChoices, levelChoices, profileChoices, routeChoices } from '../words.ts';

interface EntryFieldsProps {
  readonly bind: BindField;
  /** The conditions are not met: going on takes a motive. */
  readonly needsMotive: boolean;
  /** Why the access route and the dates stay as they are; `null` while the course goes on. */
  readonly closedBecause?: string | null;
  /** What the route chosen takes away; `null` for nothing. */
  readonly pathLost?: string | null;
  /** What is worth knowing of the day of entry, before it is saved. */
  readonly entryNotes?: EnrolmentFile['findings'];
}

/** What the learner declares on entry: the rules of the framework read it at once. */
export function EntryFields({
  bind,
  needsMotive,
  closedBecause = null,
  pathLost = null,
  entryNotes = [],
}: EntryFieldsProps) {
  const isOver = closedBecause !== null;
  const isVae = bind('route').value === 'vae';
  return (
    <div className={classes.stack}>
      {isOver && <div className={classes.notice}>{closedBecause}</div>}
      <div className={classes.pair}>
        <NativeSelect label="Profil à l’entrée" data={profileChoices} {...bind('profile')} />
        <NativeSelect
          label="Diplôme le plus élevé, justifié"
          data={levelChoices}
          {...bind('diplomaLevel')}
        />
        <TextInput
          label={isVae ? 'Expérience dans le métier visé' : 'Expérience comme secrétaire médicale'}
          inputWrapperOrder={below}
          description="En années. Vide si elle n’est pas encore justifiée."
          inputMode="numeric"
          {...bind('experienceYears')}
        />
      </div>
      <div className={classes.pair}>
        <NativeSelect
          label="Voie d’accès"
          data={routeChoices}
          disabled={isOver}
          {...bind('route')}
        />
        <NativeSelect label="Financeur" data={funderChoices} {...bind('funder')} />
        {pathLost && (
          <div role="status" className={classes.notice} data-tone="warn">
            {keepFrenchSpaces(pathLost)}
          </div>
        )}
        <DayField
          label="Entrée en formation"
          inputWrapperOrder={below}
          description="Possible à tout moment de l’année."
          disabled={isOver}
          {...bind('startsOn')}
        />
        <DayField
          label="Fin prévue"
          inputWrapperOrder={below}
          description="Si elle est connue."
          disabled={isOver}
          {...bind('endsOn')}
        />
      </div>
      {entryNotes.map(({ rule, message }) => (
        <div key={rule} role="status" className={classes.notice} data-tone="warn">
          {message}
        </div>
      ))}
      {needsMotive && (
        <Textarea
          label="Pourquoi inscrire quand même"
          inputWrapperOrder={below}
          description="Les conditions d’entrée ne sont pas remplies. Le motif reste au dossier."
          autosize
          minRows={2}
          {...bind('entryMotive')}
        />
      )}
    </div>
  );
}
