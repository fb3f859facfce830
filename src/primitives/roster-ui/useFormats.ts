import { type Formats, formats } from '../../messages/formats.ts'
import { useRosterUI } from './RosterUIContext.ts'

/** Formatters for numbers and dates in the given locale and time zone. */
export function useFormats(): Formats {
  const { locale, timeZone } = useRosterUI()
  return formats({ locale, timeZone })
}
