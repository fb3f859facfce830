import { RelativeTime, type RelativeTimeProps } from '../../../primitives/relative-time/RelativeTime.tsx'

/** How long ago; what is no date is left out. */
export function PanelMoment(props: RelativeTimeProps) {
  return props.value !== null && Number.isNaN(Date.parse(props.value)) ? null : <RelativeTime {...props} />
}
