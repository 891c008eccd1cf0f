import type { PlanView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Text } from '@mantine/core';
import { ProgressLine } from '../../components/progress-line.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { sayEuros, sayShare } from './plan-words.ts';

/** How far the search is, in words; the page may be left meanwhile. */
export function SearchProgress({ plan }: { readonly plan: PlanView }) {
  const { progress, cohorts, seconds } = plan;
  const done = progress?.cohortsPlaced ?? 0;
  const total = progress?.cohortCount ?? cohorts.length;
  return (
    <SectionCard title="Où en est la recherche">
      <div role="status">
        <ProgressLine
          done={done}
          total={total}
          label={progress?.phase === 'repair' ? 'Cohortes examinées' : 'Cohortes placées'}
        >
          {sayStep(plan)}
        </ProgressLine>
      </div>
      {progress?.boundCents != null && (
        <Text size="sm" mt="sm">
          {sayBound(progress.boundCents, progress.bestCents)}
        </Text>
      )}
      <Text c="dimmed" size="xs" mt="sm">
        Moins de {Math.ceil(seconds / 10) * 10} secondes en tout. Vous pouvez quitter cette page :
        le plan vous attendra dans « Planification ».
      </Text>
    </SectionCard>
  );
}

function sayStep({ state, progress }: PlanView): string {
  if (state === 'queued') return 'En attente d’une place';
  if (!progress) return 'Lecture des cohortes, des formateurs et des salles';
  const { phase, cohortsPlaced, cohortCount } = progress;
  if (phase === 'trainers') return 'Répartition des formateurs';
  if (phase === 'repair')
    return `${countNoun(cohortsPlaced, 'cohorte')} sur ${cohortCount} ${cohortsPlaced < 2 ? 'examinée' : 'examinées'}`;
  if (phase === 'improvement') return 'Toutes les cohortes ont leur plan, il s’améliore encore';
  return `${countNoun(cohortsPlaced, 'cohorte')} sur ${cohortCount} ${cohortsPlaced < 2 ? 'placée' : 'placées'}`;
}

const sayBound = (bound: number, best: number | null): string =>
  best === null
    ? `Aucun plan ne coûtera moins de ${sayEuros(bound)}.`
    : `Meilleur plan : ${sayEuros(best)}. Aucun ne peut coûter moins de ${sayEuros(bound)}, soit ${sayShare((best - bound) / best)} d’écart au plus.`;
