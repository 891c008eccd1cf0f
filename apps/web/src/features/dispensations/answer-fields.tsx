import { formatMinutes } from '@jalon/domain';
import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { MinutesField } from '../../components/minutes-field.tsx';

export type AnswerValues = {
  to: string;
  grantedMinutes: number | null;
  reference: string;
  motive: string;
};

interface AnswerFieldsProps {
  readonly bind: (path: keyof AnswerValues) => GetInputPropsReturnType;
  readonly to: string;
  readonly requestedMinutes: number;
  /** Whether « no answer came » is one of the choices: an answer noted for the wrong request. */
  readonly mayBeNone?: boolean;
}

/** Granted, in part or refused: nothing is chosen beforehand. */
export function AnswerFields({ bind, to, requestedMinutes, mayBeNone = false }: AnswerFieldsProps) {
  return (
    <>
      <Radio.Group label="Réponse" {...bind('to')}>
        <Stack gap="xs" mt={4}>
          <Radio value="granted" label={`Accordée : ${formatMinutes(requestedMinutes)}`} />
          <Radio value="partial" label="Accordée en partie" />
          <Radio value="refused" label="Refusée" />
          {mayBeNone && (
            <Radio value="transmitted" label="Aucune réponse reçue : la demande attend encore" />
          )}
        </Stack>
      </Radio.Group>
      {to === 'partial' && <MinutesField label="Heures accordées" {...bind('grantedMinutes')} />}
      {(to === 'partial' || to === 'refused') && (
        <Textarea
          label="Motif"
          description="L’apprenant le lira."
          autosize
          minRows={2}
          {...bind('motive')}
        />
      )}
      <TextInput
        label={to === 'transmitted' ? 'Référence de l’envoi' : 'Référence de la réponse'}
        autoComplete="off"
        {...bind('reference')}
      />
    </>
  );
}
