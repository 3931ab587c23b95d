import type { viScan } from './vi-scan.ts'

export const enScan: typeof viScan = {
  scan: {
    camera: 'Camera',
    cameraIs: {
      asking: 'The browser asks whether this page may use the camera. Please allow it.',
      refused: 'This page may not use the camera. Allow it in the browser’s settings, or type the code below.',
      none: 'There is no camera here. Please type the code or the phone below.',
      busy: 'Another app is using the camera. Close it and try again, or type the code below.',
    },
    typed: 'Customer’s digits or the end of their phone',
    typedHint: 'The digits under the QR code, or at least the last 3 of the phone',
    find: 'Find',
    choose: 'Choose',
    chooseWho: (name) => `Choose ${name}`,
    phoneEnd: (digits) => `Phone ending with ${digits}`,
    byPhone: 'Found by phone; the customer has shown no code.',
    give: 'Rewards and offers',
    begin: 'Begin a visit',
    open: 'Open customer',
    next: 'Scan another',
  },
}
