import '../../src/styles/index.css'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'

/** Values that most properties have one of, and few have as their initial one. */
const values = [
  'italic',
  'preserve',
  'small-caps',
  '700',
  '50%',
  '13px',
  '7',
  '0',
  'none',
  'auto',
  'hidden',
  'collapse',
  'uppercase',
  'center',
  'right',
  'bottom',
  'pre',
  'nowrap',
  'balance',
  'anywhere',
  'break-all',
  'break-word',
  'keep-all',
  'all',
  'loose',
  '"a" "b"',
  '"-"',
  'square',
  'inside',
  'hide',
  'red',
  'red blue',
  'crosshair',
  'vertical-rl',
  'upright',
  'under',
  'dot',
  'over left',
  'pixelated',
  'geometricPrecision',
  'only dark',
  'exact',
  '"liga" 0',
  '"wght" 300',
  'ex-height 0.5',
  'light',
  'round',
  'evenodd',
  'linearRGB',
  'stroke',
  'end',
  'allow-end',
  'space-around',
  'trim-start',
  'no-autospace',
  'under left',
  'numeric-only',
  'standard',
  'thin',
  'text',
  'each-line 3px',
  'historical-forms',
  'slashed-zero',
  'ruby',
  'no-common-ligatures',
  'emoji',
  'weight',
  'last',
  'inter-character',
  'open',
  'constrained',
  'optimizeSpeed',
  '3 3 3',
] as const

/** What a host decides, also for what is inside. A page that is hidden or can't be pressed is so with everything in it. */
const ofTheHost = new Set([
  'font-family',
  'direction',
  'color-scheme',
  'visibility',
  'cursor',
  'pointer-events',
])

/** Written in SVG alone, and set by our icons where they matter; not shown; or what the host and the system decide. */
const elsewhere =
  /^(clip-rule|color-(interpolation|rendering)|fill|stroke|marker|paint-order|shape-rendering|text-anchor|ruby|math|speak|app-region|dynamic-range-limit|forced-color-adjust|print-color-adjust|-webkit-(locale|rtl-ordering|user-modify|print-color-adjust|writing-mode|tap-highlight-color))/

it('nothing that CSS inherits comes into .roster-root from its host, except what the host decides', async () => {
  const { container } = await render(
    <div data-host="">
      <span data-plain="" />
      <RosterUI>
        <span data-ours="" />
      </RosterUI>
    </div>,
  )
  const [host, plain, ours] = ['[data-host]', '[data-plain]', '[data-ours]'].map((one) =>
    container.querySelector(one),
  )
  if (!(host instanceof HTMLElement) || !plain || !ours) throw new Error('Not rendered.')
  const of = (element: Element, property: string) => getComputedStyle(element).getPropertyValue(property)
  const inherited: string[] = []
  const leaking: string[] = []
  for (const property of getComputedStyle(plain)) {
    if (ofTheHost.has(property) || elsewhere.test(property)) continue
    const before = { plain: of(plain, property), ours: of(ours, property) }
    for (const value of values) {
      host.style.setProperty(property, value)
      if (of(plain, property) === before.plain) continue
      inherited.push(property)
      if (of(ours, property) !== before.ours) leaking.push(`${property}: ${value}`)
      break
    }
    host.style.removeProperty(property)
  }
  expect(leaking).toEqual([])
  expect(inherited.length).toBeGreaterThan(35)
})
