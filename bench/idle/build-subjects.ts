import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'

/** The subjects in the order of the columns. */
export const subjects = ['react-idle-timer', 'roster'] as const

/** Name of a subject. */
export type SubjectName = (typeof subjects)[number]

const folder = fileURLToPath(new URL('./', import.meta.url))

const production = {
  bundle: true,
  minify: true,
  write: false as const,
  target: 'esnext',
  conditions: ['roster-source'],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error' as const,
} satisfies BuildOptions

/** Bundles the page of a subject, with React. */
export async function buildSubject(name: SubjectName): Promise<string> {
  const { outputFiles } = await build({
    ...production,
    entryPoints: [`${folder}subjects/${name}.tsx`],
    format: 'iife',
    jsx: 'automatic',
  })
  return outputFiles[0]?.text ?? ''
}

const headless = '../../src/headless.ts'

/** What an application imports, by the row of the report. */
const imports: Record<string, Partial<Record<SubjectName, string>>> = {
  'bundle, engine alone': { roster: `export { openIdleEngine } from '${headless}'` },
  'bundle, with hook, heartbeat and bridge': {
    'react-idle-timer': "export { useIdleTimer } from 'react-idle-timer'",
    roster: `export { openIdleEngine, acceptIdleActivity } from '${headless}'\nexport { useIdleLogout } from '../../src/hooks/useIdleLogout.ts'`,
  },
}

/** Bytes of what an application imports, compressed and without React. */
export async function weighSubjects(): Promise<[row: string, ...cells: string[]][]> {
  const weigh = async (contents: string | undefined) => {
    if (!contents) return '–'
    const { outputFiles } = await build({
      ...production,
      stdin: { contents, resolveDir: folder, loader: 'ts' },
      format: 'esm',
      splitting: true,
      outdir: 'out',
      external: ['react', 'react-dom', 'react/*'],
    })
    const packed = await promisify(gzip)(
      outputFiles.find(({ path }) => path.endsWith('stdin.js'))?.text ?? '',
    )
    return `${packed.byteLength.toLocaleString('en')} B`
  }
  return Promise.all(
    Object.entries(imports).map(
      async ([row, of]): Promise<[string, ...string[]]> => [
        row,
        ...(await Promise.all(subjects.map((name) => weigh(of[name])))),
      ],
    ),
  )
}
