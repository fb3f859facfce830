import { writeFileSync } from 'node:fs'
import { stylingContract } from './styling/contract.ts'

writeFileSync(new URL('../docs/styling.md', import.meta.url), stylingContract())
