// A process of its own: the compiler is native, keeps what it has read, and computes without a pause.
// Plain JavaScript, so that it is the same file from the sources and from the build.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const templates = fileURLToPath(new URL('./templates', import.meta.url));
const figtree = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/figtree/package.json'),
);
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontPaths: [figtree] }],
});

/**
 * @param {{ template: string, data: string, createdAt: number }} order `data` as JSON, `createdAt` in
 *   seconds since 1970
 * @returns {{ bytes: Uint8Array, pages: number }}
 * @throws {Error} with the template's own message when it does not compile
 */
export default function drawDocument({ template, data, createdAt }) {
  const compiled = compiler.compile({
    mainFilePath: `${templates}/${template}.typ`,
    inputs: { data },
    // Templates may have been edited since the last document.
    resetRead: true,
  });
  const document = compiled.result;
  if (!document) {
    const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(`${template}.typ does not compile: ${JSON.stringify(diagnostics)}`);
  }
  const bytes = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: createdAt });
  const pages = document.numOfPages;
  compiler.evictCache(10);
  return { bytes: new Uint8Array(bytes), pages };
}
