import type { photos as vi } from './vi-photos.ts'

export const photos: typeof vi = {
  myPhotos: {
    label: 'Before and after photos',
    why: 'The shop may take and keep photos of your skin, hair or nails before and after, to compare the result, seen by you and the shop only. These are sensitive data: without them you are served like everybody else. Switch this off at any time, and the shop deletes all your photos.',
    none: 'No photos yet. If the shop takes any, they appear here.',
    moments: { before: 'Before', after: 'After' },
    open: (moment, service, day) => `See the photo ${moment.toLowerCase()}, ${service}, ${day}`,
    more: 'Earlier visits',
    failed: 'The photo did not load',
    close: 'Close',
    sheetTitle: 'Switch off and delete all photos?',
    sheetWords: (n) => `Your photos (${n}) will be deleted from the shop and cannot be brought back.`,
    sheetYes: 'Switch off and delete',
    sheetNo: 'Keep the photos',
  },
}
