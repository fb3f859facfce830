import type { ReactElement } from 'react'

/** Drawings on a 16 px square, stroke 1.5, round ends. */
export const drawings = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3.25 3.25" />
    </>
  ),
  plus: <path d="M8 3.25v9.5M3.25 8h9.5" />,
  minus: <path d="M3.25 8h9.5" />,
  x: <path d="m4.25 4.25 7.5 7.5M11.75 4.25l-7.5 7.5" />,
  check: <path d="m3.25 8.5 3.25 3.25 6.25-7" />,
  'chevron-down': <path d="M4.5 6.25 8 9.75l3.5-3.5" />,
  'chevron-up': <path d="M4.5 9.75 8 6.25l3.5 3.5" />,
  'chevron-right': <path d="M6.25 4.5 9.75 8l-3.5 3.5" />,
  'chevron-left': <path d="M9.75 4.5 6.25 8l3.5 3.5" />,
  'arrow-up': <path d="M8 12.75v-9.5M4.25 7 8 3.25 11.75 7" />,
  'arrow-down': <path d="M8 3.25v9.5M4.25 9 8 12.75 11.75 9" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.25" rx="1.5" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  mail: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
      <path d="m2.5 4.75 5.5 4 5.5-4" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
  trash: (
    <path d="M2.75 4.25h10.5M6 4.25v-1.5h4v1.5M4 4.25l.55 8.1a1 1 0 0 0 1 .9h4.9a1 1 0 0 0 1-.9l.55-8.1M6.75 7v3.5M9.25 7v3.5" />
  ),
  copy: (
    <>
      <rect x="5.75" y="5.75" width="7.5" height="7.5" rx="1.5" />
      <path d="M3.5 10.25a.75.75 0 0 1-.75-.75v-5.25a1.5 1.5 0 0 1 1.5-1.5H9.5a.75.75 0 0 1 .75.75" />
    </>
  ),
  alert: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 5v3.5M8 10.9h.01" />
    </>
  ),
  ban: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m4.1 4.1 7.8 7.8" />
    </>
  ),
  user: (
    <>
      <circle cx="8" cy="5.25" r="2.5" />
      <path d="M3 13.25c.5-2.6 2.5-4 5-4s4.5 1.4 5 4" />
    </>
  ),
  users: (
    <>
      <circle cx="6" cy="5.25" r="2.25" />
      <path d="M1.75 13c.4-2.5 2.1-3.75 4.25-3.75S9.85 10.5 10.25 13M10.5 3.1a2.25 2.25 0 0 1 0 4.3M12 9.6c1.25.5 2 1.65 2.25 3.4" />
    </>
  ),
  chat: (
    <path d="M13.75 7.75c0 2.6-2.55 4.6-5.75 4.6-.75 0-1.45-.1-2.1-.3l-3.15 1.2.9-2.6c-.9-.8-1.4-1.8-1.4-2.9 0-2.6 2.55-4.6 5.75-4.6s5.75 2 5.75 4.6z" />
  ),
  sliders: (
    <>
      <path d="M2.25 5h5.5M11.75 5h2M2.25 11h2M8.25 11h5.5" />
      <circle cx="9.75" cy="5" r="1.75" />
      <circle cx="6.25" cy="11" r="1.75" />
    </>
  ),
  undo: <path d="M3 6h6.75a3.25 3.25 0 0 1 0 6.5H6M5.75 3.25 3 6l2.75 2.75" />,
  history: (
    <>
      <path d="M2.9 5.5A5.75 5.75 0 1 1 2.25 8M2.75 2.5v3h3" />
      <path d="M8 5v3.25l2 1.25" />
    </>
  ),
  pause: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M6.5 6v4M9.5 6v4" />
    </>
  ),
  stop: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <rect x="6" y="6" width="4" height="4" rx="0.5" />
    </>
  ),
  eye: (
    <>
      <path d="M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8z" />
      <circle cx="8" cy="8" r="1.75" />
    </>
  ),
  refresh: <path d="M12.9 5.5A5.5 5.5 0 1 0 13.5 8M13.25 2.5v3h-3" />,
  offline: (
    <path d="M6.2 3.9A4 4 0 0 1 11.9 7a2.6 2.6 0 0 1 1.6 4.1M10.75 12.25H4.6a2.85 2.85 0 0 1-.55-5.65q.05-.55.25-1.05M2.75 2.75l10.5 10.5" />
  ),
  file: (
    <>
      <path d="M9.25 2.25H4.5a1 1 0 0 0-1 1v9.5a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5.5z" />
      <path d="M9.25 2.25V5.5h3.25M6 8.5h4M6 11h4" />
    </>
  ),
  download: <path d="M8 2.75v7.5M4.75 7.25 8 10.5l3.25-3.25M2.75 13.25h10.5" />,
  logout: <path d="M6.25 13.25h-2.5a1 1 0 0 1-1-1v-8.5a1 1 0 0 1 1-1h2.5M10.25 5l3 3-3 3M13 8H6.5" />,
} as const satisfies Record<string, ReactElement>

/** The name of a drawing. */
export type IconName = keyof typeof drawings
