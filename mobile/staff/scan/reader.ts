import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

type Picture = ImageData | Blob
type Read = (picture: Picture) => Promise<string | undefined>
interface Detector { detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]> }
type DetectorClass = (new (options: { formats: string[] }) => Detector) & { getSupportedFormats(): Promise<string[]> }

let own: Promise<Read | undefined> | undefined
let bundled: Promise<Read> | undefined

/** The browser’s own reader, where it knows QR codes. */
async function ownReader(): Promise<Read | undefined> {
  const known = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const formats: string[] = await known?.getSupportedFormats().catch(() => []) ?? []
  if (!known || !formats.includes('qr_code')) return undefined
  const detector = new known({ formats: ['qr_code'] })
  return async (picture) => {
    const bitmap = await createImageBitmap(picture)
    try {
      return (await detector.detect(bitmap))[0]?.rawValue
    } finally {
      bitmap.close()
    }
  }
}

/** The one in WebAssembly that lies among our files; loaded when it is first needed, and again where that failed. */
async function bundledReader(): Promise<Read> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return async (picture) => (await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: picture instanceof Blob }))[0]?.text
}
const byBundled: Read = async (picture) => (await (bundled ??= bundledReader().catch((error: unknown) => { bundled = undefined; throw error })))(picture)

/** The text of a code in a picture, of the camera or of a file; undefined when there is none. */
export async function readCode(picture: Picture): Promise<string | undefined> {
  const read = await (own ??= ownReader())
  if (!read) return byBundled(picture)
  try {
    return await read(picture)
  } catch {
    const text = await byBundled(picture)
    // It was not the picture: on phones without Google’s services the browser’s own promises what it cannot do.
    own = Promise.resolve(undefined)
    return text
  }
}
