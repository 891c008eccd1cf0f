import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const schema = readFileSync(new URL('./registry-report.xsd', import.meta.url), 'utf8');

/** The text of a file for the registry, once libxml2 has found it right by the schema. */
export function readRegistryXml(bytes: Uint8Array): string {
  const xsd = XmlDocument.fromString(schema);
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromBuffer(bytes);
  try {
    validator.validate(document);
    return Buffer.from(bytes).toString('utf8');
  } finally {
    document.dispose();
    validator.dispose();
    xsd.dispose();
  }
}

/** The registry's answer to a file, in the layout of its acknowledgements. */
export const acknowledgementOf = (answer: {
  readonly reportId: string;
  readonly treatmentId?: string;
  readonly accepted?: readonly string[];
  readonly rejected?: readonly (readonly [id: string, message: string])[];
}): string => `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<rapport xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema">
  <nomFichier>accrochage.xml</nomFichier>
  <idFlux>${answer.reportId}</idFlux>
  <idTraitement>${answer.treatmentId ?? '67598'}</idTraitement>
  <PassagesKO>${(answer.rejected ?? [])
    .map(
      ([id, message]) =>
        `<passage><idTechnique>${id}</idTechnique><messageErreur>${message}</messageErreur></passage>`,
    )
    .join('')}</PassagesKO>
  <PassagesOK>${(answer.accepted ?? []).map((id) => `<idTechnique>${id}</idTechnique>`).join('')}</PassagesOK>
</rapport>`;
