import type { TokenName } from '../../styles/tokens.generated.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'

/** Values for public tokens, by their name without `--roster-`. */
export type Brand = Partial<Record<TokenName, string>>

/** Sets a brand's tokens through the CSSOM, which a strict content policy allows. */
export function useBrand(root: HTMLElement | null, brand: Brand | undefined): void {
  useIsomorphicLayoutEffect(() => {
    if (!root || !brand) return
    const names = Object.entries(brand).map(([name, value]) => {
      root.style.setProperty(`--roster-${name}`, value)
      return `--roster-${name}`
    })
    return () => {
      for (const name of names) root.style.removeProperty(name)
    }
  }, [root, brand])
}
