/** The part of a keyboard event that describes an input method. React's events wrap the browser's. */
interface Key {
  keyCode?: number
  isComposing?: boolean
  nativeEvent?: { isComposing: boolean }
}

/** What Safari reports for the key that ends a composition, after `isComposing` is false again. */
const processed = 229

/** Whether a key belongs to an input method that composes text. Such a key must do nothing else. */
export const isComposing = (event: Key): boolean =>
  event.keyCode === processed || event.isComposing === true || event.nativeEvent?.isComposing === true
