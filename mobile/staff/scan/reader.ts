import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

type Picture = ImageData | Blob
interface Detector { detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]> }
type DetectorClass = (new (options: { formats: string[] }) => Detector) & { getSupportedFormats(): Promise<string[]> }

let reading: Promise<(picture: Picture) => Promise<string | undefined>> | undefined

/** The browser’s own reader where it knows QR codes, else the one in WebAssembly that lies among our files; loaded when the scanner is first opened. */
const reader = () => (reading ??= ownReader().then((own) => own ?? bundledReader()))

async function ownReader(): Promise<((picture: Picture) => Promise<string | undefined>) | undefined> {
  const known = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const formats: string[] = await known?.getSupportedFormats().catch(() => []) ?? []
  if (!known || !formats.includes('qr_code')) return undefined
  const detector = new known({ formats: ['qr_code'] })
  return async (picture) => (await detector.detect(await createImageBitmap(picture)))[0]?.rawValue
}

async function bundledReader(): Promise<(picture: Picture) => Promise<string | undefined>> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  prepareZXingModule({ overrides: { locateFile: () => wasm } })
  return async (picture) => (await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: picture instanceof Blob }))[0]?.text
}

/** The text of a code in a picture, of the camera or of a file; undefined when there is none. */
export const readCode = async (picture: Picture): Promise<string | undefined> => (await reader())(picture)
