import type { Answer } from '@jalon/contract';
import { tellKeptSince } from '@jalon/domain';
import type { ReactNode } from 'react';
import { keepFrenchSpaces } from '../lib/french-spaces.ts';
import classes from './block-attestations.module.css';
import { DownloadButton } from './download-button.tsx';

type AcquiredBlock = Answer<'GET /enrolments/:enrolmentId/certificate'>['acquiredBlocks'][number];

interface BlockAttestationsProps {
  readonly blocks: readonly AcquiredBlock[];
  /** What else can be done with an attestation. */
  readonly act?: (attestation: NonNullable<AcquiredBlock['attestation']>) => ReactNode;
}

/** The blocks that a jury acquired, each with its attestation to download once it is issued. */
export const BlockAttestations = ({ blocks, act }: BlockAttestationsProps) => (
  <ul className={classes.list}>
    {blocks.map(({ code, name, attestation, ...since }) => (
      <li key={code} className={classes.block}>
        <div>
          <div className={classes.name}>{keepFrenchSpaces(`${code} · ${name}`)}</div>
          <div className={classes.words}>
            {keepFrenchSpaces(`Acquis au jury du ${tellKeptSince(since)}`)}
            {since.acquiredAt !== null && `, attestation à demander à ${since.acquiredAt}`}
            {since.acquiredAt === null &&
              (attestation === null ? ', attestation à délivrer' : ` · n° ${attestation.number}`)}
          </div>
        </div>
        {attestation && (
          <>
            <DownloadButton
              size="compact-sm"
              aria-label={`Télécharger en PDF, n° ${attestation.number}`}
              from="GET /certificates/:certificateId/document"
              request={{ params: { certificateId: attestation.id } }}
            >
              Télécharger en PDF
            </DownloadButton>
            {act?.(attestation)}
          </>
        )}
      </li>
    ))}
  </ul>
);
