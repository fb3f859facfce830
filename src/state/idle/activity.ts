import type { EventSource } from './idle-environment.ts'
import { activityTypes, createPressFilter, type InputSigns } from './press-filter.ts'

/** Events that come by the dozen. Browsers would wait for their listeners before they scroll. */
const frequent = /move|wheel/

/** Milliseconds after an event during which further frequent ones change nothing. */
const moment = 50

/** Calls back when a person is active in a window, until the returned function is called. */
export function observeActivity(window: EventSource, onActivity: (event: Event) => void): () => void {
  const isPersons = createPressFilter()
  let quietUntil = 0

  const removals = activityTypes.map((type) => {
    const isFrequent = frequent.test(type)
    function listener(event: InputSigns) {
      if (!isPersons(event) || (isFrequent && event.timeStamp < quietUntil)) return
      quietUntil = event.timeStamp + moment
      onActivity(event)
    }
    window.addEventListener(type, listener, { capture: true, passive: isFrequent })
    return () => window.removeEventListener(type, listener, { capture: true })
  })
  return () => {
    for (const remove of removals) remove()
  }
}
