import type { BlockCell } from '../cohorts/describe-block-cell.ts';
import { countNoun, formatDay } from '../french-format.ts';
import { type HoursDone, tellHours } from '../hours-done.ts';
import type { PlainDate } from '../plain-date.ts';
import type { CertificateCell } from './describe-certificate-cell.ts';
import type { EnrolmentState } from './end-enrolment.ts';

/**
 * Where a learner stands, in the words that follow the name in the title of the file: « certificat
 * délivré le 22 novembre 2026 », « le bloc B4 est à compléter (manque AFGSU, expire le
 * 02/12) », « en formation, 221 h sur 279 h ». The end of the road comes first, then what is missing, then what is under way.
 */
export function tellStanding(input: {
  readonly state: EnrolmentState;
  readonly outcome: 'certificate' | 'attestation';
  readonly issuedOn: PlainDate | null;
  /** Day on which a learner who withdrew left. */
  readonly endsOn: PlainDate | null;
  readonly certificate: CertificateCell;
  readonly cells: readonly (Pick<BlockCell, 'state' | 'label' | 'fact'> & {
    readonly blockCode: string;
  })[];
  /** Minutes of the whole programme. */
  readonly hours: HoursDone;
  readonly nextJuryOn: PlainDate | null;
}): string {
  const { state, outcome, issuedOn, endsOn, certificate, cells, hours, nextJuryOn } = input;
  if (state === 'withdrawn') return endsOn ? `abandon le ${formatDay(endsOn)}` : 'abandon';
  if (issuedOn) {
    const title = outcome === 'certificate' ? 'certificat délivré' : 'attestation délivrée';
    return `${title} le ${formatDay(issuedOn)}`;
  }
  if (certificate.state === 'ready')
    return outcome === 'certificate' ? 'certificat à délivrer' : 'attestation à délivrer';
  if (certificate.state === 'missing')
    return `tous les blocs sont acquis, ${lower(certificate.label)} (${certificate.fact})`;
  const open = cells.filter(({ state: cell }) => worrying.includes(cell));
  const before = nextJuryOn ? ` avant le jury du ${formatDay(nextJuryOn)}` : '';
  const [only] = open;
  if (only && open.length === 1) return `le bloc ${only.blockCode} ${tellOpen(only)}`;
  if (open.length > 1)
    return `${countNoun(open.length, 'bloc')} sur ${cells.length} à compléter${before}`;
  const isReady = outcome === 'certificate' && cells.length > 0 && cells.every(isSettled);
  if (isReady)
    return nextJuryOn
      ? `dossier prêt pour le jury du ${formatDay(nextJuryOn)}`
      : 'dossier prêt pour le jury';
  return `en formation, ${tellHours(hours)}`;
}

/** What goes on after « le bloc B4 »; of the fact, what is about the state alone. */
function tellOpen({ state, label, fact }: Pick<BlockCell, 'state' | 'label' | 'fact'>): string {
  const [why = ''] = fact.split(' · ');
  if (state === 'not_acquired') return `n’est pas acquis (${why})`;
  if (state === 'lapsed') return `n’est plus conservé (${why})`;
  if (state === 'not_acquired_proposed') return `est proposé non acquis (${why})`;
  return `est à compléter (${lower(label)}, ${why})`;
}

const worrying: readonly BlockCell['state'][] = [
  'missing',
  'not_acquired',
  'not_acquired_proposed',
  'lapsed',
];
const isSettled = ({ state }: Pick<BlockCell, 'state'>): boolean =>
  state === 'acquired' || state === 'ready';

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
