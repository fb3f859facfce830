import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The target keeps modern CSS as it is written. */
export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', cssMinify: 'esbuild', cssTarget: 'esnext', chunkSizeWarningLimit: 1_000 },
})
