const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt']

/** Every text below an element that is read or spoken, shadow roots included; initials don’t count. */
export function textsOf(root: ParentNode): string[] {
  return [...root.querySelectorAll(':not(.roster-avatar, .roster-avatar *)')].flatMap((element) => {
    const own = [...element.childNodes].flatMap((node) => (node instanceof Text ? node.data : []))
    const attributes = spoken.flatMap((name) => element.getAttribute(name) ?? [])
    return [...own, ...attributes, ...(element.shadowRoot ? textsOf(element.shadowRoot) : [])]
  })
}

/** The words of a text in small letters, with the digits and dashes below that belong to them. */
export const wordsOf = (text: string): string[] =>
  [...text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}_]+(?:[’'][\p{L}\p{M}]+)*/gu)].map(([word]) => word)
