import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Most functions of a script run while the page mounts. Chromium then compiles them while the script loads. */
const hint = '//# allFunctionsCalledOnLoad'

/** The target keeps modern CSS as it is written. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    cssMinify: 'esbuild',
    cssTarget: 'esnext',
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { output: { postBanner: hint } },
  },
})
