import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Injectable } from '@nestjs/common';

/** A rendered document. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const templates = fileURLToPath(new URL('./templates', import.meta.url));

/**
 * Draws documents from the Typst templates beside this file, which anyone may edit. A template reads
 * its data from `sys.inputs.data` (JSON). Same template and data, same bytes.
 */
@Injectable()
export class TypstRenderer {
  private compiler: Promise<NodeCompiler> | null = null;

  /** @throws Error with the template's own message when it does not compile */
  async render(template: string, data: unknown, at: Date): Promise<RenderedPdf> {
    this.compiler ??= openCompiler();
    const compiler = await this.compiler;
    const compiled = compiler.compile({
      mainFilePath: `${templates}/${template}.typ`,
      inputs: { data: JSON.stringify(data) },
      // Templates may have been edited since the last document.
      resetRead: true,
    });
    const document = compiled.result;
    if (!document) {
      const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
      throw new Error(`${template}.typ does not compile: ${JSON.stringify(diagnostics)}`);
    }
    const bytes = compiler.pdf(document, {
      pdfStandard: 'ua-1',
      creationTimestamp: Math.floor(at.getTime() / 1000),
    });
    const pages = document.numOfPages;
    compiler.evictCache(10);
    return { bytes: new Uint8Array(bytes), pages };
  }
}

/** The compiler is native and heavy: loaded with the first document, not with the application. */
async function openCompiler(): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  const figtree = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/figtree/package.json'),
  );
  return typst.NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontPaths: [figtree] }],
  });
}
