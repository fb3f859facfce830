import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { entries } from '../../scripts/entries.ts'
import { typesNeededBy } from './types-needed-by.ts'
import { undocumented } from './undocumented.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
const built = Object.entries(entries())
const program = ts.createProgram(
  built.map(([, source]) => `${root}${source}`),
  options,
)
const checker = program.getTypeChecker()

describe.each(built)('the public API ./%s', (name, source) => {
  const symbols = symbolsOf(`${root}${source}`)
  const names = (value: boolean) =>
    symbols
      .filter(({ flags }) => Boolean(flags & ts.SymbolFlags.Value) === value)
      .map((symbol) => `  ${symbol.name}`)
      .sort()

  it('has the names that were meant', async () => {
    expect(symbols).not.toEqual([])
    const text = ['values', ...names(true), 'types', ...names(false), ''].join('\n')
    await expect(text).toMatchFileSnapshot(`./public-api/${name}.txt`)
  })

  it('has a doc sentence for every name', () => {
    const bare = symbols.filter((symbol) => symbol.getDocumentationComment(checker).length === 0)
    expect(bare.map((symbol) => symbol.name)).toEqual([])
  })

  it('has one for every overload, method and callback, and for data that doesn’t explain itself', () => {
    expect(symbols.flatMap((symbol) => undocumented(symbol, checker))).toEqual([])
  })

  it('exports each type that its exports refer to, or finds it in an entry for servers', () => {
    const exported = new Set([...symbols, ...serverEntries.flatMap((entry) => symbolsOf(`${root}${entry}`))])
    const missing = symbols.flatMap((symbol) =>
      [...typesNeededBy(symbol, checker, `${root}src/`)]
        .filter((needed) => !exported.has(needed))
        .map((needed) => `${symbol.name} needs ${needed.name}`),
    )
    expect(missing).toEqual([])
  })
})

const serverEntries = ['src/contract.ts', 'src/client.ts']

/** What an entry exports, each followed to its declaration. */
function symbolsOf(path: string): ts.Symbol[] {
  const file = program.getSourceFile(path)
  const module = file && checker.getSymbolAtLocation(file)
  if (!module) return []
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
}
