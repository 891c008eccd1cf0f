import { weekdayNames } from '@jalon/domain';
import { Checkbox, Group } from '@mantine/core';
import classes from '../enrolments.module.css';
import type { BindField } from '../form-values.ts';
import { below } from '../words.ts';

const workable = weekdayNames.slice(0, 6);

/** The half-days on which an employer expects the learner: what the training must get along with. */
export function WorkedWeekFields({
  bind,
  prefix,
}: {
  readonly bind: BindField;
  readonly prefix: string;
}) {
  return (
    <div className={classes.stack}>
      <Days label="Matins chez l’employeur" {...bind(`${prefix}workedMornings`)} />
      <Days
        label="Après-midi chez l’employeur"
        description="Pour un mi-temps : une formation qui tombe alors est signalée. Rien si vous ne le savez pas encore."
        {...bind(`${prefix}workedAfternoons`)}
      />
    </div>
  );
}

function Days(
  props: ReturnType<BindField> & { readonly label: string; readonly description?: string },
) {
  return (
    <Checkbox.Group inputWrapperOrder={below} {...props}>
      <Group mt={4} gap="md">
        {workable.map((name, index) => (
          <Checkbox key={name} value={String(index + 1)} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
