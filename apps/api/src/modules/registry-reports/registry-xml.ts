import {
  natureOfDepositor,
  parisTimestamp,
  type RegistryField,
  type RegistryFields,
  type RegistrySettings,
} from '@jalon/domain';
import XMLBuilder from 'fast-xml-builder';

/** What stands around the persons of one file. */
export interface RegistryEnvelope extends Omit<RegistrySettings, 'asksForNir'> {
  readonly id: string;
  readonly code: string;
  readonly producedAt: Date;
}

type XmlNode = string | { readonly [name: string]: XmlNode };

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

const LIST = 'cpf:passageCertifications';

/**
 * The XML of a file, a page of persons at a time: what was given is not held. Elements come in the
 * order of DOMAIN 11; `null` is written `xsi:nil`.
 */
export async function* writeRegistryXml(
  envelope: RegistryEnvelope,
  pages: AsyncIterable<readonly RegistryFields[]>,
): AsyncGenerator<Uint8Array> {
  const [head, tail] = writeEnvelope(envelope);
  yield Buffer.from(head);
  for await (const entries of pages) yield Buffer.from(entries.map(writeEntry).join(''));
  yield Buffer.from(tail);
}

const writeEntry = (entry: RegistryFields): string =>
  builder.build({ 'cpf:passageCertification': toNode(entry) });

/** What comes before the persons, and after them. */
function writeEnvelope(envelope: RegistryEnvelope): readonly [string, string] {
  const empty = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    'cpf:flux': {
      '@xmlns:cpf': 'urn:cdc:cpf:pc5:schema:1.0.0',
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      ...(toNode({
        idFlux: envelope.id,
        horodatage: parisTimestamp(envelope.producedAt.toISOString()),
        emetteur: {
          idClient: envelope.emitterClientId,
          certificateurs: {
            certificateur: {
              idClient: envelope.certifierClientId,
              idContrat: envelope.contractId,
              certifications: {
                certification: {
                  type: 'RNCP',
                  code: envelope.code,
                  natureDeposant: natureOfDepositor(envelope),
                  passageCertifications: {},
                },
              },
            },
          },
        },
      }) as object),
    },
  });
  const [before = '', after = ''] = empty.split(`<${LIST}/>`);
  return [`${before}<${LIST}>`, `</${LIST}>${after}`];
}

function toNode(field: RegistryField): XmlNode {
  if (field === null) return { '@xsi:nil': 'true' };
  if (typeof field !== 'object') return String(field);
  const entries = Object.entries(field);
  if (entries.length === 0) return '';
  return Object.fromEntries(entries.map(([name, value]) => [`cpf:${name}`, toNode(value)]));
}
