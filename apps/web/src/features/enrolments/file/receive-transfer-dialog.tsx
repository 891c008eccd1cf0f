import type { EnrolmentFile, ReceivedTransferPreview } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { FactList } from '../../../components/fact-list.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { readFile } from '../../../lib/read-file.ts';
import { useAct } from '../../../lib/use-act.ts';

interface Read {
  readonly contentBase64: string;
  readonly preview: ReceivedTransferPreview;
}

/** Reads the file of the other centre, shows block by block what would become of it, then imports it. */
export function ReceiveTransferDialog({
  file,
  onClose,
}: {
  readonly file: EnrolmentFile;
  readonly onClose: () => void;
}) {
  const params = { enrolmentId: file.id };
  const look = useWrite('POST /enrolments/:enrolmentId/received-transfers/preview');
  const take = useWrite('POST /enrolments/:enrolmentId/received-transfers');
  const [read, setRead] = useState<Read | null>(null);
  const choice = useAct(async (chosen: File) => {
    setRead(null);
    const { contentBase64 } = await readFile(chosen);
    const preview = await look.mutateAsync({ params, body: { contentBase64 } });
    setRead({ contentBase64, preview });
  });
  const act = useAct(async ({ contentBase64 }: Read) => {
    await take.mutateAsync({ params, body: { contentBase64 } });
    notifyDone('Le transfert est importé : le certificateur est prévenu.');
    onClose();
  });
  const count = read?.preview.blocks.filter(({ sought }) => sought !== null).length ?? 0;
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      size="lg"
      title={`Importer un transfert pour ${file.person.name}`}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <Stack>
        {read ? (
          <Preview preview={read.preview} />
        ) : (
          <Text size="sm">
            Choisissez le PDF que l’autre centre a remis, ou le fichier signé qu’il contient. La
            signature est vérifiée et rien n’est enregistré avant que vous l’ayez lu.
          </Text>
        )}
        <ProblemAlert problem={choice.problem ?? act.problem} />
        <Group justify="flex-end">
          <Button onClick={onClose}>Annuler</Button>
          <FileButton onChange={(chosen) => chosen && choice.run(chosen)} accept=".pdf,.json">
            {(props) => (
              <Button {...props} variant={read ? 'default' : 'filled'} loading={choice.isPending}>
                {read ? 'Choisir un autre fichier' : 'Choisir le fichier'}
              </Button>
            )}
          </FileButton>
          {read && (
            <Button variant="filled" loading={act.isPending} onClick={() => act.run(read)}>
              Présenter {countNoun(count, 'bloc')} au certificateur
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ preview }: { readonly preview: ReceivedTransferPreview }) {
  const { centre, writtenOn, holder, birthDate, certification, version, hours, blocks } = preview;
  return (
    <div role="status">
      <FactList
        facts={[
          ['Signé par', `${centre}, le ${formatDay(writtenOn)} (signature vérifiée)`],
          ['Apprenant', `${holder}, né(e) le ${formatDay(birthDate)}`],
          ['Certification', `${certification}, sous « ${version} »`],
          ['Heures suivies, pour information', hours],
        ]}
      />
      <RowList>
        {blocks.map((block) => (
          <li key={block.code}>
            <div>
              <strong>{keepFrenchSpaces(`${block.code} · ${block.name}`)}</strong>
              <Text size="xs" c="dimmed">
                {keepFrenchSpaces(tellBlock(block))}
              </Text>
            </div>
            <StateBadge tone={block.sought ? 'warn' : 'mute'}>
              {block.sought ? 'À confirmer' : 'Laissé de côté'}
            </StateBadge>
          </li>
        ))}
      </RowList>
    </div>
  );
}

function tellBlock({ decidedOn, sought, refusal }: ReceivedTransferPreview['blocks'][number]) {
  const acquired = `Acquis au jury du ${formatDay(decidedOn)}.`;
  if (sought) return `${acquired} Présenté comme le bloc ${sought.code} « ${sought.name} ».`;
  return `${acquired} ${refusal ?? ''}`;
}
