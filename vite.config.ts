import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compressed, phoneShell } from './mobile/shell/plugin.ts'
import { divisions } from './modules/territory/service/divisions.ts'

const apiPort = process.env['PORT'] ?? '8080'

/** In development the same addresses as in the built program: `/m/…` is the phone app, everything else the console. */
const twoClients = (): Plugin => ({
  name: 'two-clients',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const isFile = /\.\w+$/.test(path) || path.startsWith('/@') || path.startsWith('/node_modules/')
      if (!isFile && !path.startsWith('/api/')) request.url = path.startsWith('/m/') ? '/mobile/index.html' : '/console/index.html'
      next()
    })
  },
})

/** Where somebody comes from is picked from this file, on the desk and on the phone, without asking the server. */
const divisionsFile = (): Plugin => ({
  name: 'divisions-file',
  configureServer: (server) => { server.middlewares.use('/divisions.json', (_request, response) => { response.setHeader('content-type', 'application/json'); response.end(JSON.stringify(divisions())) }) },
  generateBundle() { this.emitFile({ type: 'asset', fileName: 'divisions.json', source: JSON.stringify(divisions()) }) },
})

/** Two pages, one set of hashed assets; what both share is kept in chunks that outlive a release. */
export default defineConfig({
  base: '/',
  appType: 'mpa',
  plugins: [react(), divisionsFile(), twoClients(), phoneShell(), compressed()],
  server: { proxy: { '/api': `http://127.0.0.1:${apiPort}` } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { console: 'console/index.html', mobile: 'mobile/index.html' },
      output: {
        codeSplitting: {
          groups: [
            // In one chunk, so that the setting stands before the first schema is made.
            { name: 'schemas', test: /node_modules\/zod\/|ui\/schemas\.ts/ },
            // What every page of the phone asks with: one file instead of twenty, for each costs a slow line a round trip.
            { name: 'phone', test: /\/(kernel\/[\w-]+|ui\/(phone\/\w+|choices|format|client|queries|words|words\.zh|language|now|about|link|DivisionPicker)|modules\/(people|policies|screening|links)\/contract(\/[\w-]+)?|modules\/people\/rules\/(addresses|documents|phones)|modules\/quarantine\/rules\/degrees)\.tsx?$/ },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'antd', test: /node_modules\/(antd|@ant-design|rc-|@rc-component)/ },
          ],
        },
      },
    },
  },
})
