/** A token of the Design Tokens format, as far as Roster uses it. */
interface Token {
  $type: string
  $value: unknown
  $description?: string
  $extensions?: { roster: Partial<Record<Variant, unknown>> }
}

type Variant = 'css' | 'dark' | 'contrast' | 'compact' | 'touch' | 'coarse' | 'still'
type Group = Record<string, Token | string>

/** The text of `tokens.generated.css` and `tokens.generated.ts`. */
export interface GeneratedTokens {
  css: string
  ts: string
}

const banner = 'Generated from tokens.json by scripts/build-styles.ts.'

/** Writes private `--_*` properties, read from public `--roster-*` ones, and the list of public names. */
export function generateTokens(source: Record<string, unknown>): GeneratedTokens {
  const tokens = Object.entries(source).flatMap(([group, members]) =>
    group.startsWith('$') ? [] : tokensOf(members as Group),
  )
  const byVariant = (variant: Variant) =>
    tokens.flatMap(([name, token]) => {
      const value = token.$extensions?.roster[variant]
      return value === undefined ? [] : [declaration(name, value, variant)]
    })
  const base = tokens.map(([name, token]) => declaration(name, resting(token)))
  const density = tokens.filter(
    ([, { $extensions }]) => $extensions?.roster.compact || $extensions?.roster.touch,
  )
  const css = [
    `/* ${banner} */`,
    rule(['.roster-root'], base),
    rule(
      ['.roster-density'],
      density.map(([name, token]) => declaration(name, resting(token))),
    ),
    atRule('@media (pointer: coarse)', rule(['.roster-root', '.roster-density'], byVariant('coarse'))),
    rule(scopes("[data-density='compact']"), byVariant('compact')),
    rule(scopes("[data-density='touch']"), byVariant('touch')),
    atRule(
      '@media (prefers-contrast: more)',
      rule([".roster-root:where(:not([data-contrast='standard']))"], byVariant('contrast')),
    ),
    rule([".roster-root:where([data-contrast='more'])"], byVariant('contrast')),
    atRule('@media (prefers-reduced-motion: reduce)', rule(['.roster-root'], byVariant('still'))),
    rule([".roster-root:where([data-motion='reduce'])"], byVariant('still')),
  ]
  return { css: `${css.join('\n\n')}\n`, ts: namesModule(tokens.map(([name]) => name)) }
}

function tokensOf(group: Group): [string, Token][] {
  return Object.entries(group).filter((entry): entry is [string, Token] => typeof entry[1] === 'object')
}

const scopes = (state: string) => [`.roster-root:where(${state})`, `.roster-density:where(${state})`]

function resting({ $value, $extensions }: Token): string {
  const light = toCss($extensions?.roster.css ?? $value)
  const dark = $extensions?.roster.dark
  return dark === undefined ? light : `light-dark(${light}, ${toCss(dark)})`
}

/** A brand can't override what a person has chosen (density, less motion). On touch screens sizes have a minimum. */
function declaration(name: string, value: unknown, variant?: Variant): string {
  const css = toCss(value)
  if (variant === 'compact' || variant === 'touch' || variant === 'still') return `--_${name}: ${css};`
  if (variant === 'coarse') return `--_${name}: max(${css}, var(--roster-${name}, 0px));`
  return `--_${name}: var(--roster-${name}, ${css});`
}

const rule = (selectors: string[], lines: string[]) =>
  `${selectors.join(',\n')} {\n  ${lines.join('\n  ')}\n}`

const atRule = (query: string, body: string) => `${query} {\n  ${body.replaceAll('\n', '\n  ')}\n}`

type Value = {
  hex?: string
  colorSpace?: string
  components?: number[]
  value?: number
  unit?: string
  duration?: Value
  timingFunction?: number[]
}

/** A value as CSS; `{accent}` in a string is the private property of that token. */
function toCss(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\{([\w-]+)\}/g, 'var(--_$1)')
  const { hex, colorSpace, components, value: size, unit, duration, timingFunction } = value as Value
  if (hex) return hex
  if (components) return `${colorSpace}(${components.join(' ')})`
  if (duration) return `${toCss(duration)} cubic-bezier(${timingFunction?.join(', ')})`
  return `${size}${unit}`
}

function namesModule(names: string[]): string {
  return `// ${banner}

/** The public tokens: a host or a brand sets \`--roster-<name>\`. */
export const tokenNames = [
${names.map((name) => `  '${name}',`).join('\n')}
] as const

/** The name of a public token, without its \`--roster-\`. */
export type TokenName = (typeof tokenNames)[number]
`
}
