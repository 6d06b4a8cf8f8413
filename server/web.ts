import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import statics from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { frameErrors } from '../kernel/errors.ts'

/** Styles may stand inline (antd writes them as it goes), scripts never. */
const policyFor = (scripts: string) => [
  "default-src 'self'", `script-src 'self'${scripts}`, "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')
const CONTENT_POLICY = policyFor('')
/** The phone reads codes with WebAssembly, which is no script from elsewhere; evaluating text as a script stays forbidden. */
const PHONE_POLICY = policyFor(" 'wasm-unsafe-eval'")

const ONE_YEAR = 'public, max-age=31536000, immutable'

/** `/m/…` is the phone app, everything else that is not a file is the console. */
export async function mountWeb(app: FastifyInstance, webDir: string | undefined): Promise<void> {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('content-security-policy', request.url.startsWith('/m/') ? PHONE_POLICY : CONTENT_POLICY)
  })
  const built = webDir !== undefined && existsSync(join(webDir, 'console/index.html'))
  if (built) {
    await app.register(statics, {
      root: webDir, wildcard: false, preCompressed: true, cacheControl: false,
      // Only names with a hash in them never change; the pages that name them are asked for anew each time.
      setHeaders: (response, path) => { response.setHeader('cache-control', relative(webDir, path).startsWith(`assets${sep}`) ? ONE_YEAR : 'no-cache') },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (built && isPage(request)) return reply.sendFile(request.url.startsWith('/m/') ? 'mobile/index.html' : 'console/index.html')
    return reply.code(404).header('cache-control', 'no-store').send({ error: { code: frameErrors.notFound.code, params: {} } })
  })
}

/** A script of a former release that is gone must not be answered with a page: the browser would try to run it. */
function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? ''
  return (method === 'GET' || method === 'HEAD') && !/^\/(api|assets)\//.test(path) && !/\.\w+$/.test(path)
}
