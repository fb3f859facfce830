import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { FormattedMessages } from '../../messages/message.ts'
import { relativeTime } from '../../messages/relative-time.ts'
import { timeMessages } from '../../messages/time.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useRosterUI } from '../roster-ui/RosterUIContext.ts'
import { useFormats } from '../roster-ui/useFormats.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNow } from '../roster-ui/useNow.ts'
import { useLateTooltip } from '../tooltip/useLateTooltip.tsx'

/** Props of {@link RelativeTime}. Other props are passed to the `<time>`. */
export interface RelativeTimeProps extends Omit<ComponentPropsWithoutRef<'time'>, 'dateTime' | 'children'> {
  /** A date as a text. `null` is shown as *Never*. */
  value: string | null
  /** Whether to show the time of day instead of "3 min ago", for data that may be out of date. @default false */
  absolute?: boolean
  /** Whether it is in the middle of a sentence: "yesterday" instead of "Yesterday". @default false */
  inSentence?: boolean
}

/** How long ago something was. It updates as time passes, and its tooltip shows the exact time. */
export const RelativeTime = forwardRef<HTMLTimeElement, RelativeTimeProps>(function RelativeTime(
  { value, absolute = false, inSentence = false, className, ...rest },
  ref,
) {
  const now = useNow()
  const formats = useFormats()
  const { locale } = useRosterUI()
  const words = useMessages(timeMessages)
  const t = inSentence ? lowerCase(words, locale) : words
  const { anchor, tooltip } = useLateTooltip(() => (value === null ? undefined : formats.dateTime(value)))
  const clock = (moment: string, at: number) =>
    formats.daysBetween(moment, at) === 0 ? formats.time(moment) : formats.date(moment, at)
  const text = (moment: string, at: number) =>
    absolute ? clock(moment, at) : relativeTime(moment, at, t, formats)

  return (
    <>
      <time
        ref={ref}
        className={classNames('roster-time', className)}
        dir="auto"
        dateTime={value ?? undefined}
        {...mergeProps(rest, anchor)}
      >
        {value === null ? t.never : now !== undefined && text(value, now)}
      </time>
      {tooltip}
    </>
  )
})

const lowerCase = (words: FormattedMessages<(typeof timeMessages)['messages']>, locale: string) => ({
  ...words,
  now: words.now.toLocaleLowerCase(locale),
  yesterday: words.yesterday.toLocaleLowerCase(locale),
  never: words.never.toLocaleLowerCase(locale),
})
