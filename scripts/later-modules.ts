import { readFileSync } from 'node:fs'
import type { Metafile } from 'esbuild'

type Inputs = Metafile['inputs']

/** The modules of what a page shows first. */
const page = ['src/page/UsersSettings.tsx', 'src/page/RosterProvider.tsx', 'src/client/http-api.ts']

/** Modules with something that both copies would have to share: a context, or a registry that fills up. */
const keepsState = /^(?:export )?(?:let |const \w+(?:: .+)? = (?:createContext\b|new \w+(?:<.*>)?\(\)))/m

const isDynamic = ({ kind }: { kind: string }) => kind === 'dynamic-import'
const isStatic = (one: { kind: string }) => !isDynamic(one)

const textOf = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

/** The modules that some load, with themselves. */
function loadedBy(inputs: Inputs, names: Iterable<string>, follows: (one: { kind: string }) => boolean) {
  const loaded = new Set(names)
  for (const name of loaded)
    for (const imported of inputs[name]?.imports ?? [])
      if (follows(imported) && imported.path in inputs) loaded.add(imported.path)
  return loaded
}

/**
 * The modules of which the build has a second copy, for what a page loads later. esbuild splits by file: a module that
 * an entry exports and that a later module uses too would be in the first load of everyone.
 */
export function laterModules(inputs: Inputs): Set<string> {
  const first = loadedBy(inputs, page, isStatic)
  const begins = Object.values(inputs).flatMap(({ imports }) =>
    imports.filter(isDynamic).map(({ path }) => path),
  )
  const later = loadedBy(inputs, begins, () => true)
  return new Set([...later].filter((name) => !first.has(name) && !keepsState.test(textOf(name))))
}

/** The modules that are built as they are: all but those of which only the copy is ever loaded. */
export function plainModules(inputs: Inputs, entries: string[], copied: ReadonlySet<string>): string[] {
  const single = Object.keys(inputs).filter((name) => !copied.has(name))
  return [...loadedBy(inputs, [...entries, ...single], isStatic)]
}
