import type { ReceivedBlockView } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { CertifierAnswerForm } from '../../components/certifier-answer-form.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { receivedStates, tellReceivedAnswer } from '../../components/received-block-words.ts';
import { SidePanel } from '../../components/side-panel.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useWrite } from '../../lib/api.ts';

/** One block that another centre's jury acquired: what its file says, and the certifier's answer. */
export const ReceivedBlockPanel = ({
  block,
  onClose,
}: {
  readonly block: ReceivedBlockView;
  readonly onClose: () => void;
}) => (
  <SidePanel
    title={`Le bloc ${block.sought.code} est-il acquis ?`}
    overline={block.learner}
    footer="Confirmé, le bloc compte comme acquis au jour de son jury. La réponse ne se modifie plus."
    onClose={onClose}
  >
    <div>
      <StateBadge tone={receivedStates[block.state].tone}>
        {receivedStates[block.state].label}
      </StateBadge>
    </div>
    <FactList facts={listFacts(block)} />
    <div>
      <DownloadButton
        size="compact-sm"
        from="GET /received-transfers/:receivedTransferId/credential"
        request={{ params: { receivedTransferId: block.receivedTransferId } }}
      >
        Télécharger le fichier signé
      </DownloadButton>
    </div>
    {block.state === 'requested' && <Answer receivedBlockId={block.id} />}
  </SidePanel>
);

function Answer({ receivedBlockId }: { readonly receivedBlockId: string }) {
  const { mutateAsync, isPending } = useWrite('POST /received-blocks/:receivedBlockId/answer');
  return (
    <CertifierAnswerForm
      words={{ approved: 'Confirmé', refused: 'Refusé' }}
      isPending={isPending}
      onAnswer={(body) => mutateAsync({ params: { receivedBlockId }, body })}
    />
  );
}

function listFacts(block: ReceivedBlockView): readonly (readonly [string, string])[] {
  const { acquired, sought, centre, cohort, receivedBy, receivedOn } = block;
  const answer = tellReceivedAnswer(block);
  return [
    ['Acquis devant le jury de', `${centre}, le ${formatDay(acquired.decidedOn)}`],
    ['Bloc acquis', `${acquired.code} « ${acquired.name} », sous « ${acquired.acquiredUnder} »`],
    ['À reconnaître comme', `${sought.code} « ${sought.name} », de « ${sought.frameworkTitle} »`],
    ['Signature', `Vérifiée : ce fichier est celui que ${centre} a signé`],
    ['Fichier importé', `le ${formatDay(receivedOn)} par ${receivedBy}`],
    ...(answer === null ? [] : [['Réponse', answer] as const]),
    ['Cohorte', cohort.name],
  ];
}
