import { isBlockKept } from '../certificates/held-blocks.ts';
import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { keepsBlock, type VersionOrigin } from '../frameworks/keep-block.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AcquiredBlock, Equivalence } from './equivalence.ts';

type Version = Pick<Framework, 'title' | 'certification' | 'blocks'> & { readonly id: string };

export interface EquivalenceRequest {
  /** The decision in force on the block, of any version; `null` when no jury decided it. */
  readonly acquired: AcquiredBlock | null;
  readonly acquiredVersion: Version;
  readonly followedVersion: Version;
  /** The block of the followed version as which it is to be recognised. */
  readonly blockCode: string;
  /** Why, for the certifier. */
  readonly motive: string;
  /** Blocks of the followed version that the learner holds. */
  readonly heldBlockCodes: readonly string[];
  /** The learner's other requests. */
  readonly others: readonly Equivalence[];
  readonly versions: readonly VersionOrigin[];
  readonly today: PlainDate;
}

/**
 * Whether a block may be put to the certifier (DOMAIN Q4): acquired before a jury and still kept,
 * under an earlier version of the same certification, for a block that the learner does not hold
 * and that is not asked already. Findings at `/acquiredBlockCode`, `/blockCode`, `/motive`.
 */
export function checkEquivalenceRequest(request: EquivalenceRequest): readonly Finding[] {
  const origin = checkVersions(request) ?? checkAcquired(request);
  const target = checkTarget(request);
  const motive = request.motive.trim()
    ? null
    : error(
        'equivalence.explained',
        '/motive',
        'Indiquez pourquoi les deux blocs se correspondent : le certificateur le lira.',
      );
  return [origin, target, motive].filter((finding) => finding !== null);
}

/**
 * An RNCP sheet that replaces another keeps the certification's name and certifier (DOMAIN 3.3). Two
 * versions of one sheet have no order: their blocks may bear other names (`keepsBlock`).
 */
function checkVersions({ acquiredVersion, followedVersion }: EquivalenceRequest): Finding | null {
  const [former, present] = [acquiredVersion.certification, followedVersion.certification];
  if (!former || !present || !isSameCertification(former, present))
    return error(
      'equivalence.same-certification',
      '/acquiredBlockCode',
      `« ${acquiredVersion.title} » prépare une autre certification que « ${followedVersion.title} » : l’équivalence ne vaut qu’entre deux versions de la même.`,
    );
  const isEarlier =
    former.registeredFrom !== null &&
    present.registeredFrom !== null &&
    former.registeredFrom < present.registeredFrom;
  if (former.rncp === present.rncp || isEarlier) return null;
  return error(
    'equivalence.earlier-version',
    '/acquiredBlockCode',
    `L’enregistrement de « ${acquiredVersion.title} » n’est pas antérieur à celui de « ${followedVersion.title} » : vérifiez les dates des deux fiches RNCP.`,
    'DOMAIN 3.3, Q4',
  );
}

const isSameCertification = (
  one: NonNullable<Framework['certification']>,
  other: NonNullable<Framework['certification']>,
): boolean => one.name === other.name && one.certifier === other.certifier;

function checkAcquired(request: EquivalenceRequest): Finding | null {
  const { acquired, today } = request;
  if (acquired?.decision !== 'acquired')
    return error(
      'equivalence.acquired-before-jury',
      '/acquiredBlockCode',
      'Aucun jury n’a décidé ce bloc acquis : seul un bloc acquis peut être reconnu.',
      'S1:L176, DOMAIN Q4',
    );
  if (isBlockKept(acquired.decidedOn, acquired.retentionMonths, today)) return null;
  return error(
    'equivalence.still-kept',
    '/acquiredBlockCode',
    'Ce bloc n’est plus conservé : la durée prévue par sa version est passée.',
    'S1:L176, DOMAIN 4.4',
  );
}

function checkTarget(request: EquivalenceRequest): Finding | null {
  const { blockCode, followedVersion, heldBlockCodes, acquiredVersion, acquired } = request;
  if (!followedVersion.blocks.some(({ code }) => code === blockCode))
    return refuse(
      'equivalence.block-of-version',
      `« ${followedVersion.title} » n’a pas de bloc ${blockCode} : choisissez l’un de ses blocs.`,
    );
  const between = { acquiredUnder: acquiredVersion.id, followed: followedVersion.id };
  if (acquired?.blockCode === blockCode && keepsBlock(blockCode, between, request.versions))
    return refuse(
      'equivalence.needed',
      'Ce bloc est le même dans les deux versions : il est conservé sans rien demander.',
    );
  if (heldBlockCodes.includes(blockCode))
    return refuse('equivalence.not-held', `L’apprenant détient déjà le bloc ${blockCode}.`);
  return checkOthers(request);
}

/** One block stands for one block (DOMAIN Q4: B1..B4 ↔ B1..B4); after a refusal it may be asked again. */
function checkOthers(request: EquivalenceRequest): Finding | null {
  const { acquired, acquiredVersion, blockCode, followedVersion } = request;
  const standing = request.others.filter(
    ({ followed, state }) => followed === followedVersion.id && state !== 'refused',
  );
  if (standing.some((one) => one.blockCode === blockCode))
    return refuse(
      'equivalence.asked-once',
      `Une équivalence est déjà demandée ou approuvée pour le bloc ${blockCode}.`,
    );
  const elsewhere = standing.find(
    (one) =>
      one.acquiredUnder === acquiredVersion.id && one.acquiredBlockCode === acquired?.blockCode,
  );
  if (!elsewhere) return null;
  return refuse(
    'equivalence.one-for-one',
    `Le bloc acquis est déjà présenté pour le bloc ${elsewhere.blockCode} : il ne compte que pour un seul.`,
  );
}

const refuse = (rule: string, message: string): Finding => error(rule, '/blockCode', message);

const error = (rule: string, path: string, message: string, source = 'DOMAIN Q4'): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
