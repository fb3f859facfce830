import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import commonjs from '@rollup/plugin-commonjs'
import nodeResolve from '@rollup/plugin-node-resolve'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'
import { type RollupCache, rollup } from 'rollup'
import webpack, { type Compiler } from 'webpack'

const root = fileURLToPath(new URL('../../', import.meta.url))
const react = /^react(-dom)?($|\/)/
const production = { 'process.env.NODE_ENV': '"production"' }

/** Bundles a module as an application would in production; returns what is loaded before anything loads later. */
type Bundle = (code: string) => Promise<string[]>

/** What Rollup has read, so that the next module of a host need not read the library again. */
let alreadyRead: RollupCache | undefined

export const bundlers: Record<'esbuild' | 'Rollup' | 'webpack', Bundle> = {
  async esbuild(code) {
    const { outputFiles } = await build({ ...withEsbuild(code), plugins: [leaveLater] })
    return outputFiles.map(({ text }) => text)
  },

  async Rollup(code) {
    const entry = `${root}entry.js`
    const bundle = await rollup({
      input: entry,
      cache: alreadyRead,
      external: (id) => react.test(id),
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === entry ? id : null),
          load: (id) => (id === entry ? code : null),
        },
        nodeResolve({ browser: true }),
        commonjs(),
      ],
      onLog: () => {},
    })
    alreadyRead = bundle.cache
    const { output } = await bundle.generate({ format: 'esm' })
    const chunks = new Map(
      output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk]] : [])),
    )
    const first = new Set(output.slice(0, 1).map(({ fileName }) => fileName))
    for (const name of first)
      for (const next of chunks.get(name)?.imports ?? []) if (chunks.has(next)) first.add(next)
    const texts = [...first].map((name) => chunks.get(name)?.code ?? '')
    const minified = texts.map((text) => transform(text, { minify: true, format: 'esm', define: production }))
    return (await Promise.all(minified)).map((result) => result.code)
  },

  async webpack(code) {
    const folder = mkdtempSync(join(tmpdir(), 'roster-webpack-'))
    try {
      const compiler = webpack({
        mode: 'production',
        context: root,
        entry: `data:text/javascript,${encodeURIComponent(code)}`,
        output: { path: folder, filename: 'first.js', chunkFilename: 'later-[id].js' },
        externals: [
          ({ request }, done) => (request && react.test(request) ? done(undefined, `var React`) : done()),
        ],
        performance: false,
        plugins: [dropLater],
      })
      const stats = await promisify(compiler.run.bind(compiler))()
      if (stats?.hasErrors()) throw new Error(stats.toString('errors-only'))
      return [readFileSync(join(folder, 'first.js'), 'utf8')]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

/** Nothing measures what loads later, so it need not be minified either. */
function dropLater({ hooks }: Compiler) {
  const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS
  hooks.thisCompilation.tap('later', (compilation) =>
    compilation.hooks.processAssets.tap({ name: 'later', stage }, (assets) => {
      for (const name of Object.keys(assets)) if (name.startsWith('later-')) compilation.deleteAsset(name)
    }),
  )
}

/**
 * What esbuild makes of a page whose code it splits. It splits by file: with an import it loads at first what any later
 * module uses too, so what loads later is built as copies.
 */
export const splitByEsbuild: Bundle = async (code) => {
  const { outputFiles, metafile } = await build({ ...withEsbuild(code), splitting: true, metafile: true })
  const texts = new Map(outputFiles.map(({ path, text }) => [path.slice(root.length), text]))
  const entry = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'entry.js')
  const first = new Set(entry?.slice(0, 1) as string[])
  for (const name of first)
    for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
      if (kind === 'import-statement' && texts.has(path)) first.add(path)
  return [...first].map((name) => texts.get(name) ?? '')
}

function withEsbuild(code: string) {
  return {
    stdin: { contents: code, resolveDir: root, sourcefile: 'entry.js' },
    bundle: true,
    minify: true,
    format: 'esm',
    define: production,
    external: ['react', 'react-dom', 'react/*', 'react-dom/*'],
    absWorkingDir: root,
    outdir: 'out',
    write: false,
    logLevel: 'error',
  } as const satisfies BuildOptions
}

const leaveLater: Plugin = {
  name: 'later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
}

/** Kilobytes of what is loaded first, compressed. */
export async function weigh(texts: string[]): Promise<number> {
  const packed = await Promise.all(texts.map((text) => promisify(gzip)(text)))
  return packed.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1_000
}
