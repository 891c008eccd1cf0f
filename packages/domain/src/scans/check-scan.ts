import { stripUnstorable } from '../storable-text.ts';

/** What a scan may be, by its real media type, with the end that its name then has. */
const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** The heaviest scan, in bytes: five megabytes. */
export const scanMaxBytes = 5 * 1024 * 1024;

/** A scan as it was sent. `mediaType` is what the bytes are, never what the name says. */
export interface SentScan {
  readonly sizeBytes: number;
  /** `null` when nothing recognises the bytes. */
  readonly mediaType: string | null;
}

/** What keeps a file from being a scan, with a French sentence for each; `null` when nothing does. */
export function findScanFault({
  sizeBytes,
  mediaType,
}: SentScan): { readonly fault: 'empty' | 'size' | 'type'; readonly message: string } | null {
  if (sizeBytes === 0)
    return { fault: 'empty', message: 'Ce fichier est vide. Choisissez-en un autre.' };
  if (sizeBytes > scanMaxBytes)
    return { fault: 'size', message: 'Envoyez un fichier de 5 Mo au plus.' };
  if (mediaType === null || !Object.hasOwn(extensions, mediaType))
    return {
      fault: 'type',
      message:
        'Ce fichier n’est ni un PDF, ni une image JPEG ou PNG. Scannez le papier ou prenez-le en photo.',
    };
  return null;
}

// Path separators, what Windows refuses in a name, and signs that turn the reading direction.
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;

/** Characters that a name keeps before its end. */
const maxNameLength = 100;

/**
 * The name under which a scan is kept and handed back: the last part of the one that was sent,
 * without what a computer could take for something else, with the end of its real type; `fallback`
 * when nothing is left of it.
 */
export function nameScan(sentName: string, mediaType: string, fallback: string): string {
  const own = stripUnstorable(sentName).split(/[/\\]/).at(-1) ?? '';
  const stem = own
    .replace(/\.[^.]*$/, '')
    .replace(unsafe, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const kept = [...stem].slice(0, maxNameLength).join('').trim();
  return `${kept || fallback}.${extensions[mediaType] ?? 'bin'}`;
}
