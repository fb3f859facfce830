import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

/** What hosts write on their own page, in rules that weigh less than a class. */
const hosts = {
  'a body with text styles of its own': `
    body { font: italic 700 22px/2.5 serif; letter-spacing: 3px; word-spacing: 12px; text-indent: 40px;
      text-transform: uppercase; text-align: center; text-shadow: 1px 1px red; white-space: pre; word-break: break-all;
      hyphens: auto; line-break: anywhere; font-variant: small-caps; font-feature-settings: "zero"; tab-size: 2;
      list-style: square; text-wrap: nowrap; text-align-last: right; border-spacing: 9px; caption-side: bottom;
      -webkit-text-fill-color: red; -webkit-text-stroke: 1px blue; text-emphasis: dot; font-stretch: 50%; }`,
  'a reset of boxes': '* { box-sizing: content-box; }',
  'a reset by inheritance':
    'html { box-sizing: content-box; } *, *::before, *::after { box-sizing: inherit; }',
  'buttons and fields of its own': `
    button, input, select { min-height: 48px; min-width: 120px; margin: 7px; padding: 9px 20px; border: 3px solid red;
      border-radius: 99px; background: yellow; box-shadow: 0 2px 8px #0008; color: red; font: italic 20px serif;
      letter-spacing: 2px; line-height: 40px; text-transform: uppercase; text-indent: 10px; text-shadow: 1px 1px red;
      text-decoration: underline; word-spacing: 8px; }`,
  'text styles on every element':
    '* { box-sizing: content-box; letter-spacing: 2px; text-transform: uppercase; }',
  'tables, texts, drawings and dialogs of its own': `
    table, thead, tbody, tr, th, td { border: 1px solid red; padding: 9px; background: yellow; text-align: center;
      vertical-align: top; }
    table { margin: 20px; border-collapse: collapse; width: auto; }
    p, h1, h2, h3, ul, ol, dl, dd, fieldset, legend { margin: 2em; padding: 1em; font-size: 30px; border: 2px solid red; }
    li, dt, label { margin: 2em; padding: 1em; font-size: 30px; }
    svg, img { display: block; width: 100%; height: 100px; margin: 1em; }
    dialog { margin: 3em; padding: 3em; border: 9px solid red; }
    textarea { min-height: 200px; padding: 20px; border: 3px solid red; background: yellow; }`,
}

const shown = [
  'color',
  'fontStyle',
  'letterSpacing',
  'textTransform',
  'textShadow',
  'boxShadow',
  'backgroundColor',
] as const

/** What a person sees of each element of ours: its box, to half a pixel, and how its text looks. */
function look(root: Element) {
  const origin = root.getBoundingClientRect()
  const drawn = [...root.querySelectorAll('[class^="roster-"]')].filter(
    (one) => one.getClientRects().length > 0,
  )
  return drawn.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const box = [left - origin.left, top - origin.top, width, height].map(
      (length) => Math.round(length * 2) / 2,
    )
    return [element.getAttribute('class'), ...box, ...shown.map((property) => style[property])].join(' ')
  })
}

/** Resolves when nothing moves any more: transitions between the two looks have ended. */
async function atRest(root: Element) {
  await new Promise(requestAnimationFrame)
  await Promise.all(
    root.getAnimations({ subtree: true }).map((animation) => animation.finished.catch(() => {})),
  )
  await new Promise(requestAnimationFrame)
}

describe('UsersSettings', () => {
  it.each(Object.entries(hosts))('looks the same inside %s', async (_name, css) => {
    await page.viewport(1280, 720)
    const screen = await aPage({ width: 1_200, defaultView: { users: { search: 'an' } } })
    await expect.poll(() => screen.names().length).toBeGreaterThan(1)
    await userEvent.click(screen.container.querySelectorAll('[data-primary]')[1] as Element)
    const heading = screen.getByRole('heading', { name: 'Activity' })
    await expect.element(heading).toBeVisible()
    // The pointer may rest where a control is drawn now.
    await userEvent.hover(heading)
    const root = screen.container.querySelector('.roster-root') as HTMLElement
    await expect.poll(() => root.querySelector('.roster-skeleton')).toBeNull()
    root.style.fontFamily = 'sans-serif'
    root.dataset.motion = 'reduce'
    await atRest(root)
    const before = look(root)
    expect(before.length).toBeGreaterThan(80)

    const sheet = document.createElement('style')
    sheet.textContent = css
    document.head.prepend(sheet)
    onTestFinished(() => sheet.remove())
    await atRest(root)
    const changes = look(root).flatMap((one, index) =>
      one === before[index] ? [] : [`${before[index]} → ${one}`],
    )
    expect(changes).toEqual([])
    const parts = [...root.querySelectorAll('[class^="roster-"]')]
    const contentBoxes = parts.filter((part) => getComputedStyle(part).boxSizing !== 'border-box')
    expect(contentBoxes.map((part) => part.getAttribute('class'))).toEqual([])
  })
})
