/** The part of an event that says whether a person caused it. */
export interface InputSigns extends Event {
  repeat?: boolean
  /** Zero for a click that a key caused. */
  detail?: number
  screenX?: number
  screenY?: number
}

/** What counts as activity. Focus, scrolling, visibility, requests and time don't. */
export const activityTypes = [
  'pointerdown',
  'pointermove',
  'keydown',
  'wheel',
  'touchmove',
  'click',
  'input',
  'compositionupdate',
  'paste',
  'drop',
] as const

/**
 * How long (ms) after a repeated press its key counts as held. The release isn't always seen, and what comes without a
 * key, such as dictation, counts again.
 */
const repetition = 1_000

/**
 * Returns a function that recognizes events that a person caused. Events of scripts don't count, and neither do those
 * of a pointer under which something moved, or of a key that is held down. A held key repeats its input, paste, click
 * or composition without a mark, so only the first press counts.
 */
export function createPressFilter(): (event: InputSigns) => boolean {
  let heldUntil = 0
  let x: number | undefined
  let y: number | undefined

  return (event) => {
    if (!event.isTrusted) return false
    switch (event.type) {
      case 'keydown':
        heldUntil = event.repeat === true ? event.timeStamp + repetition : 0
        return heldUntil === 0
      case 'pointerdown':
        heldUntil = 0
        return true
      case 'pointermove': {
        const hasMoved = x !== undefined && (event.screenX !== x || event.screenY !== y)
        x = event.screenX
        y = event.screenY
        return hasMoved
      }
      case 'click':
        return event.detail !== 0 || event.timeStamp >= heldUntil
      case 'input':
      case 'paste':
      case 'compositionupdate':
        return event.timeStamp >= heldUntil
      default:
        return true
    }
  }
}
