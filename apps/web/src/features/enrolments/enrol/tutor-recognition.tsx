import type { GetInputPropsReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { NamesakeChoice } from '../../../components/namesake-choice.tsx';
import { useRead } from '../../../lib/api.ts';
import { isMailTyped } from '../../../lib/is-mail-typed.ts';
import classes from '../enrolments.module.css';
import type { EmploymentValues } from '../form-values.ts';

interface TutorRecognitionProps {
  readonly values: EmploymentValues;
  /** The field that holds who it is. */
  readonly answer: GetInputPropsReturnType;
}

/** Looks for the tutor while they are typed: known at this mail, or to be told from a namesake. */
export function TutorRecognition({ values, answer }: TutorRecognitionProps) {
  const [{ tutor, employerName, siret }] = useDebouncedValue(values, 350);
  const hasNames = tutor.givenName.trim().length > 1 && tutor.birthName.trim().length > 1;
  const { data } = useRead(
    'GET /tutors/recognised',
    {
      query: {
        givenName: tutor.givenName,
        birthName: tutor.birthName,
        ...(isMailTyped(tutor.email) ? { email: tutor.email.trim() } : {}),
        employerName: employerName || undefined,
        siret: siret.replace(/\s/g, '') || undefined,
      },
    },
    { enabled: hasNames },
  );
  if (!hasNames || !data || data.outcome === 'new') return null;
  return (
    <div className={classes.notice} data-tone="warn" role="status">
      {data.outcome === 'possible' ? (
        <NamesakeChoice
          label="Ce nom est déjà connu du centre : de qui s’agit-il ?"
          namesakes={data.namesakes}
          value={answer.value}
          onChange={answer.onChange}
          error={answer.error}
        />
      ) : (
        data.reasons[0]?.facts
      )}
    </div>
  );
}
