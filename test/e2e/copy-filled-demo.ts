import { copyOf } from '../copy-of.ts'
import { startDemo } from './start-demo.ts'

/** The data folder of a demo that has been filled and stopped. */
export const copyFilledDemo = (): Promise<string> =>
  copyOf('demo', async (folder) => {
    const demo = startDemo({ ROSTER_DATA: folder, PORT: '0' })
    await demo.address
    await demo.interrupt()
  })
