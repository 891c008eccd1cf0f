import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { useWrite } from '../../../lib/api.ts';
import { conflictWords, optionsOf } from '../words.ts';

interface RecuseButtonProps {
  readonly juryId: string;
  readonly memberId: string;
  readonly enrolmentId: string;
  readonly candidateName: string;
}

/** A member stands aside for the candidate at hand, and says why. */
export function RecuseButton({ juryId, memberId, enrolmentId, candidateName }: RecuseButtonProps) {
  const [isOpen, { open, close }] = useDisclosure();
  const [kind, setKind] = useState<keyof typeof conflictWords>('family');
  const [note, setNote] = useState('');
  const save = useWrite('POST /juries/:juryId/conflicts');
  const submit = async () => {
    await save.mutateAsync({ params: { juryId }, body: { memberId, enrolmentId, kind, note } });
    close();
  };
  return (
    <>
      <Button onClick={open}>Déclarer un lien</Button>
      <Modal opened={isOpen} onClose={close} title={`Vous récuser pour ${candidateName}`}>
        <Stack>
          <p>
            Les autres membres décideront, et confirmeront ce que vous avez déjà enregistré pour ce
            candidat. Votre récusation figurera au procès-verbal.
          </p>
          <ProblemAlert problem={save.error} />
          <NativeSelect
            label="Nature du lien"
            value={kind}
            data={optionsOf(conflictWords)}
            onChange={({ currentTarget }) =>
              setKind(currentTarget.value as keyof typeof conflictWords)
            }
          />
          <TextInput
            label="Précision (facultative)"
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button onClick={close}>Annuler</Button>
            <Button
              variant="filled"
              loading={save.isPending}
              // The refusal is shown above; nothing else is waiting for it.
              onClick={() => submit().catch(() => undefined)}
            >
              Me récuser
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
