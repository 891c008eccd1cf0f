import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/**
 * The state of a cohort in a sentence, for the title of its board: « Été 2026 : 3 prêts sur 8 pour le
 * jury du 21 décembre 2026 ». Who has every block is past the jury; then certificates are counted.
 */
export function tellBoard(board: {
  readonly cohortName: string;
  readonly outcome: 'certificate' | 'attestation';
  readonly learners: number;
  /** Those who still have a block to acquire. */
  readonly candidates: number;
  readonly ready: number;
  readonly issued: number;
  readonly juryOn: PlainDate | null;
}): string {
  return `${board.cohortName} : ${tellState(board)}`;
}

/** « 1 attestation délivrée sur 8 »: a course without jury makes nobody ready for one. */
export const tellAttestations = (issued: number, learners: number): string =>
  `${issued} ${issued < 2 ? 'attestation délivrée' : 'attestations délivrées'} sur ${learners}`;

function tellState({
  outcome,
  learners,
  candidates,
  ready,
  issued,
  juryOn,
}: Parameters<typeof tellBoard>[0]): string {
  const title = outcome === 'certificate' ? 'certificat' : 'attestation';
  if (learners === 0) return 'personne n’est encore inscrit';
  if (issued === learners)
    return outcome === 'certificate'
      ? 'tous les certificats sont délivrés'
      : 'toutes les attestations sont délivrées';
  if (outcome === 'attestation') return tellAttestations(issued, learners);
  if (candidates === 0) {
    const left = learners - issued;
    return `tous les blocs sont acquis, ${left} ${left < 2 ? title : `${title}s`} à délivrer`;
  }
  const count = ready === 0 ? 'personne n’est prêt' : `${ready} ${ready < 2 ? 'prêt' : 'prêts'}`;
  const among = ready === 0 ? '' : ` sur ${candidates}`;
  return juryOn === null
    ? `${count}${among}, aucun jury n’est prévu`
    : `${count}${among} pour le jury du ${formatDay(juryOn)}`;
}
