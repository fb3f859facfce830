interface Key {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/** Whether a key types one character. */
export const isLetter = ({ key, altKey, ctrlKey, metaKey }: Key): boolean =>
  [...key].length === 1 && !altKey && !ctrlKey && !metaKey
