import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'
import remixConfig from '../remix.config.js'
import { compactBuiltManifest } from './compact-manifest.ts'
import { precompress } from './precompress.ts'

/** Rooms that never reach a browser; the build stops when a component imports one of them. */
const serverRooms = ['db/**', 'search/**', 'app/services/**', 'app/http/**']

/** Parts that nearly every page draws come as one file: thirty small ones weigh more, and the manifest names them all. */
function sharedChunk(path: string): string | undefined {
  if (path.includes('?')) return undefined
  return /\/app\/(ui\/(shell|primitives)\/(?!dialog|data-table|timeline|deadline-clock|pager|file-row|tabs|stat\.|deed-page|toast|error-page|print-button)|paths)/.test(
    path,
  )
    ? 'parts'
    : undefined
}

const shortName = 'assets/[name]-[hash:7].js'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    denyImports({ client: { files: serverRooms } }),
    remix({
      ...remixConfig,
      async buildEnd({ viteConfig }) {
        const client = `${viteConfig.root}/build/client`
        const manifest = await compactBuiltManifest(client)
        viteConfig.logger.info(`compacted the manifest: ${manifest.before} bytes, now ${manifest.after}`)
        const { files, before, after } = await precompress(client)
        viteConfig.logger.info(`precompressed ${files} files: ${before} bytes, brotli ${after}`)
      },
    }),
  ],
  build: {
    // Inlined assets become data: URIs, which the content security policy refuses for everything but images.
    assetsInlineLimit: 0,
    target: 'es2022',
    sourcemap: false,
    rollupOptions: {
      output: {
        manualChunks: sharedChunk,
        // The fewest characters that the build takes: the manifest names every chunk, and each one weighs on every page.
        ...(isSsrBuild ? {} : { entryFileNames: shortName, chunkFileNames: shortName }),
      },
    },
  },
  // Found at start rather than at the first click, which would reload the page under the developer.
  optimizeDeps: { include: ['@conform-to/react', '@remix-run/react', 'radix-ui', 'react-dom/client'] },
  server: { fs: { allow: ['.'] } },
}))
