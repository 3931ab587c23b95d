import type { viPhotos } from './vi-photos.ts'

export const enPhotos: typeof viPhotos = {
  photos: {
    button: 'Photos',
    title: 'Before and after photos',
    moments: { before: 'Before', after: 'After' },
    add: { before: 'Add a photo before', after: 'Add a photo after' },
    added: 'The photo is kept.',
    open: { before: (n) => `See photo ${n} from before`, after: (n) => `See photo ${n} from after` },
    none: 'No photos yet.',
    full: (most) => `This visit has ${most} photos already. Delete one to add another.`,
    notAllowed:
      'The customer does not allow photos yet. They switch this on in the app: Me, then Before and after photos.',
    unreadable: 'This picture cannot be read. Please choose a JPEG or PNG.',
    remove: 'Delete photo',
    removeTitle: 'Delete this photo?',
    removeWhy: 'It is gone for good; the customer cannot see it any more either.',
    removed: 'The photo is deleted.',
  },
  openPrice: {
    label: 'Price of this visit',
    hint: 'The price when booked was an estimate. Enter what it came to.',
  },
}
