import type { Acknowledgement } from '@jalon/domain';
import { SaxesParser } from 'saxes';
import { DomainError } from '../../http/domain-error.ts';

const unreadable = (detail: string): DomainError =>
  new DomainError('file_unreadable', detail, {
    errors: [{ pointer: '/contentBase64', message: detail }],
  });

const notXml =
  'Ce fichier n’est pas un accusé de traitement XML, ou il est abîmé : téléchargez-le à nouveau depuis le portail des certificateurs.';

/**
 * Reads an acknowledgement (« accusé de traitement ») of the registry: `rapport` with `idFlux`,
 * `idTraitement`, `PassagesOK/idTechnique` and `PassagesKO/passage/{idTechnique, messageErreur}`.
 * Prefixes of names do not count. See docs/adr/0009.
 *
 * @throws file_unreadable
 */
export function readAcknowledgement(bytes: Uint8Array): Acknowledgement {
  const found = { reportId: '', treatmentId: '' };
  const acceptedIds: string[] = [];
  const rejections: { entryId: string; message: string }[] = [];
  const clientIds: string[] = [];
  let passage = { entryId: '', message: '' };
  const open: string[] = [];
  let text = '';

  const parser = new SaxesParser();
  parser.on('error', () => {
    throw unreadable(notXml);
  });
  // Neither entities nor a document type belong here: both are means of attack.
  parser.on('doctype', () => {
    throw unreadable(notXml);
  });
  parser.on('opentag', ({ name }) => {
    const tag = localName(name);
    if (open.length === 0) refuseOtherRoot(tag);
    open.push(tag);
    text = '';
    if (tag === 'passage') passage = { entryId: '', message: '' };
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('cdata', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    const path = open.join('/');
    const value = text.trim();
    text = '';
    open.pop();
    if (path === 'rapport/idFlux') found.reportId = value;
    else if (path === 'rapport/idTraitement') found.treatmentId = value;
    else if (path.endsWith('/idClient')) clientIds.push(value);
    else if (path.endsWith('/PassagesOK/idTechnique')) acceptedIds.push(value);
    else if (path.endsWith('/PassagesKO/passage/idTechnique')) passage.entryId = value;
    else if (path.endsWith('/PassagesKO/passage/messageErreur')) passage.message = value;
    else if (path.endsWith('/PassagesKO/passage')) rejections.push(passage);
  });
  parser.write(decode(bytes)).close();

  const { reportId, treatmentId } = found;
  if (reportId === '' || treatmentId === '')
    throw unreadable(
      'Cet accusé ne dit pas à quel fichier il répond (idFlux, idTraitement) : téléchargez-le à nouveau depuis le portail.',
    );
  return { reportId, treatmentId, acceptedIds, rejections, clientIds };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function refuseOtherRoot(tag: string): void {
  if (tag === 'flux')
    throw unreadable(
      'C’est le fichier envoyé, pas la réponse : importez l’accusé de traitement que le portail rend ensuite.',
    );
  if (tag !== 'rapport') throw unreadable(notXml);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(notXml);
  }
}
