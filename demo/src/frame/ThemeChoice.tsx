import { useState } from 'react'
import { applyTheme, readTheme, themes } from '../theme/theme.ts'

const labels = { system: 'Auto', light: 'Light', dark: 'Dark' } as const

/** A choice of the light, dark or system theme. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme)
  return (
    <fieldset className="theme">
      <legend>Theme</legend>
      {themes.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name="theme"
            checked={theme === option}
            onChange={() => {
              applyTheme(option)
              setTheme(option)
            }}
          />
          {labels[option]}
        </label>
      ))}
    </fieldset>
  )
}
