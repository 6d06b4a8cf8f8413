import { Zip, ZipPassThrough } from 'fflate'

/** A name that Windows, too, can keep. */
export const fileName = (text: string): string => text.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').trim() || '_'

/** A .zip that grows while its files are made, one at a time; a .docx is packed already and only put in. */
export async function* zipOf(files: readonly { name: string; make: () => Promise<Buffer> }[]): AsyncIterable<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    ready.push(part)
  })
  for (const { name, make } of files) {
    const entry = new ZipPassThrough(name)
    zip.add(entry)
    entry.push(await make(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
