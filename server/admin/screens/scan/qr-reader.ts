type Detector = { detect: (video: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type Detectors = { new (wanted: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> }

/** Finds a QR in what the camera shows now. */
export type ReadQr = (video: HTMLVideoElement) => Promise<string | undefined>

/** More than this tells a code from its ground no better and costs battery. */
const widest = 640

/** The browser's own reader where it has one; otherwise ours, fetched only then. */
export async function openQrReader(): Promise<ReadQr> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Detectors }
  const formats = (await BarcodeDetector?.getSupportedFormats()) ?? []
  if (BarcodeDetector && formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue
  }
  const { default: jsQr } = await import('jsqr')
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  return async (video) => {
    const scale = Math.min(1, widest / video.videoWidth)
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
    Object.assign(pen.canvas, { width, height })
    pen.drawImage(video, 0, 0, width, height)
    const { data } = pen.getImageData(0, 0, width, height)
    return jsQr(data, width, height, { inversionAttempts: 'dontInvert' })?.data || undefined
  }
}
