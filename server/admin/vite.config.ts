import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: '../../dist/admin',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700, // kB before gzip: the shell with its parts and both languages
    assetsInlineLimit: 0, // the content security policy takes fonts from our own address only, not from data: links
    modulePreload: { polyfill: false },
  },
})
