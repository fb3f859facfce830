import type { CSSProperties } from 'react'

const hues = 12
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const first = (word: string | undefined) => (word ? ([...segmenter.segment(word)][0]?.segment ?? '') : '')

function initialsOf(name: string) {
  const words = name.trim().split(/\s+/)
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase()
}

function hueOf(key: string) {
  let hash = 0
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return (hash % hues) * (360 / hues)
}

/** A person's initials on a colour. Decoration beside their name. */
export function Avatar({ name, size = 24 }: { name: string; size?: 20 | 24 | 32 }) {
  return (
    <span
      className="avatar"
      data-size={size}
      style={{ '--hue': hueOf(name) } as CSSProperties}
      aria-hidden="true"
      translate="no"
    >
      {initialsOf(name)}
    </span>
  )
}
