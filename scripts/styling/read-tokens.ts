/** A public token. */
export interface DescribedToken {
  name: string
  /** The value that the sheets use if a host sets none. */
  value: string
  description: string
}

interface Described {
  $description?: string
}

/** The public tokens in the order of the file, with the values of the generated sheet. */
export function readTokens(tokens: Record<string, unknown>, css: string): DescribedToken[] {
  const values = new Map<string, string>()
  for (const [, name = '', value = ''] of css.matchAll(/^ {2}--_[\w-]+: var\(--roster-([\w-]+), (.*)\);$/gm))
    if (!values.has(name)) values.set(name, value.replace(/var\(--_([\w-]+)\)/g, '$1'))
  return Object.values(tokens).flatMap((group) =>
    typeof group === 'object' && group !== null
      ? Object.entries<Described | string>({ ...group }).flatMap(([name, token]) =>
          typeof token === 'object'
            ? [{ name, value: values.get(name) ?? '', description: token.$description ?? '' }]
            : [],
        )
      : [],
  )
}
