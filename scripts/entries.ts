import { readFileSync } from 'node:fs'

type Target = string | { 'roster-source'?: string }

/** The package's TypeScript entries by name, as package.json exports them: `client` is `./src/client.ts`. */
export function entries(): Record<string, string> {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { exports }: { exports: Record<string, Target> } = JSON.parse(text)
  return Object.fromEntries(
    Object.entries(exports).flatMap(([path, target]) => {
      const source = typeof target === 'object' ? target['roster-source'] : undefined
      return source ? [[path === '.' ? 'index' : path.slice('./'.length), source]] : []
    }),
  )
}
