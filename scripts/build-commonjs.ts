import { readdirSync, writeFileSync } from 'node:fs'
import { build, type Plugin } from 'esbuild'

/** Packages without a CommonJS form, which `require` could not load: the files that use them carry them. */
const esmOnly = /^(ky|@tanstack\/react-table|@tanstack\/table-core)$/

const siblings: Plugin = {
  name: 'siblings',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      importer.includes('node_modules') ? undefined : { path: path.replace(/\.js$/, '.cjs'), external: true },
    )
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) =>
      kind === 'entry-point' || esmOnly.test(path) || importer.includes('node_modules')
        ? undefined
        : { path, external: true },
    )
  },
}

/** Writes each ES module of a folder a second time as CommonJS, file by file, so that entries share their chunks. */
export async function buildCommonJs(folder: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => `${folder}/${name}`),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    plugins: [siblings],
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: true,
    write: false,
    logLevel: 'warning',
  })
  for (const { path, text } of outputFiles) writeFileSync(path, clientFirst(text))
}

/** Bundlers look for `use client` on the first line. */
const clientFirst = (text: string) =>
  text.replace(/^"use strict";\n"use client";\n/, '"use client";\n"use strict";\n')
