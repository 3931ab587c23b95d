/** The few calls of Zalo's SDK that the app makes, so that the rest of it is left out of the build. */
export {
  createOrder,
  EventName,
  events,
  followOA,
  getAccessToken,
  getPhoneNumber,
  getUserID,
  getUserInfo,
  openChat,
  openOutApp,
  openPhone,
  openShareSheet,
  openWebview,
  saveImageToGallery,
} from 'zmp-sdk/apis'
