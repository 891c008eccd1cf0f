import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { RowList } from '../../components/row-list.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useWrite } from '../../lib/api.ts';
import { readFile } from '../../lib/read-file.ts';
import { useAct } from '../../lib/use-act.ts';

type Imported = Answer<'POST /registry-acknowledgements'>;

/** Takes the file that the portal gives back, and says what it answers. */
export function AcknowledgementDialog({ onClose }: { readonly onClose: () => void }) {
  const send = useWrite('POST /registry-acknowledgements');
  const [imported, setImported] = useState<Imported | null>(null);
  const { run, isPending, problem } = useAct(async (file: File) => {
    const { fileName, contentBase64 } = await readFile(file);
    setImported(await send.mutateAsync({ body: { fileName, contentBase64 } }));
  });
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={imported ? 'Accusé importé' : 'Importer un accusé de traitement'}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <Stack>
        {imported ? (
          <Outcome imported={imported} />
        ) : (
          <Text size="sm">
            Après votre dépôt, le portail des certificateurs rend un « accusé de traitement » en
            XML. Choisissez-le : les acceptés ne seront plus jamais renvoyés, les rejetés
            reviendront ici avec leur motif.
          </Text>
        )}
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{imported ? 'Fermer' : 'Annuler'}</Button>
          {!imported && (
            <FileButton onChange={(file) => file && run(file)} accept=".xml">
              {(props) => (
                <Button {...props} variant="filled" loading={isPending}>
                  Choisir l’accusé
                </Button>
              )}
            </FileButton>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Outcome({ imported }: { readonly imported: Imported }) {
  const { accepted, rejected, waiting, rejections } = imported;
  return (
    <div role="status">
      <Text size="sm">
        {countNoun(accepted, 'accepté')}, {countNoun(rejected, 'rejeté')}
        {waiting > 0 ? `, ${countNoun(waiting, 'sans réponse', 'sans réponse')}` : ''}.
      </Text>
      <RowList>
        {rejections.map(({ enrolmentId, learnerName, message }) => (
          <li key={enrolmentId}>
            <div>
              <strong>{learnerName}</strong>
              <Text size="xs" c="dimmed">
                {message ?? 'sans motif'}
              </Text>
            </div>
            <StateBadge tone="bad">Rejeté</StateBadge>
          </li>
        ))}
      </RowList>
    </div>
  );
}
