import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { iconPng } from './icon.ts'

interface Piece { type: string; fileName: string; facadeModuleId?: string | null; imports?: string[]; dynamicImports?: string[]; viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } }
type Bundle = Readonly<Record<string, Piece>>

/** A chunk and all it loads at once, with styles and files. */
function loadedBy(bundle: Bundle, name: string, seen = new Set<string>()): Set<string> {
  const piece = bundle[name]
  if (!piece || seen.has(name)) return seen
  seen.add(name)
  for (const file of [...(piece.viteMetadata?.importedCss ?? []), ...(piece.viteMetadata?.importedAssets ?? [])]) seen.add(file)
  for (const one of piece.imports ?? []) loadedBy(bundle, one, seen)
  return seen
}

const chunkOf = (bundle: Bundle, module: string): Piece | undefined => Object.values(bundle).find((piece) => piece.type === 'chunk' && piece.facadeModuleId?.endsWith(module))

/** What is kept for working without a signal: the entry for everybody; for the staff their pages and all these may open. */
function kept(bundle: Bundle): { core: string[]; staff: string[] } {
  const core = loadedBy(bundle, chunkOf(bundle, 'mobile/index.html')?.fileName ?? '')
  const staff = new Set<string>()
  const walk = (name: string): void => {
    if (staff.has(name)) return
    for (const file of [...loadedBy(bundle, name)].filter((one) => !core.has(one))) {
      staff.add(file)
      for (const next of bundle[file]?.dynamicImports ?? []) walk(next)
    }
  }
  for (const module of ['mobile/staff/StaffApp.tsx', 'mobile/words.en.ts']) walk(chunkOf(bundle, module)?.fileName ?? '')
  const paths = (files: Iterable<string>) => [...files].map((file) => `/${file}`).toSorted()
  return { core: paths(core), staff: [...paths([...staff].filter((file) => !core.has(file))), '/divisions.json', '/m/manifest.webmanifest', '/m/icon-192.png'] }
}

/** Which page stands at which address, as `mobile/pages.ts` says it. */
const pagesAt = (): [at: string, module: string][] =>
  [...readFileSync('mobile/pages.ts', 'utf8').matchAll(/\{ at: '(\w*)'.*?import\('\.\/(.+?)'\)/g)].map((match) => [match[1] ?? '', `mobile/${match[2] ?? ''}`])

/** Asks for the files of the page in the address while the entry is still on its way: a slow line saves a round trip. A file, since the pages' content policy forbids scripts in a page. */
function bootOf(bundle: Bundle): { fileName: string; source: string } {
  const core = loadedBy(bundle, chunkOf(bundle, 'mobile/index.html')?.fileName ?? '')
  const files = Object.fromEntries(pagesAt().map(([at, module]) => [at, [...loadedBy(bundle, chunkOf(bundle, module)?.fileName ?? '')].filter((file) => !core.has(file) && /\.(js|css)$/.test(file))]))
  // Whose link it is, every page of a link asks first: it is on its way before the program is (ui/client.ts takes it).
  const source = `const[,,at='',token]=location.pathname.split('/');if((at==='d'||at==='t')&&token)globalThis.wanggeEarly=fetch('/api/link',{headers:{'X-Wangge':'1',Authorization:'Link '+token}});for(const f of ${JSON.stringify(files)}[at]??[]){const l=document.createElement('link');f.endsWith('.js')?l.rel='modulepreload':(l.rel='preload',l.as='style');l.href='/'+f;document.head.append(l)}`
  return { fileName: `assets/boot-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`, source }
}

/** The installable app: manifest, icons, and a service worker that knows this build's files by name. */
export const phoneShell = (): Plugin => ({
  name: 'phone-shell',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { path, bundle }) => (path.startsWith('/mobile/') && bundle ? [
      { tag: 'script', attrs: { src: `/${bootOf(bundle as unknown as Bundle).fileName}` }, injectTo: 'head-prepend' as const },
      { tag: 'link', attrs: { rel: 'manifest', href: '/m/manifest.webmanifest' } }, { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/m/icon-192.png' } }, { tag: 'meta', attrs: { name: 'theme-color', content: '#0f6b74' } },
    ] : []),
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const { core, staff } = kept(bundle as unknown as Bundle)
      const boot = bootOf(bundle as unknown as Bundle)
      this.emitFile({ type: 'asset', ...boot })
      core.push(`/${boot.fileName}`)
      const source = readFileSync('mobile/shell/worker.js', 'utf8').replace('__CORE__', JSON.stringify(core)).replace('__STAFF__', JSON.stringify(staff))
      const version = createHash('sha256').update(source).update(String((bundle['mobile/index.html'] as { source?: string } | undefined)?.source ?? '')).digest('hex').slice(0, 12)
      this.emitFile({ type: 'asset', fileName: 'm/sw.js', source: source.replace('__VERSION__', version) })
      this.emitFile({ type: 'asset', fileName: 'm/manifest.webmanifest', source: readFileSync('mobile/shell/manifest.json', 'utf8') })
      for (const [name, size, inset] of [['icon-192', 192, 0.2], ['icon-512', 512, 0.2], ['icon-maskable', 512, 0.28]] as const) this.emitFile({ type: 'asset', fileName: `m/${name}.png`, source: iconPng(size, inset) })
    },
  },
})

const SMALL = 1400
/** Every file a second time, compressed: a slow line carries a third, and the server compresses nothing while people wait. */
export const compressed = (): Plugin => ({
  name: 'compressed',
  // A build that only counts (size.test.ts) asks for a manifest.
  apply: ({ build }, { command }) => command === 'build' && !build?.manifest,
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((one) => /\.(js|css|html|json|wasm|webmanifest)$/.test(one))) {
      const content = readFileSync(join(dir, name))
      if (content.length < SMALL) continue
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    }
  },
})
