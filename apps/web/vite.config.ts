import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const compressible = /\.(?:js|css|html|svg|webmanifest)$/;

/** Writes `.gz` and `.br` beside each text file: the API serves them as they are. */
const precompress = (): Plugin => ({
  name: 'jalon-precompress',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!compressible.test(name)) continue;
      const content = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content));
    }
  },
});

const workerFile = 'service-worker.js';

/** Tells the service worker which files this build is made of. */
const listBuiltFiles = (): Plugin => ({
  name: 'jalon-list-built-files',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = Object.values(bundle)
        .filter(({ fileName }) => fileName !== workerFile)
        .map(({ fileName, ...file }) => ({
          url: `/${fileName}`,
          // A name under assets/ holds the hash of its content already.
          revision: fileName.startsWith('assets/')
            ? null
            : createHash('sha256')
                .update(file.type === 'chunk' ? file.code : file.source)
                .digest('hex'),
        }));
      const worker = bundle[workerFile];
      if (worker?.type !== 'chunk') throw new Error(`${workerFile} is not in the build`);
      worker.code = worker.code.replace('__BUILT_FILES__', JSON.stringify(files));
    },
  },
});

export default defineConfig({
  plugins: [react(), listBuiltFiles(), precompress()],
  // The packages are read from their sources: no build of theirs to wait for, and better tree-shaking.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': 'http://localhost:3000' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: resolve(import.meta.dirname, 'index.html'),
        'service-worker': resolve(import.meta.dirname, 'src/service-worker.ts'),
      },
      // A service worker rules the addresses below its own, and keeps its name from build to build.
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? workerFile : 'assets/[name]-[hash].js',
      },
    },
  },
});
