import type { EquivalenceView } from '@jalon/contract';
import { equivalenceStateNames, formatDay } from '@jalon/domain';
import { CertifierAnswerForm } from '../../components/certifier-answer-form.tsx';
import { nameBlock, stateTones, tellState } from '../../components/equivalence-words.ts';
import { FactList } from '../../components/fact-list.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useWrite } from '../../lib/api.ts';

/** One request: the two blocks, why, where it stands; the answer while there is none. */
export const EquivalencePanel = ({
  equivalence: one,
  onClose,
}: {
  readonly equivalence: EquivalenceView;
  readonly onClose: () => void;
}) => (
  <SidePanel
    title={`Équivalence pour le bloc ${one.sought.blockCode}`}
    overline={one.learner}
    footer="Approuvé, le bloc compte comme acquis au jour de son jury. La réponse ne se modifie plus."
    onClose={onClose}
  >
    <div>
      <StateBadge tone={stateTones[one.state]}>{equivalenceStateNames[one.state]}</StateBadge>
    </div>
    <FactList facts={listFacts(one)} />
    {one.state === 'requested' && <Answer equivalenceId={one.id} />}
  </SidePanel>
);

function Answer({ equivalenceId }: { readonly equivalenceId: string }) {
  const { mutateAsync, isPending } = useWrite('POST /equivalences/:equivalenceId/answer');
  return (
    <CertifierAnswerForm
      words={{ approved: 'Approuvée', refused: 'Refusée' }}
      isPending={isPending}
      onAnswer={(body) => mutateAsync({ params: { equivalenceId }, body })}
    />
  );
}

const listFacts = (one: EquivalenceView): readonly (readonly [string, string])[] => [
  ['Bloc acquis', nameBlock(one.acquired)],
  ['Décidé par le jury du', formatDay(one.acquired.decidedOn)],
  ['À reconnaître comme', nameBlock(one.sought)],
  ['Motif de la demande', one.motive],
  ['Demande', tellState({ ...one, answer: null })],
  ...(one.answer ? [['Réponse', tellState(one)] as const] : []),
  ...(one.answer?.motive ? [['Motif de la réponse', one.answer.motive] as const] : []),
  ['Cohorte', one.cohort.name],
];
