import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The subjects in the order in which they take turns. */
export const subjects = ['bare', 'list', 'table', 'page'] as const

/** Name of a subject. */
export type SubjectName = (typeof subjects)[number]

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/**
 * Bundles a subject as an application would in production; returns its script and sheet. With `hinted`, V8 compiles all
 * functions with the script, as `docs/speed.md` advises.
 */
export async function buildSubject(
  name: SubjectName,
  hinted: boolean,
): Promise<{ script: string; sheet: string }> {
  const extension = name === 'bare' ? 'ts' : 'tsx'
  const { outputFiles } = await build({
    entryPoints: {
      subject: path(`subjects/${name}.${extension}`),
      sheet: path(name === 'bare' || name === 'list' ? 'subjects/bare.css' : '../../src/styles/index.css'),
    },
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    banner: { js: hinted ? '//# allFunctionsCalledOnLoad' : '' },
    target: 'esnext',
    jsx: 'automatic',
    conditions: ['roster-source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const text = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? ''
  return { script: text('subject.js'), sheet: text('sheet.css') }
}
