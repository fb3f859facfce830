import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { PartTable } from './PartTable.tsx'
import { contractParts } from './styling-contract.ts'

/** Something of ours with its parts outlined, and under it what the styling contract says of each. */
export function Specimen({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [names, setNames] = useState<readonly string[]>([])
  const [marked, setMarked] = useState<string>()

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const collect = () => {
      const found = [...element.querySelectorAll('[class*=roster-]')].flatMap((part) => [...part.classList])
      setNames((before) => [...new Set([...before, ...found])])
    }
    collect()
    const observer = new MutationObserver(collect)
    observer.observe(element, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])

  return (
    <>
      {marked && <style>{`.story-specimen .${marked} { outline: 2px solid #c2185b; }`}</style>}
      <div ref={box} className="story-specimen">
        {children}
      </div>
      <PartTable
        parts={names.flatMap((name) => contractParts.find((part) => part.name === name) ?? [])}
        onMark={setMarked}
      />
    </>
  )
}
