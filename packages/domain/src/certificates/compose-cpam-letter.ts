import { formatDay, withDe } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { CertificateKind, EmployerKind } from '../vocabulary.ts';

/** A title as its holder's employer tells the CPAM of it. */
export interface CpamLetterFacts {
  /** As in a sentence: « Léa Martin ». */
  readonly learnerName: string;
  readonly kind: Exclude<CertificateKind, 'block_attestation'>;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly decidedOn: PlainDate;
  /** « CQP Assistant médical ». */
  readonly certification: string;
  /** Who issued it. */
  readonly centreName: string;
  /** The public page at which it is verified; `null` for what was issued before there was one. */
  readonly page: string | null;
  readonly employer: {
    readonly kind: EmployerKind;
    readonly hireDate: PlainDate;
    /** Day on which the contract with the CPAM was signed, `null` when the file does not say. */
    readonly cpamContractSignedOn: PlainDate | null;
  };
}

/** A letter that the employer only has to date and sign. */
export interface CpamLetter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly enclosure: string;
  readonly source: string;
}

/**
 * Whether an employer sends the CPAM the copy of a title issued on that day: only who employed its
 * holder then; past and later employers do not (S4:L40).
 */
export const owesCpamCopy = (
  { hireDate, endsOn }: { readonly hireDate: PlainDate; readonly endsOn: PlainDate | null },
  issuedOn: PlainDate,
): boolean => hireDate <= issuedOn && (endsOn === null || endsOn >= issuedOn);

const titles: Readonly<
  Record<CpamLetterFacts['kind'], { of: string; which: string; issued: string }>
> = {
  certificate: {
    of: 'du certificat de qualification professionnelle (CQP)',
    which: 'Ce certificat',
    issued: 'délivré',
  },
  fae_attestation: {
    of: 'de l’attestation de formation d’adaptation à l’emploi (FAE)',
    which: 'Cette attestation',
    issued: 'délivrée',
  },
};

const places: Readonly<Record<EmployerKind, string>> = {
  practice: 'notre cabinet',
  group: 'notre structure',
  health_centre: 'notre centre de santé',
};

/**
 * The letter with which an employer sends its CPAM the copy of a title that their medical assistant
 * obtained: it is due on receipt of the certificate, the FAE's as well (S4:L40). It names neither the
 * day nor the hand that signs: both are the employer's.
 */
export function composeCpamLetter(facts: CpamLetterFacts): CpamLetter {
  const { learnerName, number, issuedOn, decidedOn, certification, employer } = facts;
  const { of, which, issued } = titles[facts.kind];
  const { hireDate, cpamContractSignedOn } = employer;
  const contract = cpamContractSignedOn
    ? ` Notre contrat d’aide à l’emploi d’un assistant médical a été signé avec votre caisse le ${formatDay(cpamContractSignedOn)}.`
    : '';
  // The sentence has named the CQP already.
  const name = certification.replace(/^CQP /, '');
  const page = facts.page ? ` L’authenticité se vérifie à l’adresse ${facts.page}.` : '';
  return {
    subject: `Copie ${of} ${withDe(learnerName)}`,
    paragraphs: [
      'Madame, Monsieur,',
      `Vous trouverez ci-joint la copie ${of} « ${name} » ${withDe(learnerName)}, qui travaille dans ${places[employer.kind]} depuis le ${formatDay(hireDate)}.${contract}`,
      `${which}, n° ${number}, fait suite à la décision du ${formatDay(decidedOn)} et a été ${issued} le ${formatDay(issuedOn)} par ${facts.centreName}.${page}`,
      'Je vous remercie de joindre cette copie à notre dossier.',
      'Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.',
    ],
    enclosure: `Pièce jointe : copie ${of}, n° ${number}`,
    source: 'S4:L40',
  };
}
