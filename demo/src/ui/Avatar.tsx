import type { CSSProperties } from 'react'
import { avatarHue } from './avatar-hue.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const first = (word: string | undefined) => (word ? ([...segmenter.segment(word)][0]?.segment ?? '') : '')

function initialsOf(name: string) {
  const words = name.trim().split(/\s+/)
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase()
}

interface AvatarProps {
  /** The user's id in the company. Without it the avatar is grey. */
  id?: string | undefined
  name: string
  size?: 20 | 24 | 32
}

/** A person's initials on a colour. Decoration beside their name. */
export function Avatar({ id, name, size = 24 }: AvatarProps) {
  return (
    <span
      className="avatar"
      data-size={size}
      style={id === undefined ? undefined : ({ '--hue': avatarHue(id), '--tint': 1 } as CSSProperties)}
      aria-hidden="true"
      translate="no"
    >
      {initialsOf(name)}
    </span>
  )
}
