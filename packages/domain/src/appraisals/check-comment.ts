export const patientDataKinds = ['person_name', 'birth_date', 'nir', 'phone'] as const;
export type PatientDataKind = (typeof patientDataKinds)[number];

export interface CommentWarning {
  readonly kind: PatientDataKind;
  /** The words that raised the doubt, as typed. */
  readonly excerpt: string;
  readonly message: string;
}

const frenchDate = String.raw`\d{1,2}(?:er)?[\s/.-](?:\d{1,2}|\p{L}{3,9})[\s/.-]\d{2,4}`;

const patterns: Record<PatientDataKind, RegExp> = {
  person_name:
    /(?<![\p{L}])(?:M\.|Mr\.?|Mme|mme|Mlle|mlle|[Mm]adame|[Mm]onsieur|[Pp]atiente?\s?:?)\s+\p{Lu}[\p{L}'’-]*/gu,
  birth_date: new RegExp(
    String.raw`(?<!\p{L})(?:née?\s+(?:le\s+|en\s+)(?:${frenchDate}|\d{4})|(?:ddn|date de naissance)\s*:?\s*${frenchDate}|\d{1,2}[/.-]\d{1,2}[/.-]19\d{2})(?!\d)`,
    'giu',
  ),
  nir: /(?<!\d)[12][\s.]?\d{2}[\s.]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.]?(?:\d{2}|2[ABab])[\s.]?\d{3}[\s.]?\d{3}(?:[\s.]?\d{2})?(?!\d)/g,
  phone: /(?<![\d+])(?:\+33\s?(?:\(0\)\s?)?|0033\s?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/g,
};

const messages: Record<PatientDataKind, string> = {
  person_name: 'ressemble au nom d’une personne',
  birth_date: 'ressemble à une date de naissance',
  nir: 'ressemble à un numéro de sécurité sociale',
  phone: 'ressemble à un numéro de téléphone',
};

/**
 * Doubts that a tutor's comment lets a patient be recognised: a name after a title or « patient »,
 * a birth date, a social security number, a phone number (medical secrecy, DOMAIN 4.5). Warnings
 * only, in the order of the text: a tutor may have written a colleague's name.
 */
export function checkComment(comment: string): readonly CommentWarning[] {
  const found = patientDataKinds.flatMap((kind) =>
    [...comment.matchAll(patterns[kind])].map((match) => ({
      at: match.index,
      kind,
      excerpt: match[0],
    })),
  );
  return found
    .toSorted((one, other) => one.at - other.at)
    .map(({ kind, excerpt }) => ({
      kind,
      excerpt,
      message: `« ${excerpt} » ${messages[kind]}. Retirez ce qui permet de reconnaître un patient (secret médical).`,
    }));
}
