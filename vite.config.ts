import { builtinModules } from 'node:module';
import path from 'node:path';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import type { EnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
// Lingui's own transform needs a native part that npm leaves out under older Node versions; Babel's works everywhere.
process.env['LINGUI_SUPPRESS_BABEL_WARNING'] = '1';
const native = ['electron', 'better-sqlite3', '@ngrok/ngrok'];
const external = [...native, /^electron\//, /^node:/, ...builtinModules];

/** One environment of Node-side files. Chunks lie flat beside the entries, so that `import.meta.dirname` is the same in all of them. */
function nodeSide(input: Record<string, string>, folder: string, format: 'es' | 'cjs'): EnvironmentOptions {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: native },
    build: {
      outDir: path.join(root, 'dist', folder),
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
      sourcemap: true,
      ssr: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, path.join(root, file)])),
        external,
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}` },
      },
    },
  };
}

/** The tests of one room; each runs in Node, against what the project ships. */
function project(name: string, include: string[], seconds: number, more: { fileParallelism?: boolean; sequence?: { groupOrder: number } } = {}) {
  return {
    extends: true as const,
    root,
    test: {
      name,
      environment: 'node' as const,
      setupFiles: [path.join(root, 'tests/support/fix-seed.ts')],
      include,
      testTimeout: seconds * 1000,
      hookTimeout: seconds * 1000,
      ...more,
    },
  };
}

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: '/',
  // Babel presets run last to first: Lingui's macro has to be gone before the React compiler reads the code.
  plugins: [react(), lingui(), babel({ presets: [reactCompilerPreset(), linguiTransformerBabelPreset()] })],
  html: { cspNonce: '__NONCE__' },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: path.join(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        // Pictures, fonts and sounds stay files: the policy of the page allows its own files, not inlined ones.
        assetsInlineLimit: 0,
      },
    },
    main: nodeSide({ main: 'electron/main.ts', headless: 'electron/headless.ts', 'db-worker': 'electron/db-worker.ts' }, 'main', 'es'),
    preload: nodeSide({ preload: 'electron/preload.ts' }, 'preload', 'cjs'),
  },
  test: {
    // Files wait for clocks and answers far more than they work: one worker a core, not one core left over. A browser keeps a core busy by itself.
    maxWorkers: '100%',
    projects: [
      project(
        'unit',
        [
          'tests/*.test.ts',
          'tests/{shared,renderer,wire,graph,inbound,store,commands,queries,outbound,upkeep,files,console,settings,simulator,scripts}/**/*.test.ts',
        ],
        20,
      ),
      project('journeys', ['tests/journeys/**/*.test.ts'], 60),
      project('browser', ['tests/browser/**/*.test.ts'], 120, { fileParallelism: false, sequence: { groupOrder: 1 } }),
      // One display, one notification daemon, one focus: the windows take turns.
      project('desktop', ['tests/desktop/**/*.test.ts'], 120, { fileParallelism: false, sequence: { groupOrder: 2 } }),
    ],
  },
});
