import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, posix, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Loader, type Metafile, type OutputFile, type Plugin } from 'esbuild'
import { entries } from './entries.ts'
import { laterModules, plainModules } from './later-modules.ts'
import { markPure } from './mark-pure.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const packageName = '@aicx/roster'

/** Packages of which a build carries one copy: what a host does not install, and what `require` could not load. */
const vendored = { '.js': ['hono'], '.cjs': ['hono', 'ky', '@tanstack/react-table'] }

type Extension = keyof typeof vendored

/** Packages that are copied into the modules that load later. */
const packagesOfLater = /^@tanstack\/(react-)?table/

/** What `./msw/browser` is on a server, by a condition of package.json. */
const elsewhere = 'mocks/no-browser.ts'

const isBare = /^[^./]/

const isReact = /^react(-dom)?($|\/)/

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'neutral',
  target: 'es2022',
  conditions: ['roster-source'],
  sourcemap: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions

/**
 * Writes each module of the library as one file, as ES module and as CommonJS. A bundler then leaves out what a host
 * does not import, whatever splits or merges files.
 */
export async function buildModules(folder: string): Promise<void> {
  const entryPoints = [...Object.values(entries()), elsewhere].map((path) => posix.normalize(path))
  const inputs = await modulesOf(entryPoints)
  const copied = laterModules(inputs)
  const modules = { ...shared, outdir: folder }
  const plain = await build({
    ...modules,
    entryPoints: plainModules(inputs, entryPoints, copied).map((source) => ({
      in: source,
      out: outputOf(source),
    })),
    format: 'esm',
    plugins: [separate('.js', copied), pure],
  })
  const later = await build({
    ...modules,
    entryPoints: [...copied].map((source) => ({ in: source, out: copyOf(source) })),
    format: 'esm',
    plugins: [separate('.js', copied, true), pure],
  })
  const common = await build({
    ...modules,
    entryPoints: Object.keys(inputs).map((source) => ({ in: source, out: outputOf(source) })),
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // Jest has no `import()` in CommonJS.
    supported: { 'dynamic-import': false },
    plugins: [separate('.cjs', new Set()), pure],
  })
  write([...plain.outputFiles, ...later.outputFiles, ...common.outputFiles])
  await buildVendor(folder, '.js')
  await buildVendor(folder, '.cjs')
}

/** The repository's files that a set of modules loads, types aside. */
async function modulesOf(entryPoints: string[]): Promise<Metafile['inputs']> {
  const { metafile } = await build({
    ...shared,
    entryPoints,
    outdir: 'dist',
    packages: 'external',
    metafile: true,
    plugins: [ownEntries],
  })
  return metafile.inputs
}

/** The backend in the mocks imports the contract by the package's name. */
const ownEntries: Plugin = {
  name: 'own-entries',
  setup({ onResolve }) {
    onResolve({ filter: isBare }, ({ path }) => {
      const source = ownEntry(path)
      return source ? { path: resolve(root, source) } : undefined
    })
  },
}

/**
 * Leaves every import outside of the file, by the path that it has in the build. What is loaded by `import()` is the
 * copy, and copies import copies.
 */
const separate = (extension: Extension, copied: ReadonlySet<string>, isCopy = false): Plugin => ({
  name: 'separate',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point') return undefined
      const file = relative(root, importer)
      if (file.startsWith('node_modules/')) return isReact.test(path) ? { path, external: true } : undefined
      const from = isCopy ? copyOf(file) : outputOf(file)
      const source = path.startsWith('.') ? relative(root, resolve(dirname(importer), path)) : ownEntry(path)
      if (source !== undefined) {
        const isOfCopy = copied.has(source) && (isCopy || kind === 'dynamic-import')
        const to = isOfCopy ? copyOf(source) : outputOf(source)
        return { path: link(from, `${to}${extension}`), external: true }
      }
      if (isCopy && packagesOfLater.test(path)) return undefined
      const isVendored = vendored[extension].includes(path)
      return { path: isVendored ? link(from, `${vendorOf(path)}${extension}`) : path, external: true }
    })
  },
})

/** Says which calls at the top of a module may be dropped with what they make. */
const pure: Plugin = {
  name: 'pure',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => ({
      contents: markPure(readFileSync(path, 'utf8')),
      loader: extname(path).slice(1) as Loader,
    }))
  },
}

/** As Node has it: what a CommonJS module exports as a whole is its default. */
const defaultIsModule =
  'if (module.exports.default) module.exports = Object.assign(module.exports.default, module.exports)'

async function buildVendor(folder: string, extension: Extension) {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: vendored[extension].map((name) => ({ in: name, out: vendorOf(name) })),
    outdir: folder,
    outExtension: { '.js': extension },
    ...(extension === '.js' ? { format: 'esm' } : { format: 'cjs', footer: { js: defaultIsModule } }),
    external: ['react', 'react-dom'],
  })
  write(outputFiles)
}

/** The path below the build's folder, without an extension: the entries lie at its top. */
function outputOf(source: string): string {
  const [entry] = Object.entries(entries()).find(([, path]) => posix.normalize(path) === source) ?? []
  return entry ?? source.replace(/^src\//, '').replace(/\.tsx?$/, '')
}

/** The path of a module's copy. */
const copyOf = (source: string) => `later/${outputOf(source)}`

const vendorOf = (name: string) => `vendor/${name.replace(/^.*\//, '')}`

function ownEntry(path: string): string | undefined {
  if (path !== packageName && !path.startsWith(`${packageName}/`)) return undefined
  const source = entries()[path.slice(packageName.length + 1) || 'index']
  return source && posix.normalize(source)
}

function link(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

function write(files: OutputFile[]) {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, clientFirst(text))
  }
}

/** Bundlers look for `use client` on the first line. */
const clientFirst = (text: string) =>
  text.replace(/^"use strict";\n"use client";\n/, '"use client";\n"use strict";\n')
