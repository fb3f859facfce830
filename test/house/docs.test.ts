import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { files, read } from './files.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const pages = files.filter((path) => path.endsWith('.md'))

/** The `ts` and `tsx` blocks of all pages, as modules that lie beside their page. */
const snippets = new Map(
  pages.flatMap((page) =>
    [...read(page).matchAll(/^```(tsx?)\n(.*?)^```/gms)].map(([, language, text = ''], index) => [
      `${root}${page}.${index + 1}.${language}`,
      text,
    ]),
  ),
)

function mistakes(modules: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, noUnusedLocals: false, types: ['vite/client'] },
    root,
  )
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => modules.has(path) || fileExists(path)
  host.readFile = (path) => modules.get(path) ?? readFile(path)
  host.getSourceFile = (path, target, ...rest) => {
    const text = modules.get(path)
    return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target)
  }
  const program = ts.createProgram([...modules.keys()], options, host)
  // The modules of the repository are checked elsewhere.
  const found = [...modules.keys()].flatMap((path) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path)),
  )
  return found.flatMap(({ file, messageText }) => {
    if (!file || !modules.has(file.fileName)) return []
    return [`${file.fileName.slice(root.length)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`]
  })
}

describe('the documentation', () => {
  it('has snippets that compile', { timeout: 120_000 }, () => {
    expect(snippets.size).toBeGreaterThan(0)
    expect(mistakes(snippets)).toEqual([])
  })

  it('would not pass with a snippet that does not', () => {
    const page = `${root}wrong.md.1.ts`
    const text = "import { userSchema } from '@aicx/roster/contract'\nuserSchema.nonsense\n"
    expect(mistakes(new Map([[page, text]]))).toEqual([
      expect.stringContaining("Property 'nonsense' does not exist"),
    ])
  })

  it.each(pages)('%s links to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(`${root}${dirname(page)}/${link}`))).toEqual([])
  })
})
