/** The few calls of Zalo's SDK that the app makes, so that the rest of it is left out of the build. */
export {
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
} from 'zmp-sdk/apis'
