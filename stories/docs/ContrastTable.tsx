import { useLayoutEffect, useRef, useState } from 'react'
import { contrast, paint } from './contrast.ts'

/** Pairs of colours, and the contrast that each needs. */
const pairs = [
  {
    on: 'background',
    under: [],
    names: [
      'text',
      'text-secondary',
      'text-tertiary',
      'accent-text',
      'danger-text',
      'warning-text',
      'success-text',
    ],
    least: 4.5,
  },
  { on: 'background', under: ['selected'], names: ['text', 'text-secondary', 'accent-text'], least: 4.5 },
  { on: 'surface', under: ['fill'], names: ['text', 'text-secondary'], least: 4.5 },
  { on: 'surface', under: ['danger-tint'], names: ['danger-text'], least: 4.5 },
  { on: 'accent-fill', under: [], names: ['on-accent'], least: 4.5 },
  { on: 'danger-fill', under: [], names: ['on-danger'], least: 4.5 },
  {
    on: 'background',
    under: [],
    names: ['border-check', 'focus', 'accent-fill', 'online', 'away'],
    least: 3,
  },
] as const

interface Figure {
  name: string
  ground: string
  ratio: number
  least: number
}

/** Measures the tokens as they are drawn here, in the theme and contrast of the toolbar. */
export function ContrastTable() {
  const probe = useRef<HTMLSpanElement>(null)
  const [figures, setFigures] = useState<Figure[]>([])
  useLayoutEffect(() => {
    const element = probe.current
    if (!element) return
    const colour = (token: string) => {
      element.style.color = `var(--_${token})`
      return getComputedStyle(element).color
    }
    const measured = pairs.flatMap(({ on, under, names, least }) =>
      names.map((name) => {
        const [tint] = under
        const ground = toHex(tint ? paint(colour(tint), colour(on)) : paint(colour(on)))
        const ratio = contrast(paint(colour(name), ground), paint(ground))
        return { name, ground: [tint, on].filter(Boolean).join(' on '), ratio, least }
      }),
    )
    setFigures(measured)
  }, [])

  return (
    <>
      <span ref={probe} hidden />
      <table className="story-table">
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Stands on</th>
            <th scope="col">Contrast</th>
            <th scope="col">At least</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ name, ground, ratio, least }) => (
            <tr key={`${name} ${ground}`} data-failed={ratio < least ? '' : undefined}>
              <th scope="row">{name}</th>
              <td>{ground}</td>
              <td>{ratio.toFixed(2)}</td>
              <td>{least}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const toHex = (parts: readonly number[]) =>
  `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
