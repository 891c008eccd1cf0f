import type { Finding } from '../finding.ts';
import { stripUnstorable } from '../storable-text.ts';

/** What a scan may be, by its real media type, with the end that its name then has. */
const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** The heaviest scan of a credential, in bytes: five megabytes. */
export const credentialFileMaxBytes = 5 * 1024 * 1024;

const error = (rule: string, message: string, path = '/contentBase64'): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'S1:L174, W1',
});

/**
 * Whether a file may be kept as the scan of a credential (« obligation de détenir », S1:L174): it
 * holds something, it is not too heavy, it is a PDF or a picture, and the credential still counts.
 * `mediaType` is what the bytes are, never what the name says; `null` when nothing recognises them.
 */
export function checkCredentialFile(file: {
  readonly sizeBytes: number;
  readonly mediaType: string | null;
  /** The credential was corrected or taken back. */
  readonly isSuperseded: boolean;
}): readonly Finding[] {
  if (file.isSuperseded)
    return [
      error(
        'credential-file.credential-counts',
        'Cette attestation a été corrigée ou retirée : joignez le justificatif à celle qui vaut.',
        '',
      ),
    ];
  if (file.sizeBytes === 0)
    return [error('credential-file.not-empty', 'Ce fichier est vide. Choisissez-en un autre.')];
  if (file.sizeBytes > credentialFileMaxBytes)
    return [error('credential-file.size', 'Envoyez un fichier de 5 Mo au plus.')];
  if (file.mediaType === null || !Object.hasOwn(extensions, file.mediaType))
    return [
      error(
        'credential-file.type',
        'Ce fichier n’est ni un PDF, ni une image JPEG ou PNG. Scannez l’attestation ou prenez-la en photo.',
      ),
    ];
  return [];
}

// Path separators, what Windows refuses in a name, and signs that turn the reading direction.
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;

/** Characters that a name keeps before its end. */
const maxNameLength = 100;

/**
 * The name under which a scan is kept and handed back: the last part of the one that was sent,
 * without what a computer could take for something else, with the end of its real type.
 */
export function nameCredentialFile(sentName: string, mediaType: string): string {
  const own = stripUnstorable(sentName).split(/[/\\]/).at(-1) ?? '';
  const stem = own
    .replace(/\.[^.]*$/, '')
    .replace(unsafe, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const kept = [...stem].slice(0, maxNameLength).join('').trim();
  return `${kept || 'justificatif'}.${extensions[mediaType] ?? 'bin'}`;
}
